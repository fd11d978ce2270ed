package ringside.world;

import org.jspecify.annotations.Nullable;

/** Requests by their numbers. */
final class Slots {
    /*
     * Numbers follow one another, and those at hand lie within a window that moves on: with the low bits of its number
     * as a request's place, and the next free one when that is taken, nearly all are where they are looked for first.
     * What is taken out closes the gap behind it (Knuth, The Art of Computer Programming, 6.4, algorithm R).
     */
    private @Nullable FoldedRequest[] slots = new FoldedRequest[64];
    private int taken;

    @Nullable FoldedRequest find(long id) {
        return slots[placeOf(id)];
    }

    private int placeOf(long id) {
        int place = home(id);
        var there = slots[place];
        while (there != null && there.id() != id) {
            place = place + 1 & slots.length - 1;
            there = slots[place];
        }
        return place;
    }

    private int home(long id) {
        return (int) id & slots.length - 1;
    }

    /** Puts in one whose number is not there. */
    void put(FoldedRequest request) {
        if (2 * ++taken > slots.length) {
            var before = slots;
            slots = new FoldedRequest[2 * before.length];
            for (var one : before) {
                if (one != null) {
                    slots[placeOf(one.id())] = one;
                }
            }
        }
        slots[placeOf(request.id())] = request;
    }

    /** Takes out one that is there. */
    void remove(FoldedRequest request) {
        int gap = placeOf(request.id());
        int place = gap;
        slots[gap] = null;
        taken--;
        while (true) {
            place = place + 1 & slots.length - 1;
            var there = slots[place];
            if (there == null) {
                return;
            }
            if ((place - home(there.id()) & slots.length - 1) >= (place - gap & slots.length - 1)) {
                slots[gap] = there;
                slots[place] = null;
                gap = place;
            }
        }
    }
}
