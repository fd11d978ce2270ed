package ringside.engine;

/** Whether a member of the pool may be given new requests. */
public enum Standing {
    /** Takes new requests. */
    UP,
    /** Failed its checks, or was marked so by its configuration or by hand: gets nothing. */
    DOWN,
    /** Is leaving: finishes what it has and gets nothing new. */
    DRAINING
}
