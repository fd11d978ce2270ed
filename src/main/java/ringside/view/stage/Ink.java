package ringside.view.stage;

/**
 * What a shape is filled and drawn with; clear where it is not.
 *
 * @param fill inside
 * @param stroke along the edge
 * @param width of the edge, in pixels
 * @param dash lengths drawn and left out in turn; 0 for an unbroken edge
 */
record Ink(Tint fill, Tint stroke, double width, double dash) {
    private static final Tint CLEAR = new Tint(0, 0);

    static Ink fill(Tint fill) {
        return new Ink(fill, CLEAR, 0, 0);
    }

    static Ink stroke(Tint stroke, double width) {
        return new Ink(CLEAR, stroke, width, 0);
    }

    /** The same with an edge. */
    Ink edged(Tint edge, double wide) {
        return new Ink(fill, edge, wide, dash);
    }

    Ink dashed(double length) {
        return new Ink(fill, stroke, width, length);
    }

    boolean fills() {
        return fill.alpha() > 0;
    }

    boolean strokes() {
        return stroke.alpha() > 0 && width > 0;
    }
}
