package ringside.view.shell;

import static ringside.view.Texts.text;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.config.run.Preview;
import ringside.view.parts.Controls;
import ringside.view.parts.Tile;

/** One file that was opened or saved: its picture and when it was written, as soon as they are known. */
final class RecentTile {
    private static final double WIDTH = 112;
    private static final double HEIGHT = 70;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final StackPane picture = new StackPane(new FontIcon(Feather.FILE_TEXT));
    private final Label when = Controls.label("", "small", "muted");
    private final Tile tile;
    private boolean missing;

    /** What is known of a file, and the picture of it in the size in which it is shown. */
    private record Look(Outside.Sight sight, Optional<Image> picture) {}

    RecentTile(String path, Callable<Optional<Outside.Sight>> look, Runnable open, Runnable forget) {
        int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        var name = path.substring(end + 1);
        picture.getStyleClass().add("thumbnail");
        picture.setMinSize(WIDTH, HEIGHT);
        picture.setMaxSize(WIDTH, HEIGHT);
        tile = new Tile(picture, words(name, path.substring(0, Math.max(end, 0)), forget), name + ". " + path, () -> {
            if (!missing) {
                open.run();
            }
        });
        tile.getStyleClass().add("recent");
        tile.setId("recent-" + name);
        var _ = Aside.begin(() -> look.call().map(RecentTile::decoded), this::show, _ -> show(Optional.empty()));
    }

    private VBox words(String name, String folder, Runnable forget) {
        var remove = Controls.icon(Feather.X, "recent.forget", forget);
        remove.getStyleClass().add("forget");
        remove.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        remove.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        var title = Controls.label(name, "tile-title");
        var where = Controls.label(folder, "small", "muted");
        where.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        var head = new HBox(8, title, Controls.spring(), remove);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(3, head, where, when);
        words.setMinWidth(0);
        return words;
    }

    Tile node() {
        return tile;
    }

    private static Look decoded(Outside.Sight sight) {
        return new Look(sight, sight.preview().map(RecentTile::image).filter(image -> !image.isError()));
    }

    private static Image image(Preview preview) {
        return new Image(new ByteArrayInputStream(preview.png()), 2 * WIDTH, 2 * HEIGHT, true, true);
    }

    private void show(Optional<Look> look) {
        missing = look.isEmpty();
        Controls.style(tile, "missing", missing);
        when.setText(look.map(l -> Instant.ofEpochMilli(l.sight().changedMillis()))
                .map(at -> WHEN.format(at.atZone(ZoneId.systemDefault())))
                .orElse(text("recent.missing")));
        look.flatMap(Look::picture).ifPresent(image -> {
            var view = new ImageView(image);
            view.setFitWidth(WIDTH);
            view.setFitHeight(HEIGHT);
            view.setPreserveRatio(true);
            picture.getChildren().setAll(view);
        });
    }
}
