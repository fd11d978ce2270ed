package ringside.engine.member;

import java.util.function.Predicate;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;

/**
 * Lets everybody back in when too few of a pool are well.
 *
 * @param percent of the members in service there must be well, 0 to 100; 0 for no panic ever
 */
public record Panic(int percent) {
    /*
     * When most servers fail their checks, either most of the load would fall on the few that are left and bring those down
     * too, or the checks are wrong; both ways it is better to ask everybody and lose some. Envoy calls it the panic
     * threshold, 50 % by default, compared strictly. Whoever is down or draining by hand stays so: that is not an opinion.
     */

    /** What Envoy does when nothing is configured. */
    public static final Panic STANDARD = new Panic(50);

    /** How a pool fares, and what it is for a policy. */
    public sealed interface Verdict {
        /** The pool to choose from. */
        Pool pool();

        /** Enough are well; the others are down. */
        record Calm(Pool pool) implements Verdict {}

        /**
         * Too few are well, and nobody is down for it.
         *
         * @param well how many are well
         * @param of how many are in service
         */
        record Panicking(Pool pool, int well, int of) implements Verdict {}
    }

    public Panic {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a panic threshold is 0 to 100 %, not " + percent);
        }
    }

    /**
     * What a pool is for a policy.
     *
     * @param configured the pool with who is down or draining by hand
     * @param unwell who fails checks or is ejected
     */
    public Verdict judge(Pool configured, Predicate<ServerId> unwell) {
        int of = 0;
        int well = 0;
        for (var member : configured.members()) {
            if (member.open()) {
                of++;
                well += unwell.test(member.id()) ? 0 : 1;
            }
        }
        return of > 0 && 100L * well < (long) percent * of
                ? new Verdict.Panicking(configured, well, of)
                : new Verdict.Calm(configured.change(member -> without(member, unwell)));
    }

    private static Member without(Member member, Predicate<ServerId> unwell) {
        return member.standing() == Standing.UP && unwell.test(member.id()) ? member.with(Standing.DOWN) : member;
    }
}
