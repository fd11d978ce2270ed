package ringside.world;

import java.util.OptionalInt;

/** Places that are marked among the places of a chunk, so that the next and the last one are found without a search. */
final class Marks {
    /*
     * One thread marks while others look. A place is marked before the event at it can be seen, and nobody looks beyond
     * those that can be seen. A word of 32 bits is read and written whole: a reader that finds bits of later places
     * in it leaves them out.
     */
    private final int[] words;

    Marks(int places) {
        words = new int[(places + Integer.SIZE - 1) / Integer.SIZE];
    }

    /** Marks a place. */
    void set(int place) {
        words[place / Integer.SIZE] |= 1 << place;
    }

    /** The first marked place from one inclusive to another exclusive. */
    OptionalInt next(int from, int until) {
        for (int start = from; start < until; start = (start / Integer.SIZE + 1) * Integer.SIZE) {
            int bits = words[start / Integer.SIZE] & -1 << start;
            if (bits != 0) {
                int found = start / Integer.SIZE * Integer.SIZE + Integer.numberOfTrailingZeros(bits);
                return found < until ? OptionalInt.of(found) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** The last marked place before one. */
    OptionalInt previous(int before) {
        for (int last = before - 1; last >= 0; last = last / Integer.SIZE * Integer.SIZE - 1) {
            int bits = words[last / Integer.SIZE] & -1 >>> (Integer.SIZE - 1 - last % Integer.SIZE);
            if (bits != 0) {
                return OptionalInt.of(
                        last / Integer.SIZE * Integer.SIZE + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits));
            }
        }
        return OptionalInt.empty();
    }
}
