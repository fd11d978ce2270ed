package ringside.view.workshop;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Workbench;
import ringside.view.Texts;
import ringside.view.parts.Controls;

/** A configuration as text with numbered lines, and what is wrong with it, at its line and column. */
final class EditorPane extends VBox {
    private static final int LEAST_LINES = 8;

    /* Room for the bar below, so that lines stay beside their numbers. */
    private static final int SPARE_LINES = 1;

    private final Dialect dialect;
    private final TextArea area = new TextArea();
    private final Label numbers = Controls.label("", "mono", "line-numbers");
    private final Hyperlink problem = new Hyperlink();

    /** A text in a dialect; what is given hears of every change. */
    EditorPane(Dialect dialect, String begin, Consumer<String> changed) {
        super(5);
        this.dialect = dialect;
        area.setId("configuration");
        area.getStyleClass().addAll("mono", "code-area");
        Controls.spoken(area, Texts.text("workshop.editor", dialect.file()));
        numbers.setAlignment(Pos.TOP_RIGHT);
        HBox.setHgrow(area, Priority.ALWAYS);
        problem.setId("problem");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("bad", "small");
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        getChildren().addAll(Controls.section(dialect.file()), new HBox(numbers, area), problem);
        area.textProperty().subscribe(this::look);
        area.setText(begin);
        area.textProperty().subscribe((_, now) -> changed.accept(now));
    }

    String text() {
        return area.getText();
    }

    void text(String other) {
        area.setText(other);
    }

    /* Tab leads on, as everywhere else: lines are indented with blanks. */
    private void leave(KeyEvent e) {
        if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isAltDown()) {
            e.consume();
            area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private void look(String now) {
        int lines = (int) now.chars().filter(c -> c == '\n').count() + 1;
        numbers.setText(
                IntStream.rangeClosed(1, lines).mapToObj(Integer::toString).collect(Collectors.joining("\n")));
        area.setPrefRowCount(Math.max(LEAST_LINES, lines + SPARE_LINES));
        var found = now.isBlank() ? Optional.<BadInput>empty() : Workbench.problem(dialect, now);
        Controls.show(problem, found.isPresent());
        found.ifPresent(wrong -> {
            problem.setText(wrong.place().map(EditorPane::words).orElse("") + wrong.what());
            problem.setOnAction(_ -> wrong.place().ifPresent(this::show));
        });
    }

    /** A place in words that end with a colon. */
    static String words(Place place) {
        return Texts.text("workshop.place", Integer.toString(place.line()), Integer.toString(place.column())) + " ";
    }

    /** Puts the caret there. */
    void show(Place place) {
        var lines = area.getText().split("\n", -1);
        int line = Math.clamp(place.line(), 1, lines.length);
        int at = 0;
        for (int i = 0; i < line - 1; i++) {
            at += lines[i].length() + 1;
        }
        int column = Math.min(place.column() - 1, lines[line - 1].length());
        area.requestFocus();
        area.selectRange(at + lines[line - 1].length(), at + Math.max(0, column));
    }
}
