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

    /** The place of the one that is number so-and-so of those members in their order, from 0; there must be as many. */
    default int placeOf(int number) {
        int place = 0;
        for (int left = number; left > 0 || !open(place); place++) {
            left -= open(place) ? 1 : 0;
        }
        return place;
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
    static Up upIn(Pool pool) {
        return new Up(pool);
    }

    /** The members of a pool that are up; never changes, so what was found out about them holds. */
    final class Up implements Candidates {
        /*
         * Most requests are at their first attempt, and may go to whoever is up. How many those are and which is the k-th is
         * counted once for the pool and not for each of them: or else a pick by dice would cost as much as a look at all.
         */
        private final Pool pool;
        private final boolean[] open;
        private final int[] places;

        private Up(Pool pool) {
            this.pool = pool;
            open = new boolean[pool.size()];
            for (int place = 0; place < open.length; place++) {
                open[place] = pool.at(place).open();
            }
            places = IntStream.range(0, open.length).filter(this::open).toArray();
        }

        @Override
        public boolean open(int place) {
            return open[place];
        }

        @Override
        public int countIn(Pool other) {
            return other == pool ? places.length : Candidates.super.countIn(other);
        }

        @Override
        public int placeOf(int number) {
            return places[number];
        }
    }
}
