package ringside.engine.guard;

/** What a limited place says to one who asks to come in. */
public enum Entry {
    /** He is in. */
    ENTERED,
    /** He waits in line. */
    QUEUED,
    /** Neither: all are busy and the line is full. */
    TURNED_AWAY
}
