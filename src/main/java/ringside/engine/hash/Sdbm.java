package ringside.engine.hash;

/** The hash of the sdbm database library, and HAProxy's standard one: each byte is added to 65599 times what was. */
public final class Sdbm {
    private Sdbm() {}

    /** The hash, unsigned, of the text that is held. */
    public static int of(Utf8 text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (text.bytes()[i] & 255) + (hash << 6) + (hash << 16) - hash;
        }
        return hash;
    }
}
