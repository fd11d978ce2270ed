package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import ringside.lesson.Brushed;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.Sketch;
import ringside.view.parts.Controls;

/** An arc that is drawn on the ring, or whose ends are typed: both show the same. */
final class ArcForm extends DrawnForm<Optional<Brushed>> {
    private static final int PAGE = 5;

    private final BooleanBinding there = sceneProperty().isNotNull();
    private final ObjectProperty<Optional<Sketch>> sketch;
    private final TextField from = end("arc-from", "sketch.from");
    private final TextField to = end("arc-to", "sketch.to");
    private final Label length = Controls.paragraph("", "muted", "small");
    private Optional<Brushed> settled = Optional.empty();
    private boolean undoing;

    ArcForm(Show show) {
        sketch = show.sketchProperty();
        var ends = new HBox(6, from, percent(), Controls.label(text("sketch.until"), "muted"), to, percent());
        ends.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Controls.paragraph(text("sketch.how"), "muted", "small"), ends, length);
        sketch.when(there).subscribe(s -> s.filter(Sketch::open).ifPresent(this::follow));
    }

    private static Node percent() {
        return Controls.label("%", "muted");
    }

    private TextField end(String id, String key) {
        var field = new TextField();
        field.setId(id);
        field.getStyleClass().addAll("mono", "prediction-field");
        field.setPrefColumnCount(4);
        field.setMinWidth(48);
        field.setAccessibleText(text(key));
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(e, field));
        field.setOnAction(_ -> {
            typed();
            commit();
        });
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                typed();
            }
        });
        return field;
    }

    private void key(KeyEvent event, TextField field) {
        int by = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            case PAGE_UP -> PAGE;
            case PAGE_DOWN -> -PAGE;
            default -> 0;
        };
        if (by != 0) {
            typed();
            var now = settled.orElse(new Brushed(0, 0));
            double step = by * Sketch.STEP;
            draw(now.from() + (field.equals(from) ? step : 0), now.to() + (field.equals(to) ? step : 0));
            event.consume();
        }
    }

    /* What can't be read yet changes nothing. */
    private void typed() {
        boolean one = from.getText().isBlank() != to.getText().isBlank();
        var words = List.of(from, to).stream()
                .map(f -> one && f.getText().isBlank() ? "0" : f.getText())
                .toList();
        Brushed.read(words.getFirst() + " " + words.getLast())
                .filter(read -> !settled.equals(Optional.of(read)))
                .ifPresent(read -> draw(read.from(), read.to()));
    }

    private void draw(double start, double end) {
        sketch.set(sketch.get().filter(Sketch::open).map(s -> s.drawn(start, end, false)));
    }

    private void follow(Sketch now) {
        if (!now.held() && !now.drawn().equals(settled)) {
            if (!undoing) {
                keep(settled);
            }
            settled = now.drawn();
        }
        from.setText(now.drawn().map(d -> figure(d.from())).orElse(""));
        to.setText(now.drawn().map(d -> figure(d.to())).orElse(""));
        length.setText(now.drawn()
                .map(d -> text("sketch.length", Figures.percent(d.to() - d.from() + (d.to() < d.from() ? 1 : 0))))
                .orElse(""));
        Controls.show(length, now.drawn().isPresent());
        give(now.drawn().map(Brushed::written));
    }

    private static String figure(double turn) {
        return new Brushed(turn, 0).written().split("%", 2)[0];
    }

    @Override
    void show(Optional<Brushed> before) {
        undoing = true;
        sketch.set(sketch.get().map(s -> new Sketch(before, List.of(), true, false)));
        undoing = false;
    }
}
