package ringside.engine.envoy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policy;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

/** A policy that goes by deadlines when hosts differ in weight or start slowly, and has a simpler rule when not. */
abstract sealed class DeadlinePolicy implements Policy permits RoundRobin, LeastRequest {
    /*
     * Which rule holds is decided at each change of the pool, and deadlines are made anew then, with the same seed: a host
     * that joins or leaves takes everybody's turn away. Slow starts that end leave the deadlines in force. A host that was
     * tried for the request takes its turn all the same, and the next is asked.
     *
     * Deadlines are first set by the loads that were seen last, for a change of the pool brings none.
     */
    private static final int DRAWN = -1;

    private static final PolicyOption.Whole SEED = new PolicyOption.Whole(
            "seed",
            "the number of picks that seem to have been made before the first; -1 draws one",
            DRAWN,
            Integer.MAX_VALUE,
            DRAWN);
    private static final PolicyOption.OneOf INITIALISER = new PolicyOption.OneOf(
            "initialiser",
            "how they were made when weights differ: reckoned as since 2024, or fewer than there are hosts as before",
            List.of("newer", "older"));

    /** The options that all of them have. */
    static final List<PolicyOption> OPTIONS = Stream.concat(Stream.of(SEED, INITIALISER), SlowStarts.OPTIONS.stream())
            .toList();

    private final SlowStarts starts;
    private final boolean older;
    private final int seed;
    private Hosts hosts = Hosts.of(Pool.EMPTY);
    private Optional<Edf> deadlines = Optional.empty();
    private Loads seen = Loads.IDLE;

    DeadlinePolicy(PolicyChoice choice, Ticks ticks, Dice dice) {
        starts = new SlowStarts(choice, ticks);
        older = INITIALISER.of(choice).equals("older");
        int given = SEED.of(choice);
        seed = given == DRAWN ? dice.roll(Integer.MAX_VALUE) : given;
    }

    int seed() {
        return seed;
    }

    Hosts hosts() {
        return hosts;
    }

    /** What a host weighs when it has so many requests, slow start aside. */
    abstract double weight(Member member, int active);

    /** Chooses when all weigh the same; at least one of the hosts may be chosen. */
    abstract Pick unweighted(Candidates candidates, Loads loads, Detail detail);

    @Override
    public final void use(Pool pool) {
        starts.use(pool);
        var now = Hosts.of(pool);
        int[] active = active(pool);
        boolean plain = now.equal() && IntStream.of(now.places()).noneMatch(place -> starts.on(pool.at(place)));
        deadlines = plain || now.count() <= 1
                ? Optional.empty()
                : Optional.of(deadlines(now.places(), place -> weightNow(pool.at(place), active[place])));
        seen = place -> active[place];
        hosts = now;
    }

    private int[] active(Pool pool) {
        return pool.members().stream()
                .mapToInt(m -> {
                    var before = hosts.pool().placeOf(m.id());
                    return before.isEmpty() ? 0 : seen.inFlight(before.getAsInt());
                })
                .toArray();
    }

    private Edf deadlines(int[] places, IntToDoubleFunction weight) {
        return older ? Edf.older(places, weight, seed) : Edf.newer(places, weight, seed);
    }

    private double weightNow(Member member, int active) {
        return weight(member, active) * starts.factor(member);
    }

    @Override
    public final Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        seen = loads;
        if (!hosts.anyOpen(candidates)) {
            return hosts.pool().nobody();
        }
        return deadlines.isEmpty()
                ? unweighted(candidates, loads, detail)
                : earliest(deadlines.get(), candidates, loads, detail);
    }

    private Pick earliest(Edf edf, Candidates candidates, Loads loads, Detail detail) {
        var pool = hosts.pool();
        IntToDoubleFunction weight = place -> weightNow(pool.at(place), loads.inFlight(place));
        var order = detail == Detail.REASONED ? order(edf) : List.<EnvoyReason.Due>of();
        var skipped = new ArrayList<ServerId>();
        var turn = edf.next(weight);
        while (!candidates.open(turn.place())) {
            skipped.add(pool.at(turn.place()).id());
            turn = edf.next(weight);
        }
        return switch (detail) {
            case PLAIN -> pool.chosen(turn.place());
            case REASONED -> {
                var following = pool.at(edf.following()).id();
                yield new Pick.Chosen(
                        pool.at(turn.place()).id(),
                        new EnvoyReason.Earliest(order, due(turn), following, List.copyOf(skipped)));
            }
        };
    }

    private List<EnvoyReason.Due> order(Edf edf) {
        return edf.order().stream().map(this::due).toList();
    }

    private EnvoyReason.Due due(Edf.Turn turn) {
        return new EnvoyReason.Due(hosts.pool().at(turn.place()).id(), turn.weight(), turn.deadline());
    }
}
