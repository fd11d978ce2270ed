package ringside.engine.envoy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Ticks;

/** How a host that was added, or has come up, gets to its full weight: little by little. */
final class SlowStart {
    /*
     * Envoy's slow start: the host's age, as a share of the time it takes, to the power of 1/aggression, is its part of
     * its weight, and never less than a smallest part. Under an aggression of 1 it starts slower than a straight line,
     * above 1 faster. Where C and Java round a power differently, deadlines differ in the last bit.
     *
     * Trap: when all hosts start together, they share the requests as ever, and each gets all it would have got.
     */
    private static final PolicyOption.Whole AGGRESSION = new PolicyOption.Whole(
            "slow-start-aggression",
            "how fast a slow start goes, in percent: 100 is a straight line, more is faster at first",
            10,
            1000,
            100);
    private static final PolicyOption.Whole LEAST = new PolicyOption.Whole(
            "min-weight-percent", "the smallest part of its weight that a slow start gives a host", 0, 100, 10);

    /** Its options. */
    static final List<PolicyOption> OPTIONS = List.of(AGGRESSION, LEAST);

    private final Ticks ticks;
    private final double aggression;
    private final double least;
    private final Map<ServerId, Long> upSince = new HashMap<>();

    SlowStart(PolicyChoice choice, Ticks ticks) {
        this.ticks = ticks;
        this.aggression = AGGRESSION.of(choice) / 100.0;
        this.least = LEAST.of(choice) / 100.0;
    }

    /** Notes who has come up. */
    void use(Pool pool) {
        long now = ticks.nanos();
        var up = pool.members().stream()
                .filter(m -> m.standing() == Standing.UP)
                .map(Member::id)
                .collect(Collectors.toSet());
        upSince.keySet().retainAll(up);
        up.forEach(id -> upSince.putIfAbsent(id, now));
    }

    /** Whether a member has not got to its full weight yet. */
    boolean on(Member member) {
        return !member.terms().slowStart().isZero()
                && ageMillis(member) <= member.terms().slowStart().toMillis();
    }

    private long ageMillis(Member member) {
        long now = ticks.nanos();
        return (now - upSince.getOrDefault(member.id(), now)) / 1_000_000;
    }

    /** What part of its weight a member has just now, above 0 to 1. */
    double factor(Member member) {
        long time = member.terms().slowStart().toMillis();
        if (time == 0 || ageMillis(member) >= time) {
            return 1;
        }
        double share = (double) Math.max(1, ageMillis(member)) / time;
        return Math.max(aggression == 1 ? share : Math.pow(share, 1 / aggression), least);
    }
}
