package ringside.engine;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Which members of a pool may be given a request, by place. */
@FunctionalInterface
public interface Candidates {
    /** Whether the member at this place may be given the request. */
    boolean open(int place);

    /** How many members of the pool may be given the request. */
    default int countIn(Pool pool) {
        int count = 0;
        for (int place = 0; place < pool.size(); place++) {
            if (open(place)) {
                count++;
            }
        }
        return count;
    }

    /** The places of those members, in order. */
    default IntStream placesIn(Pool pool) {
        return IntStream.range(0, pool.size()).filter(this::open);
    }

    /** The members that may not be given the request, in the order of these places. */
    default List<ServerId> closedAmong(Pool pool, IntStream places) {
        return places.filter(place -> !open(place))
                .mapToObj(place -> pool.at(place).id())
                .toList();
    }

    /** The same without some servers of the pool. */
    default Candidates without(Collection<ServerId> some, Pool pool) {
        return place -> open(place) && !some.contains(pool.at(place).id());
    }

    /** The members of a pool that are up. */
    static Candidates upIn(Pool pool) {
        var open = new boolean[pool.size()];
        for (int place = 0; place < open.length; place++) {
            open[place] = pool.at(place).open();
        }
        return place -> open[place];
    }
}
