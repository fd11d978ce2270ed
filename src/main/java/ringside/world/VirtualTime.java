package ringside.world;

/** A world whose time passes only when it is told to. */
public interface VirtualTime extends World {
    /** Lets time pass until this many nanoseconds since the beginning; does nothing when that is past. */
    void advanceTo(long nanos);

    /** Lets time pass until the next thing happens: false when nothing ever will. */
    boolean advanceToNext();
}
