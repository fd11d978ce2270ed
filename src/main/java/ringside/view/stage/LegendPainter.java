package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.function.Consumer;

/** Draws what each shape and colour on the stage means, in as many columns as there is room for. */
record LegendPainter(Brush brush, Palette palette, LegendSheet sheet) {
    /** One line: what it means, and the mark that does. */
    private record Row(String key, Consumer<Place> mark) {}

    void paint() {
        brush.rectangle(
                new Box(0.5, 0.5, sheet.width() - 1, sheet.height() - 1),
                10,
                Ink.fill(palette.card()).edged(palette.line(), 1));
        brush.text(text("stage.legend"), new Place(16, 22), Lettering.semibold(10.5), palette.muted());
        brush.text(
                text("stage.legend.close"),
                new Place(sheet.width() - 16, 22),
                Lettering.regular(10.5).right(),
                palette.muted());
        var marks = new LegendMarks(brush, palette);
        var rows = rows(marks);
        for (int i = 0; i < rows.size(); i++) {
            var at = sheet.mark(i);
            rows.get(i).mark().accept(at);
            brush.text(
                    text("stage.legend." + rows.get(i).key()),
                    at.plus(26, sheet.letters() * 0.35),
                    Lettering.regular(sheet.letters()),
                    palette.text());
        }
    }

    /** How many lines there are. */
    static final int ROWS = 24;

    private List<Row> rows(LegendMarks marks) {
        return List.of(
                new Row("coming", at -> marks.request(at, Dot.Form.WHOLE, false)),
                new Row("queued", marks::queued),
                new Row("held", at -> marks.request(at, Dot.Form.WEDGE, false)),
                new Row("late", at -> marks.request(at, Dot.Form.HOLLOW, false)),
                new Row("dropped", at -> marks.request(at, Dot.Form.DROPPED, false)),
                new Row("sealed", at -> marks.request(at, Dot.Form.WHOLE, true)),
                new Row("pipe", marks::pipe),
                new Row("encrypted", at -> new PadlockPainter(brush, palette).paint(at, 1)),
                new Row("age", marks::ages),
                new Row("colours", marks::colours),
                new Row("arc", marks::arc),
                new Row("key", marks::key),
                new Row("level", at -> marks.tile(at, 1.6, true)),
                new Row("weight", at -> marks.tile(at, 3.6, false)),
                new Row("processes", marks::processes),
                new Row("cache", marks::cache),
                new Row("call", marks::call),
                new Row("up", at -> marks.pips(at, Ink.fill(palette.good()), palette.good(), 3)),
                new Row("going-down", at -> marks.pips(at, marks.turning(true), palette.falling(), 2)),
                new Row("down", at -> marks.pips(at, Ink.fill(palette.bad()), palette.bad(), 0)),
                new Row("coming-up", at -> marks.pips(at, marks.turning(false), palette.warn(), 1)),
                new Row("others", marks::others),
                new Row("check.tcp", at -> marks.check(at, false)),
                new Row("check.http", at -> marks.check(at, true)));
    }
}
