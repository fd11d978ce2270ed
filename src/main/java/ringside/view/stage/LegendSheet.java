package ringside.view.stage;

/**
 * Where the lines of the legend stand.
 *
 * @param columns how many stand beside each other
 * @param rows how many stand below each other
 * @param pitch from line to line
 */
record LegendSheet(int columns, int rows, double pitch) {
    private static final double COLUMN = 296;
    private static final double HEAD = 44;
    private static final double FOOT = 6;
    private static final double WIDEST_PITCH = 24;
    private static final double NARROWEST_PITCH = 14.5;

    /** Two columns where they fit, else one; lines as far apart as there is room for. */
    static LegendSheet in(double width, double height, int lines) {
        int columns = width >= 2 * COLUMN ? 2 : 1;
        int rows = Math.ceilDiv(lines, columns);
        return new LegendSheet(columns, rows, Math.clamp((height - HEAD - FOOT) / rows, NARROWEST_PITCH, WIDEST_PITCH));
    }

    double width() {
        return columns * COLUMN;
    }

    double height() {
        return HEAD + rows * pitch + FOOT;
    }

    /** How large its letters are. */
    double letters() {
        return pitch < 18 ? 10 : 11.5;
    }

    /** Where the mark of a line stands, columns filled one after the other. */
    Place mark(int line) {
        return new Place(32 + COLUMN * Math.floorDiv(line, rows), HEAD + (line % rows) * pitch);
    }
}
