package ringside.view.stage;

/**
 * What tells a server from the others at a glance, and never by colour alone.
 *
 * @param number which colour and pattern, from 0; a server keeps it for as long as it is known
 * @param badge one to three characters for its tile
 */
record Identity(int number, String badge) {
    /** The patterns that lie over identity colours. */
    enum Pattern {
        PLAIN,
        RISING,
        DOTTED,
        LEVEL,
        FALLING,
        UPRIGHT
    }

    /** The pattern: when colours come round again, it is another. */
    Pattern pattern() {
        return Pattern.values()[(number + number / Pattern.values().length) % Pattern.values().length];
    }
}
