package ringside.engine;

/** Percent-escapes in a request's target (RFC 3986 §2.1). */
public final class Escape {
    private Escape() {}

    /** The byte, 0 to 255, that an escape at this place stands for, or -1 when there is none. */
    public static int at(byte[] text, int at) {
        if (text[at] != '%' || at + 2 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at + 1], 16);
        int low = Character.digit(text[at + 2], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
