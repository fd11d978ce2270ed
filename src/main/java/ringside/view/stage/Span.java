package ringside.view.stage;

/**
 * A stretch of a circle, in turns clockwise from twelve o'clock.
 *
 * @param from where it begins, 0 inclusive to 1 exclusive
 * @param sweep how far it goes clockwise, 0 to 1
 */
record Span(double from, double sweep) {
    static final Span WHOLE = new Span(0, 1);

    /** From one turn clockwise to another; nothing when they are equal. */
    static Span between(double from, double to) {
        return new Span(wrap(from), wrap(to - from));
    }

    /** A turn brought into 0 inclusive to 1 exclusive. */
    static double wrap(double turn) {
        double rest = turn - Math.floor(turn);
        return rest >= 1 ? 0 : rest;
    }

    /** Where it ends: may be beyond 1 when it passes twelve o'clock. */
    double end() {
        return from + sweep;
    }

    double middle() {
        return wrap(from + sweep / 2);
    }

    boolean contains(double turn) {
        return wrap(turn - from) <= sweep;
    }
}
