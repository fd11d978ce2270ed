package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.view.parts.Controls;

/** A line below the top bar for as long as what the learner does can't be kept. */
final class SaveBanner extends HBox {
    private final Label words = Controls.paragraph("", "banner-text");

    SaveBanner(Diary diary) {
        getStyleClass().addAll("banner", "trouble");
        setId("save-trouble");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var retry = Controls.button(text("progress.retry"), "quiet-button", diary::retry);
        retry.setId("save-retry");
        retry.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(words, retry);
        diary.troubleProperty().subscribe(this::tell);
    }

    private void tell(Optional<String> trouble) {
        words.setText(trouble.orElse(""));
        Controls.show(this, trouble.isPresent());
    }
}
