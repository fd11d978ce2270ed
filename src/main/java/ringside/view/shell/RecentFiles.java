package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.view.parts.Controls;
import ringside.view.parts.Tile;

/** The files that were opened or saved last; nothing is read of them until they are shown. */
final class RecentFiles extends VBox {
    private final Theatre theatre;
    private final Outside outside;
    private final Consumer<String> open;
    private final GridPane files = Welcome.grid();

    /** Those that are remembered; {@code open} opens one. */
    RecentFiles(Theatre theatre, Outside outside, Consumer<String> open) {
        super(12);
        this.theatre = theatre;
        this.outside = outside;
        this.open = open;
        setId("recent-files");
        var forget = Controls.button(text("action.forget-files"), "link-button", theatre::forgetFiles);
        forget.setId("forget-files");
        var head = new HBox(Controls.section(text("welcome.recent")), Controls.spring(), forget);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, files);
        theatre.memoryProperty()
                .map(Memory::recents)
                .when(sceneProperty().isNotNull())
                .subscribe(this::list);
    }

    private void list(List<String> paths) {
        Controls.show(this, !paths.isEmpty());
        Welcome.fill(files, paths.stream().map(this::tile).toList());
    }

    private Tile tile(String path) {
        var memory = theatre.memoryProperty();
        return new RecentTile(
                        path,
                        () -> outside.look(path),
                        () -> open.accept(path),
                        () -> memory.set(memory.get().forgetting(path)))
                .node();
    }
}
