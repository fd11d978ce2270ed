package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.lesson.Lesson;
import ringside.view.parts.Controls;
import ringside.view.parts.Tile;
import ringside.view.shell.OwnLessons.Shelf;

/** The author's own lessons on the first screen: the way to open a folder, and then what is in it. */
final class OwnPart extends VBox {
    private final OwnLessons own;
    private final Function<Lesson, Tile> tile;
    private final Hyperlink open;

    OwnPart(OwnLessons own, Function<Lesson, Tile> tile, Runnable ask) {
        super(12);
        this.own = own;
        this.tile = tile;
        this.open = link("own.open", ask);
        own.shelfProperty().when(sceneProperty().isNotNull()).subscribe(this::show);
        show(own.shelfProperty().get());
    }

    private static Hyperlink link(String key, Runnable act) {
        var link = new Hyperlink(text(key));
        link.setId(key.replace('.', '-'));
        link.setAccessibleText(text(key));
        link.setOnAction(_ -> {
            link.setVisited(false);
            act.run();
        });
        return link;
    }

    private void show(Optional<Shelf> shelf) {
        getChildren().clear();
        shelf.ifPresentOrElse(this::fill, () -> getChildren().add(open));
        if (shelf.isPresent()) {
            Optional.ofNullable(getScene()).filter(_ -> own.fresh()).ifPresent(this::presentIn);
        }
    }

    /* The link that was pressed is gone, which the window knows after its next layout. */
    private void presentIn(Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                present();
            }
        });
    }

    /* The eye and the keyboard go on with what came in its place. */
    private void present() {
        lookupAll(".tile").stream()
                .findFirst()
                .or(() -> lookupAll(".hyperlink").stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private void fill(Shelf shelf) {
        var where = new HBox(
                10,
                Controls.section(text("own.title")),
                Controls.label(shelf.folder(), "small", "muted", "mono"),
                link("own.close", own::close));
        where.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(where);
        shelf.lessons().problems().forEach(problem -> {
            var said = Controls.paragraph(problem, "bad", "small", "mono");
            said.getStyleClass().add("own-problem");
            getChildren().add(said);
        });
        var grid = Welcome.grid();
        Welcome.fill(grid, shelf.lessons().all().stream().map(this::tile).toList());
        getChildren().addAll(grid, Controls.paragraph(text("own.watched"), "small", "muted"));
    }

    private Tile tile(Lesson lesson) {
        var made = tile.apply(lesson);
        made.setId("own-" + lesson.id());
        return made;
    }
}
