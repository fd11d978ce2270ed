package ringside.engine.nginx;

import java.util.function.Predicate;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.RemapLaw;

/** What theory expects of nginx's hash: a slot for each unit of weight, and hashing on past slots of servers down. */
final class SlotLaw implements RemapLaw {
    /*
     * A hash that is spread evenly falls on slot x of n and slot y of m, for each pair that agrees modulo gcd(n, m), with
     * the same chance (the Chinese remainder theorem). If both servers are open, the key stays if they are one server. If
     * one of them is closed, that side hashes on, and finds the other side's server in the end with a chance that is this
     * one's share of the open slots. If both are closed, both hash on, and it is as if nothing had happened.
     */
    @Override
    public double moves(Pool before, Pool after) {
        int openBefore = slots(before, Member::open);
        int openAfter = slots(after, Member::open);
        if (openBefore == 0 || openAfter == 0) {
            return openBefore == openAfter ? 0 : 1;
        }
        int all = slots(before, _ -> true);
        int divisor = gcd(all, slots(after, _ -> true));
        long[] closedBefore = residues(before, divisor, m -> !m.open());
        long[] closedAfter = residues(after, divisor, m -> !m.open());
        double stay = 0;
        for (var member : before.members()) {
            Predicate<Member> same = m -> m.open() && member.open() && m.id().equals(member.id());
            long[] here = residues(before, divisor, same);
            long[] there = residues(after, divisor, same);
            stay += pairs(here, there);
            stay += (double) pairs(here, closedAfter) * slots(after, same) / openAfter;
            stay += (double) pairs(closedBefore, there) * slots(before, same) / openBefore;
        }
        double possible = (double) all / divisor * slots(after, _ -> true);
        return 1 - stay / (possible - pairs(closedBefore, closedAfter));
    }

    private static int slots(Pool pool, Predicate<Member> which) {
        return pool.members().stream().filter(which).mapToInt(Member::weight).sum();
    }

    /** How many slots of those members leave each remainder. */
    private static long[] residues(Pool pool, int divisor, Predicate<Member> which) {
        var counts = new long[divisor];
        int slot = 0;
        for (var member : pool.members()) {
            for (int i = 0; i < member.weight(); i++, slot++) {
                counts[slot % divisor] += which.test(member) ? 1 : 0;
            }
        }
        return counts;
    }

    private static long pairs(long[] some, long[] others) {
        long sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += some[i] * others[i];
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
