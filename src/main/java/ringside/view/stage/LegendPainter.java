package ringside.view.stage;

/** Draws what each shape and colour on the stage means. */
record LegendPainter(Brush brush, Palette palette) {
    static final double WIDTH = 292;
    static final double HEIGHT = 292;
    private static final double ROW = 26;

    void paint() {
        brush.rectangle(
                new Box(0.5, 0.5, WIDTH - 1, HEIGHT - 1),
                10,
                Ink.fill(palette.card()).edged(palette.line(), 1));
        brush.text("LEGEND", new Place(16, 24), Lettering.semibold(10.5), palette.muted());
        brush.text(
                "L closes", new Place(WIDTH - 16, 24), Lettering.regular(10.5).right(), palette.muted());
        row(0, "a request on its way");
        brush.circle(mark(0), 6, Ink.fill(palette.muted()));
        row(1, "in a server's hands: what is left of its time");
        brush.circle(mark(1), 5.5, Ink.fill(palette.card()).edged(palette.good(), 1.2));
        brush.wedge(mark(1), 5.5, new Span(0.3, 0.7), Ink.fill(palette.good()));
        row(2, "out of time, still held");
        brush.circle(mark(2), 5.5, Ink.fill(palette.card()).edged(palette.bad(), 1.6));
        row(3, "dropped: timed out, failed or refused");
        brush.circle(mark(3), 5.5, Ink.fill(palette.bad()));
        row(4, "fill: requests in hand, of all it can work on");
        tile(4);
        pips(5, palette.good(), 3, "up");
        pips(6, palette.warn(), 2, "about to change: 2 checks of 3");
        pips(7, palette.bad(), 0, "down");
        row(8, "a check on its way");
        TrafficPainter.diamond(brush, mark(8), Ink.fill(palette.card()).edged(palette.muted(), 1.4));
        row(9, "grey pips: not checked; blue: draining");
        brush.circle(mark(9).plus(-5, 0), 3.8, Ink.fill(palette.muted()));
        brush.circle(mark(9).plus(6, 0), 3.8, Ink.fill(palette.calm()));
    }

    private static Place mark(int row) {
        return new Place(32, 46 + row * (ROW - 1.5));
    }

    private void row(int row, String text) {
        brush.text(text, mark(row).plus(26, 4), Lettering.regular(11.5), palette.text());
    }

    private void tile(int row) {
        var box = Box.around(mark(row), 18);
        brush.rectangle(new Box(box.x(), box.centre().y(), 18, 9), 2, Ink.fill(palette.wash(0)));
        brush.rectangle(box, 4, Ink.stroke(palette.identity(0), 1.6));
    }

    private void pips(int row, Tint tint, int full, String text) {
        row(row, text);
        for (int i = 0; i < 3; i++) {
            var ink = i < full ? Ink.fill(tint) : Ink.fill(palette.card()).edged(tint, 1.3);
            brush.circle(mark(row).plus((i - 1) * 11, 0), 3.8, ink);
        }
    }
}
