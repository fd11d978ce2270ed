package ringside.view.stage;

/**
 * How a text is set.
 *
 * @param size in pixels
 * @param weight how heavy
 * @param align where the given point lies on its base line
 */
record Lettering(double size, Weight weight, Align align) {
    /** The bundled faces. */
    enum Weight {
        REGULAR(400),
        SEMIBOLD(600),
        BOLD(700),
        MONO(400);

        private final int number;

        Weight(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** Where the given point lies. */
    enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }

    static Lettering regular(double size) {
        return new Lettering(size, Weight.REGULAR, Align.LEFT);
    }

    static Lettering bold(double size) {
        return new Lettering(size, Weight.BOLD, Align.LEFT);
    }

    static Lettering semibold(double size) {
        return new Lettering(size, Weight.SEMIBOLD, Align.LEFT);
    }

    static Lettering mono(double size) {
        return new Lettering(size, Weight.MONO, Align.LEFT);
    }

    Lettering middle() {
        return new Lettering(size, weight, Align.MIDDLE);
    }

    Lettering right() {
        return new Lettering(size, weight, Align.RIGHT);
    }

    /** About how wide a text is: the same on every machine, so that pictures are. */
    double width(String text) {
        double each = weight == Weight.MONO ? 0.6 : weight == Weight.REGULAR ? 0.54 : 0.57;
        return text.length() * size * each;
    }
}
