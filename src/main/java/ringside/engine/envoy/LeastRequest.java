package ringside.engine.envoy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/** Draws a few hosts and keeps the one with the fewest active requests, or goes by deadlines when weights differ. */
public final class LeastRequest extends DeadlinePolicy {
    /*
     * Envoy's LEAST_REQUEST: the power of two choices (Mitzenmacher 2001), though a host may be drawn twice, and then
     * it is no choice. A full scan looks at all, and draws among those that tie as it goes. With different weights, the
     * weight behind a deadline is divided by the active requests and one more, to the power of the bias, at the moment
     * when the host is put back: what it does until its deadline, nobody looks at.
     *
     * Trap: as soon as one weight differs, draws and scan are off, and a host that got stuck keeps its place in the queue.
     */
    private static final PolicyOption.OneOf SELECTION = new PolicyOption.OneOf(
            "selection", "whether a few hosts are drawn or all are looked at", List.of("n-choices", "full-scan"));
    private static final PolicyOption.Whole CHOICES =
            new PolicyOption.Whole("choice-count", "how many hosts are drawn", 2, 1000, 2);
    private static final PolicyOption.Whole BIAS = new PolicyOption.Whole(
            "active-request-bias",
            "how much active requests lower a weight, in percent: 100 divides by them, 0 ignores them",
            0,
            1000,
            100);

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "envoy/least-request",
            "Draws a few hosts and keeps the one with the fewest active requests, or goes by deadlines when weights"
                    + " differ.",
            Stream.concat(Stream.of(SELECTION, CHOICES, BIAS), OPTIONS.stream()).toList(),
            Optional.empty(),
            LeastRequest::new);

    private final boolean fullScan;
    private final int choices;
    private final double bias;
    private final Dice dice;

    /** By these options, this clock and these dice. */
    public LeastRequest(PolicyChoice choice, Ticks ticks, Dice dice) {
        super(choice, ticks, dice);
        this.fullScan = SELECTION.of(choice).equals("full-scan");
        this.choices = CHOICES.of(choice);
        this.bias = BIAS.of(choice) / 100.0;
        this.dice = dice;
    }

    @Override
    double weight(Member member, int active) {
        if (bias == 0) {
            return member.weight();
        }
        return member.weight() / (bias == 1 ? active + 1.0 : StrictMath.pow(active + 1.0, bias));
    }

    @Override
    Pick unweighted(Candidates candidates, Loads loads, Detail detail) {
        return fullScan ? scanned(candidates, loads, detail) : drawn(candidates, loads, detail);
    }

    private Pick drawn(Candidates candidates, Loads loads, Detail detail) {
        var draws = new ArrayList<Reason.Load>();
        int kept = hosts().draw(dice, candidates);
        note(kept, loads, detail, draws);
        for (int more = 1; more < choices; more++) {
            int place = hosts().draw(dice, candidates);
            note(place, loads, detail, draws);
            kept = loads.inFlight(place) < loads.inFlight(kept) ? place : kept;
        }
        return chosen(
                kept, detail, () -> new EnvoyReason.FewestOfDraws(hosts().open(candidates).length, List.copyOf(draws)));
    }

    private void note(int place, Loads loads, Detail detail, List<Reason.Load> draws) {
        if (detail == Detail.REASONED) {
            draws.add(load(place, loads));
        }
    }

    private Pick scanned(Candidates candidates, Loads loads, Detail detail) {
        int[] open = hosts().open(candidates);
        int kept = open[0];
        int tied = 1;
        for (int i = 1; i < open.length; i++) {
            int difference = loads.inFlight(open[i]) - loads.inFlight(kept);
            tied = difference < 0 ? 1 : tied + (difference == 0 ? 1 : 0);
            if (difference < 0 || (difference == 0 && dice.roll(tied) == 0)) {
                kept = open[i];
            }
        }
        int ties = tied;
        return chosen(kept, detail, () -> new EnvoyReason.FewestOfAll(loads(open, loads), ties));
    }

    private List<Reason.Load> loads(int[] places, Loads loads) {
        return IntStream.of(places).mapToObj(place -> load(place, loads)).toList();
    }

    private Pick chosen(int place, Detail detail, Supplier<EnvoyReason> why) {
        var pool = hosts().pool();
        return detail == Detail.PLAIN
                ? pool.chosen(place)
                : new Pick.Chosen(pool.at(place).id(), why.get());
    }

    private Reason.Load load(int place, Loads loads) {
        return new Reason.Load(hosts().pool().at(place).id(), loads.inFlight(place));
    }
}
