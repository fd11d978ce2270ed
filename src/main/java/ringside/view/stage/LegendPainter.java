package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.Optional;

/** Draws what each shape and colour on the stage means. */
record LegendPainter(Brush brush, Palette palette) {
    static final double WIDTH = 316;
    static final double HEIGHT = 341;
    private static final double ROW = 26;

    void paint() {
        brush.rectangle(
                new Box(0.5, 0.5, WIDTH - 1, HEIGHT - 1),
                10,
                Ink.fill(palette.card()).edged(palette.line(), 1));
        brush.text(text("stage.legend"), new Place(16, 24), Lettering.semibold(10.5), palette.muted());
        brush.text(
                text("stage.legend.close"),
                new Place(WIDTH - 16, 24),
                Lettering.regular(10.5).right(),
                palette.muted());
        row(0, text("stage.legend.coming"));
        brush.circle(mark(0), 6, Ink.fill(palette.muted()));
        row(1, text("stage.legend.held"));
        brush.circle(mark(1), 5.5, Ink.fill(palette.card()).edged(palette.good(), 1.2));
        brush.wedge(mark(1), 5.5, new Span(0.3, 0.7), Ink.fill(palette.good()));
        row(2, text("stage.legend.late"));
        brush.circle(mark(2), 5.5, Ink.fill(palette.card()).edged(palette.bad(), 1.6));
        row(3, text("stage.legend.dropped"));
        brush.circle(mark(3), 5.5, Ink.fill(palette.bad()));
        row(4, text("stage.legend.level"));
        tile(4);
        pips(5, palette.good(), 3, text("stage.legend.up"));
        pips(6, palette.falling(), 2, text("stage.legend.changing"));
        pips(7, palette.bad(), 0, text("stage.legend.down"));
        row(8, text("stage.legend.check"));
        TrafficPainter.diamond(brush, mark(8), Ink.fill(palette.card()).edged(palette.muted(), 1.4));
        row(9, text("stage.legend.others"));
        brush.circle(mark(9).plus(-5, 0), 3.8, Ink.fill(palette.muted()));
        brush.circle(mark(9).plus(6, 0), 3.8, Ink.fill(palette.calm()));
        row(10, text("stage.legend.sealed"));
        var sealed = new Dot(0, mark(10), 6, Dot.Form.WHOLE, Optional.empty(), 0, true, Dot.Kin.UNKNOWN);
        new EnvelopePainter(brush, palette).paint(sealed, palette.muted());
        row(11, text("stage.legend.encrypted"));
        new PadlockPainter(brush, palette).paint(mark(11), 1);
    }

    private static Place mark(int row) {
        return new Place(32, 46 + row * (ROW - 1.5));
    }

    private void row(int row, String meaning) {
        brush.text(meaning, mark(row).plus(26, 4), Lettering.regular(11.5), palette.text());
    }

    private void tile(int row) {
        var box = Box.around(mark(row), 18);
        brush.rectangle(new Box(box.x(), box.centre().y(), 18, 9), 2, Ink.fill(palette.wash(0)));
        brush.rectangle(box, 4, Ink.stroke(palette.identity(0), 1.6));
    }

    private void pips(int row, Tint tint, int full, String meaning) {
        row(row, meaning);
        for (int i = 0; i < 3; i++) {
            var ink = i < full ? Ink.fill(tint) : Ink.fill(palette.card()).edged(tint, 1.3);
            brush.circle(mark(row).plus((i - 1) * 11, 0), 3.8, ink);
        }
    }
}
