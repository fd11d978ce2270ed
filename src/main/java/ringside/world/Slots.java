package ringside.world;

import org.jspecify.annotations.Nullable;

/** Requests by their numbers. */
final class Slots {
    /*
     * Numbers follow one another, and those at hand lie within a window that moves on: with the low bits of its number
     * as a request's slot, hardly ever two share one. Those that do are a chain.
     */
    private @Nullable FoldedRequest[] slots = new FoldedRequest[64];
    private int taken;

    @Nullable
    FoldedRequest find(long id) {
        var request = slots[slotOf(id)];
        while (request != null && request.id() != id) {
            request = request.chained;
        }
        return request;
    }

    private int slotOf(long id) {
        return (int) id & slots.length - 1;
    }

    /** Puts in one whose number is not there. */
    void put(FoldedRequest request) {
        if (++taken > slots.length) {
            grow();
        }
        chain(request);
    }

    private void chain(FoldedRequest request) {
        int slot = slotOf(request.id());
        request.chained = slots[slot];
        slots[slot] = request;
    }

    private void grow() {
        var before = slots;
        slots = new FoldedRequest[2 * before.length];
        for (var request : before) {
            while (request != null) {
                var next = request.chained;
                chain(request);
                request = next;
            }
        }
    }

    /** Takes out one that is there. */
    void remove(FoldedRequest request) {
        int slot = slotOf(request.id());
        var before = slots[slot];
        if (before == request) {
            slots[slot] = request.chained;
        } else {
            while (before != null && before.chained != request) {
                before = before.chained;
            }
            if (before != null) {
                before.chained = request.chained;
            }
        }
        request.chained = null;
        taken--;
    }
}
