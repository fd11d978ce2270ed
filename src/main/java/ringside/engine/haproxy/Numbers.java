package ringside.engine.haproxy;

import java.util.HashSet;
import java.util.Set;
import ringside.engine.Member;
import ringside.engine.Pool;

/** The number by which HAProxy knows each server of a pool: its {@code id}, or else the lowest that is free. */
final class Numbers {
    private Numbers() {}

    /** The numbers by place. */
    static int[] of(Pool pool) {
        Set<Integer> taken = new HashSet<>();
        pool.members().forEach(m -> m.terms().number().ifPresent(taken::add));
        var numbers = new int[pool.size()];
        int free = 1;
        for (int place = 0; place < numbers.length; place++) {
            Member member = pool.at(place);
            if (member.terms().number().isPresent()) {
                numbers[place] = member.terms().number().getAsInt();
            } else {
                while (!taken.add(free)) {
                    free++;
                }
                numbers[place] = free;
            }
        }
        return numbers;
    }
}
