package ringside.net;

/** The first line of a head: a request line or a status line. */
interface StartLine {
    /** Takes in the line without its line end; it holds no control bytes but tabs. */
    void read(byte[] bytes, int from, int to) throws BadMessage;

    /** Whether an empty line may come before it (RFC 9112 §2.2 allows one before a request). */
    boolean afterEmptyLine();
}
