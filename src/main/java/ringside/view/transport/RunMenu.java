package ringside.view.transport;

import static ringside.view.Texts.text;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Show;
import ringside.view.parts.Bubble;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.world.VirtualTime;

/** The button that lets virtual time run to an instant, aside and as fast as it goes. */
final class RunMenu {
    private static final int DAY_MINUTES = 24 * 60;
    private static final int USUAL_MINUTES = 10;

    private final Show show;
    private final Button button = Controls.icon(Feather.FAST_FORWARD, "transport.run", this::open);

    RunMenu(Show show) {
        this.show = show;
        button.setId("run-ahead");
        show.worldProperty().subscribe(world -> Controls.show(button, world instanceof VirtualTime));
    }

    Node button() {
        return button;
    }

    /** Asks how far. */
    void open() {
        if (!button.isVisible()) {
            return;
        }
        int past = (int) TimeUnit.NANOSECONDS.toMinutes(show.newestProperty().get());
        var minutes = new Numbers(past + 1, Math.max(DAY_MINUTES, past + 1), text("run.to"), _ -> {});
        minutes.follow((past / USUAL_MINUTES + 1) * USUAL_MINUTES);
        minutes.spinner().setId("run-minutes");
        var run = new Button(text("run.go"));
        run.setId("run-go");
        run.getStyleClass().add("primary-button");
        var line = new HBox(
                8, Controls.label(text("run.to")), minutes.spinner(), Controls.label(text("run.minutes")), run);
        line.setAlignment(Pos.CENTER_LEFT);
        var words = Controls.label(text("run.how"), "muted", "small");
        PopOver bubble = Bubble.of(button, text("run.title"), new VBox(12, words, line), ArrowLocation.BOTTOM_CENTER);
        run.setOnAction(_ -> {
            minutes.spinner().commitValue();
            bubble.hide();
            show.runAhead(TimeUnit.MINUTES.toNanos(minutes.spinner().getValue()));
        });
        bubble.show(button);
    }
}
