package ringside.world;

import java.util.function.BooleanSupplier;

/** A world whose time passes only when it is told to. */
public interface VirtualTime extends World {
    /** Lets time pass until this many nanoseconds since the beginning; does nothing when that is past. */
    void advanceTo(long nanos);

    /**
     * Lets time pass until this many nanoseconds since the beginning, or until it is enough, which is asked after each
     * thing that happened: whether all that is due until then has happened.
     */
    boolean advanceTo(long nanos, BooleanSupplier enough);

    /** Lets time pass until the next thing happens: false when nothing ever will. */
    boolean advanceToNext();
}
