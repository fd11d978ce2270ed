package ringside.engine.textbook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.Attempt;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

/** Rolls for two servers and keeps the one of the lower load: what its answers cost of late, times its open requests. */
public final class PeakEwma implements Policy {
    /*
     * Finagle's load metric behind two random choices. A cost follows the time that attempts take: up to a longer one at
     * once, down to a shorter one slowly, with w = e^(-time since the last look / decay): cost = cost * w + took * (1 - w).
     * To look at a cost is to observe nought: it decays while nothing comes. So a server that stumbled is left alone at
     * once and tried again after a while, without a check and without a word from anybody.
     *
     * load = cost * (in flight + 1). One that is busy and has no cost yet gets a penalty above all costs, so one request
     * at a time finds out how fast a newcomer is. That decay is 10 s when not set, and that the first of equals wins, is
     * from memory, unverified. Weights have no effect. The trap is that of every rule by time: failing at once is fast.
     */
    private static final PolicyOption.Whole DECAY = new PolicyOption.Whole(
            "decay", "milliseconds after which a cost is down to 37 percent of itself", 1, 3_600_000, 10_000);
    private static final double PENALTY = Long.MAX_VALUE >> 16;
    private static final int CHOICES = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/peak-ewma",
            "Rolls for two servers and keeps the one of the lower load: what its answers cost of late, times its open"
                    + " requests.",
            List.of(DECAY),
            Optional.empty(),
            (choice, ticks, dice) -> new PeakEwma(DECAY.of(choice), ticks, dice));

    private final double decayNanos;
    private final Ticks ticks;
    private final Dice dice;
    private final Hand hand = new Hand();
    private final Map<ServerId, Cost> costs = new HashMap<>();
    private Pool pool = Pool.EMPTY;

    /** Costs that are down to 37 % after so many milliseconds by this clock, and two draws by these dice. */
    public PeakEwma(int decayMillis, Ticks ticks, Dice dice) {
        this.decayNanos = decayMillis * NANOS_PER_MILLI;
        this.ticks = ticks;
        this.dice = dice;
    }

    @Override
    public void use(Pool other) {
        costs.keySet().removeIf(id -> other.placeOf(id).isEmpty());
        other.members().forEach(m -> costs.computeIfAbsent(m.id(), _ -> new Cost()));
        pool = other;
    }

    /** {@inheritDoc} Every time counts, whatever the outcome, but that of an attempt which was called off. */
    @Override
    public void settled(Attempt attempt) {
        if (!(attempt.outcome() instanceof Outcome.Abandoned)) {
            Optional.ofNullable(costs.get(attempt.server())).ifPresent(cost -> cost.observe(attempt.tookNanos()));
        }
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        int drawn = hand.draw(CHOICES, pool, candidates, dice);
        if (drawn == 0) {
            return pool.nobody();
        }
        int winner = hand.at(0);
        if (drawn > 1 && load(hand.at(1), loads) < load(winner, loads)) {
            winner = hand.at(1);
        }
        return switch (detail) {
            case PLAIN -> pool.chosen(winner);
            case REASONED -> new Pick.Chosen(pool.at(winner).id(), why(drawn, loads));
        };
    }

    private Cost costOf(int place) {
        return Objects.requireNonNull(costs.get(pool.at(place).id()));
    }

    private double load(int place, Loads loads) {
        double cost = costOf(place).observe(0);
        int inFlight = loads.inFlight(place);
        return cost == 0 && inFlight > 0 ? PENALTY + inFlight : cost * (inFlight + 1.0);
    }

    private Reason why(int drawn, Loads loads) {
        return new TextbookReason.LowerLoad(IntStream.range(0, drawn)
                .map(hand::at)
                .mapToObj(place -> new TextbookReason.Cost(
                        pool.at(place).id(),
                        Optional.of(costOf(place).nanos)
                                .filter(nanos -> nanos > 0)
                                .map(nanos -> Duration.ofNanos(Math.round(nanos))),
                        loads.inFlight(place),
                        load(place, loads)))
                .toList());
    }

    private final class Cost {
        private double nanos;
        private long seenAt = ticks.nanos();

        /** The cost after an attempt that took so long, or after a look at it, which is an observation of 0. */
        double observe(long took) {
            long now = ticks.nanos();
            double kept = StrictMath.exp(-Math.max(0, now - seenAt) / decayNanos);
            nanos = took > nanos ? took : nanos * kept + took * (1 - kept);
            seenAt = now;
            return nanos;
        }
    }
}
