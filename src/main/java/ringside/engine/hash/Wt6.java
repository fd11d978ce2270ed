package ringside.engine.hash;

/** HAProxy's wt6: two halves that are mixed into each other and turned by as many bits as they themselves say. */
public final class Wt6 {
    private static final int FIRST = 0xa53c965a;
    private static final int SECOND = 0x5ca6953a;

    private Wt6() {}

    /** The hash, unsigned, of the text that is held. */
    public static int of(Utf8 text) {
        int first = FIRST;
        int second = SECOND;
        int firstTurn = 6;
        int secondTurn = 18;
        for (int i = 0; i < text.length(); i++) {
            int octet = text.bytes()[i] & 255;
            first = ~(first ^ octet);
            second = ~(second + octet);
            int turned = Integer.rotateLeft(second, firstTurn);
            second = Integer.rotateLeft(first, secondTurn);
            first = turned;
            int turns = ((first >>> 16) ^ second) & 0xffff;
            firstTurn = turns & 31;
            secondTurn = turns >>> 11;
        }
        return first ^ second;
    }
}
