package ringside.view.transport;

import static ringside.view.Texts.text;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Show;
import ringside.view.StopChoice;
import ringside.view.parts.Bubble;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;

/** The button behind which is chosen at what the picture stops by itself; it is down while anything is. */
final class StopMenu {
    private static final int MOST_MILLIS = (int) TimeUnit.HOURS.toMillis(1);

    private final Show show;
    private final ToggleButton button = Controls.toggle(Feather.OCTAGON, "transport.stop-when");

    StopMenu(Show show) {
        this.show = show;
        button.setId("stop-when");
        button.setOnAction(_ -> {
            tell(choice());
            open();
        });
        show.stopChoiceProperty().subscribe(this::tell);
    }

    Node button() {
        return button;
    }

    private void tell(StopChoice choice) {
        button.setSelected(!choice.conditions().isEmpty());
    }

    private StopChoice choice() {
        return show.stopChoiceProperty().get();
    }

    private void set(StopChoice other) {
        show.stopChoiceProperty().set(other);
    }

    /** Shows what can be chosen. */
    void open() {
        var rows = new VBox(
                10,
                Controls.label(text("stop.how"), "muted", "small"),
                check("stop-dropped", "stop.dropped", choice().dropped(), on -> set(choice().dropped(on))),
                check("stop-ejected", "stop.ejected", choice().ejected(), on -> set(choice().ejected(on))),
                moves(),
                slow());
        rows.setId("stop-choice");
        PopOver bubble = Bubble.of(button, text("stop.title"), rows, ArrowLocation.BOTTOM_CENTER);
        bubble.show(button);
    }

    private static CheckBox check(String id, String key, boolean on, Consumer<Boolean> set) {
        var check = new CheckBox(text(key));
        check.setId(id);
        check.setSelected(on);
        check.setMinWidth(CheckBox.USE_PREF_SIZE);
        check.selectedProperty().addListener((_, _, now) -> set.accept(now));
        return check;
    }

    private Node moves() {
        var key = new TextField(choice().key());
        key.setId("stop-key");
        key.setPromptText("user:7");
        key.setPrefColumnCount(9);
        key.setAccessibleText(text("stop.key"));
        var check = check("stop-moves", "stop.moves", choice().moves(), on -> set(choice().moves(on, key.getText())));
        key.textProperty().addListener((_, _, typed) -> {
            set(choice().moves(!typed.isBlank(), typed));
            check.setSelected(!typed.isBlank());
        });
        return line(check, key);
    }

    private Node slow() {
        var limit = new Numbers(1, MOST_MILLIS, text("stop.limit"), to -> set(choice().slow(choice().slow(), to)));
        limit.follow(choice().limitMillis());
        limit.spinner().setId("stop-limit");
        var check =
                check("stop-slow", "stop.slow", choice().slow(), on -> set(choice().slow(on, choice().limitMillis())));
        return line(check, limit.spinner());
    }

    private static HBox line(Node... parts) {
        var line = new HBox(8, parts[0], Controls.spring(), parts[1]);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
