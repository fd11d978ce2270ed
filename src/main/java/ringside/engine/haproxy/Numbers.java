package ringside.engine.haproxy;

import java.util.HashSet;
import java.util.Set;
import ringside.engine.Member;
import ringside.engine.Pool;

/** The number by which HAProxy knows each server of a pool: its {@code id}, or else its place, or the next that is free. */
public final class Numbers {
    /*
     * HAProxy counts on at each server, with an id of its own or without: after "id 10" the second server is still 2, not
     * 1 and not 11. It was read off HAProxy 2.6.12 ("show servers state").
     */
    private Numbers() {}

    /** The numbers by place. */
    public static int[] of(Pool pool) {
        Set<Integer> taken = new HashSet<>();
        pool.members().forEach(m -> m.terms().number().ifPresent(taken::add));
        var numbers = new int[pool.size()];
        int next = 1;
        for (int place = 0; place < numbers.length; place++) {
            Member member = pool.at(place);
            if (member.terms().number().isPresent()) {
                numbers[place] = member.terms().number().getAsInt();
            } else {
                while (!taken.add(next)) {
                    next++;
                }
                numbers[place] = next;
            }
            next++;
        }
        return numbers;
    }
}
