package ringside.view;

/**
 * What tells a server from the others at a glance, and never by colour alone.
 *
 * @param number which colour and pattern, from 0; a server keeps it for as long as it is known
 * @param badge one to three characters for its tile
 */
public record Identity(int number, String badge) {
    /* Okabe & Ito 2008, told apart by every common kind of colour vision; without its yellow, too faint on white. */
    private static final int[] COLOURS = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00, 0x56b4e9};

    /** How many colours there are. */
    static final int COLOUR_COUNT = COLOURS.length;

    /** The patterns that lie over identity colours. */
    public enum Pattern {
        /** Nothing. */
        PLAIN,
        /** Lines that rise to the right. */
        RISING,
        /** Rows of dots. */
        DOTTED,
        /** Level lines. */
        LEVEL,
        /** Lines that fall to the right. */
        FALLING,
        /** Upright lines. */
        UPRIGHT
    }

    /** Which of the six colours, from 0. */
    public int shade() {
        return number % COLOURS.length;
    }

    /** The colour of a number, as {@code 0xrrggbb}, for areas; letters need more contrast. */
    public static int rgb(int number) {
        return COLOURS[number % COLOURS.length];
    }

    /** The pattern: when colours come round again, it is another. */
    public Pattern pattern() {
        return Pattern.values()[(number + number / Pattern.values().length) % Pattern.values().length];
    }
}
