package ringside.world;

/**
 * Something that happened, and when.
 *
 * @param sequence counts events of one world from 0 without gaps
 * @param nanos nanoseconds since the world began; never less than the event's before it
 * @param what what happened
 */
public record Event(long sequence, long nanos, Happening what) {}
