package ringside.engine.textbook;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import ringside.engine.Pool;

/** Whose turn it is among a pool's members. */
final class Turn {
    /*
     * What is remembered is the place behind the last server that had its turn, found again by that server's name when
     * others come and go. A bare counter modulo the number of servers would jump at every change: some would be asked
     * twice in a row, others passed over.
     */
    private Pool pool = Pool.EMPTY;
    private int next;

    /** Goes on in this pool behind the last server that had its turn and is still there. */
    void use(Pool other) {
        next = IntStream.iterate(next - 1, place -> place >= 0, place -> place - 1)
                .mapToObj(place -> other.placeOf(pool.at(place).id()))
                .flatMapToInt(OptionalInt::stream)
                .map(last -> last + 1)
                .findFirst()
                .orElse(0);
        pool = other;
    }

    /** The place whose turn comes this many turns later, 0 for the very next. */
    int ahead(int turns) {
        return (next + turns) % pool.size();
    }

    /** It is the turn of the member at this place. */
    void comesTo(int place) {
        next = place;
    }

    /** The member at this place has had its turn. */
    void taken(int place) {
        next = place + 1;
    }
}
