package ringside.engine.textbook;

import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;

/** The hash of text that the textbook policies share: xxHash64, or its upper half where 32 bits do. For one thread. */
final class TextHash {
    /*
     * One hash for remainder and ring, so that what differs between them on the same keys is the rule and not the hash.
     * xxHash64 because it mixes well (String.hashCode gives user:1 and user:2 neighbouring places, and points that lie
     * together make a lopsided ring), is what Envoy's ring uses, and takes some ten nanoseconds a key. It can be checked
     * by hand: the first eight digits of  printf user:1 | xxhsum -H64.
     */
    private final Utf8 utf8 = new Utf8();

    /** The first 32 bits of the hash, unsigned, of the text as UTF-8. */
    int of(String text) {
        return (int) (wide(text) >>> 32);
    }

    /** All 64 bits of the hash, unsigned, of the text as UTF-8. */
    long wide(String text) {
        return XxHash64.of(utf8.hold(text), 0);
    }
}
