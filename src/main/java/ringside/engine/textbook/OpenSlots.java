package ringside.engine.textbook;

import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Reason;

/** The candidates in order as slots, of which a hash's remainder names one. */
final class OpenSlots {
    private OpenSlots() {}

    static Pick pick(Pool pool, Candidates candidates, String text, int hash, Detail detail) {
        int slots = candidates.countIn(pool);
        if (slots == 0) {
            return pool.nobody();
        }
        int slot = Integer.remainderUnsigned(hash, slots);
        int place = placeOf(slot, candidates);
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED ->
                new Pick.Chosen(
                        pool.at(place).id(), new Reason.Remainder(text, Integer.toUnsignedLong(hash), slots, slot));
        };
    }

    /** The place of the candidate that is slot number so-and-so, from 0; there must be as many. */
    static int placeOf(int slot, Candidates candidates) {
        int place = 0;
        for (int left = slot; left > 0 || !candidates.open(place); place++) {
            left -= candidates.open(place) ? 1 : 0;
        }
        return place;
    }
}
