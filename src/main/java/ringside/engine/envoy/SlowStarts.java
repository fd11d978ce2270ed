package ringside.engine.envoy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Ramp;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Ticks;

/** Since when each host of a cluster has been up, and what part of its weight it has so long after. */
final class SlowStarts {
    /*
     * In Envoy a host starts slowly whenever it is added or comes up, those of the very first pool too: when all start
     * together, they share the requests as ever. Where C and Java round a power differently, deadlines differ in the last
     * bit.
     */
    private static final PolicyOption.Whole AGGRESSION = new PolicyOption.Whole(
            "slow-start-aggression",
            "how fast a slow start goes, in percent: 100 is a straight line, more is faster at first",
            10,
            1000,
            100);
    private static final PolicyOption.Whole LEAST = new PolicyOption.Whole(
            "min-weight-percent", "the smallest part of its weight that a slow start gives a host", 0, 100, 10);
    private static final double PERCENT = 100;

    /** The options of all slow starts. */
    static final List<PolicyOption> OPTIONS = List.of(AGGRESSION, LEAST);

    private final Ticks ticks;
    private final double aggression;
    private final double least;
    private final Map<ServerId, Long> upSince = new HashMap<>();

    SlowStarts(PolicyChoice choice, Ticks ticks) {
        this.ticks = ticks;
        this.aggression = AGGRESSION.of(choice) / PERCENT;
        this.least = LEAST.of(choice) / PERCENT;
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

    /** Whether a member starts slowly and has not been up for longer than that takes. */
    boolean on(Member member) {
        var window = member.terms().slowStart();
        return !window.isZero() && ageMillis(member) <= window.toMillis();
    }

    /** What part of its weight a member has just now, 0 to 1. */
    double factor(Member member) {
        var window = member.terms().slowStart();
        return window.isZero() ? 1 : new Ramp(window, aggression, least).factor(ageMillis(member));
    }

    private long ageMillis(Member member) {
        long now = ticks.nanos();
        return (now - upSince.getOrDefault(member.id(), now)) / 1_000_000;
    }
}
