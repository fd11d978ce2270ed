package ringside.engine.hash;

/** Daniel J. Bernstein's hash: from 5381 on, each byte is added to 33 times what was. */
public final class Djb2 {
    private static final int START = 5381;

    private Djb2() {}

    /** The hash, unsigned, of the text that is held. */
    public static int of(Utf8 text) {
        int hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = 33 * hash + (text.bytes()[i] & 255);
        }
        return hash;
    }
}
