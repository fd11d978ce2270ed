package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.concurrent.Worker;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Forks;
import ringside.view.parts.Controls;

/** A line above the stage while another story is told from an instant of the past, and for what is to be known of it. */
final class ForkStrip extends HBox {
    private static final double BAR = 160;

    private final Forks forks;
    private final Label words = Controls.paragraph("", "banner-text");
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Button back;
    private final Button close = Controls.icon(Feather.X, "banner.close", () -> Controls.show(this, false));

    ForkStrip(Forks forks) {
        this.forks = forks;
        cancel = Controls.button(text("cancel"), "quiet-button", forks::cancel);
        cancel.setId("fork-cancel");
        back = Controls.button(text("fork.back"), "quiet-button", forks::back);
        back.setId("fork-back");
        words.setId("fork-told");
        setId("fork-strip");
        getStyleClass().add("banner");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(BAR);
        bar.setAccessibleText(text("fork.progress"));
        getChildren().addAll(words, bar, cancel, back, close);
        forks.workProperty().subscribe(this::follow);
        forks.toldProperty().subscribe(_ -> follow(forks.workProperty().get()));
    }

    private void follow(Optional<Worker<?>> work) {
        bar.progressProperty().unbind();
        work.ifPresent(w -> bar.progressProperty().bind(w.progressProperty()));
        work.map(w -> text("fork.working", w.getTitle()))
                .or(() -> forks.toldProperty().get())
                .ifPresent(words::setText);
        Controls.show(bar, work.isPresent());
        Controls.show(cancel, work.isPresent());
        Controls.show(back, work.isEmpty());
        Controls.show(close, work.isEmpty());
        Controls.show(this, work.isPresent() || forks.toldProperty().get().isPresent());
    }
}
