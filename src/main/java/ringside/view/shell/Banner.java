package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Happening;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** A line above the stage for what needs to be known: a refused command, a notice, nobody left to answer. */
final class Banner extends HBox {
    private static final int LOOK_BACK = 400;

    private final Show show;
    private final Label words = Controls.paragraph("", "banner-text");
    private boolean down;
    private long read;

    Banner(Show show) {
        this.show = show;
        getStyleClass().add("banner");
        setId("banner");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(words, Controls.icon(Feather.X, "banner.close", this::hide));
        hide();
        show.rejectedProperty().subscribe(this::reject);
        show.worldProperty().subscribe((_, _) -> change());
        show.snapshotProperty().subscribe(this::follow);
    }

    /** What was said in a world before it was shown is no news. */
    private void change() {
        hide();
        down = false;
        read = show.world().timeline().nextSequence();
    }

    private void hide() {
        Controls.show(this, false);
    }

    /** Tells something that is no trouble. */
    void tell(String sentence) {
        tell(sentence, "notice");
    }

    private void tell(String sentence, String style) {
        words.setText(sentence);
        getStyleClass().removeAll("trouble", "relief", "notice");
        getStyleClass().add(style);
        Controls.show(this, true);
    }

    private void reject(Optional<String> why) {
        why.ifPresentOrElse(w -> tell(text("banner.rejected", w), "trouble"), () -> {
            if (!down) {
                hide();
            }
        });
    }

    private void follow(Snapshot snapshot) {
        readNotices(snapshot);
        boolean nobody =
                !snapshot.servers().isEmpty() && snapshot.servers().stream().noneMatch(ServerState::open);
        if (nobody && !down) {
            tell(text("banner.all-down"), "trouble");
        } else if (!nobody && down && isVisible()) {
            tell(text("banner.back"), "relief");
        }
        down = nobody;
    }

    private void readNotices(Snapshot snapshot) {
        long from = Math.max(read, snapshot.sequence() - LOOK_BACK);
        if (snapshot.sequence() <= read) {
            return;
        }
        read = snapshot.sequence();
        show.world().timeline().events(from, read).forEach(e -> {
            switch (e.what()) {
                case Happening.Notice(var said) -> tell(said, "notice");
                case Happening.Missed(long events) -> tell(text("banner.missed", events), "trouble");
                default -> {}
            }
        });
    }
}
