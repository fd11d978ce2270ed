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
        int place = candidates.placeOf(slot);
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED ->
                new Pick.Chosen(
                        pool.at(place).id(), new Reason.Remainder(text, Integer.toUnsignedLong(hash), slots, slot));
        };
    }
}
