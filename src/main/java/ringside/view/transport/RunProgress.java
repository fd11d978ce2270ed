package ringside.view.transport;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;

/** How far a run ahead has come, and the way out of it; seen only while there is one. */
final class RunProgress extends HBox {
    private final Show show;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = Controls.label("", "small");

    RunProgress(Show show) {
        super(10);
        this.show = show;
        setId("run-progress");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(this, Priority.ALWAYS);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(40);
        words.setMinWidth(USE_PREF_SIZE);
        var cancel = Controls.button(text("run.cancel"), "chip", show::cancelRun);
        cancel.setId("run-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, bar, cancel);
        show.aheadProperty().subscribe(this::follow);
    }

    private void follow(Optional<Double> share) {
        Controls.show(this, share.isPresent());
        share.ifPresent(s -> {
            bar.setProgress(s);
            words.setText(
                    text("run.at", Figures.clockSeconds(show.newestProperty().get()), Math.round(s * 100)));
            bar.setAccessibleText(words.getText());
        });
    }
}
