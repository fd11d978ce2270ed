package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.lesson.Block;
import ringside.lesson.Lesson;
import ringside.lesson.Template;
import ringside.lesson.progress.LessonNotes;
import ringside.view.compare.Bout;
import ringside.view.parts.Controls;
import ringside.view.parts.Tile;
import ringside.view.shell.Place.Home.Room;
import ringside.world.World;

/** Where everything begins: lessons to learn from, and worlds to explore. */
final class Welcome extends ScrollPane {
    private static final double WIDEST = 1040;

    private final Theatre theatre;
    private final Runnable openFile;
    private final GridPane lessons = grid();
    private final Button goOn = Controls.button("", "primary-button", () -> {});
    private final Button due = Controls.button("", "quiet-button", () -> {});

    Welcome(Theatre theatre, Node recent, Actions.Frontdoor door, Room room) {
        this.theatre = theatre;
        this.openFile = door::openFile;
        setId("welcome");
        goOn.setId("continue");
        goOn.setMinWidth(USE_PREF_SIZE);
        due.setId("review-due-cards");
        due.setMinWidth(USE_PREF_SIZE);
        due.setOnAction(_ -> theatre.review());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Controls.spoken(this, text("welcome.title"));
        var page = new VBox(hero());
        if (room == Room.BOTH || room == Room.LEARN) {
            page.getChildren()
                    .addAll(part("welcome.learn", lessons), new OwnPart(theatre.own(), this::tile, door::openLessons));
        }
        if (room == Room.BOTH || room == Room.EXPLORE) {
            page.getChildren().addAll(part("welcome.explore", starts()), recent);
        }
        if (room == Room.BOTH || room == Room.COMPARE) {
            page.getChildren().add(part("welcome.compare", bouts()));
        }
        if (room == Room.COMPARE) {
            page.getChildren().add(Controls.paragraph(text("welcome.compare.more"), "muted"));
        }
        page.getStyleClass().add("welcome");
        page.setMaxWidth(WIDEST);
        var centred = new StackPane(page);
        centred.setAlignment(Pos.TOP_CENTER);
        setContent(centred);
        theatre.lessons().subscribe(this::fill);
        theatre.progressProperty().subscribe(this::fill);
        theatre.cards().dueProperty().subscribe(many -> {
            due.setText(text("welcome.review", many.intValue()));
            due.setAccessibleText(due.getText());
            Controls.show(due, many.intValue() > 0);
        });
        fill();
    }

    private Node hero() {
        var learnt = Controls.button(text("learnt.title"), "quiet-button", () -> theatre.home(Room.LEARNT));
        learnt.setId("what-was-learnt");
        learnt.setMinWidth(USE_PREF_SIZE);
        theatre.progressProperty()
                .subscribe(p -> Controls.show(learnt, !p.lessons().isEmpty()));
        var begin = new HBox(10, goOn, due, learnt);
        VBox.setMargin(begin, new Insets(8, 0, 0, 0));
        var words = new VBox(
                8,
                Controls.paragraph(text("welcome.slogan"), "slogan"),
                Controls.paragraph(text("welcome.lede"), "lede"),
                begin);
        HBox.setHgrow(words, Priority.ALWAYS);
        var hero = new HBox(24, words, new RingMark());
        hero.setAlignment(Pos.CENTER_LEFT);
        return hero;
    }

    private static Node part(String key, Node tiles) {
        return new VBox(12, Controls.section(text(key)), tiles);
    }

    /** Two columns for tiles. */
    static GridPane grid() {
        var grid = new GridPane(14, 14);
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    /** Puts tiles there, row by row. */
    static void fill(GridPane grid, List<? extends Node> tiles) {
        grid.getChildren().clear();
        for (int i = 0; i < tiles.size(); i++) {
            grid.add(tiles.get(i), i % 2, i / 2);
        }
    }

    private void fill() {
        fill(lessons, theatre.lessons().stream().map(this::tile).toList());
        var last = Continuation.of(theatre);
        Controls.show(goOn, last.isPresent());
        last.ifPresent(l -> {
            goOn.setText(l.words());
            goOn.setAccessibleText(l.words());
            goOn.setOnAction(_ -> l.act().run());
        });
    }

    private Tile tile(Lesson lesson) {
        var state = theatre.progressProperty()
                .get()
                .lesson(lesson.id())
                .map(n -> state(Optional.of(lesson), n))
                .orElseGet(() ->
                        Controls.label(text("welcome.minutes", lesson.about().minutes()), "small", "muted"));
        state.setMinWidth(USE_PREF_SIZE);
        boolean live = lesson.about().world() == World.Kind.LIVE;
        var tile = new Tile(
                live ? Feather.ACTIVITY : Feather.PLAY_CIRCLE,
                lesson.title(),
                teaser(lesson),
                state,
                () -> theatre.learn(lesson));
        tile.setId("lesson-" + lesson.id());
        return tile;
    }

    /** How far a lesson was taken, in a few words; of one that is gone nobody knows how many steps it had. */
    static Label state(Optional<Lesson> lesson, LessonNotes notes) {
        if (notes.done() && notes.bookmark().isEmpty()) {
            return Controls.label(text("welcome.done"), "small", "strong", "good");
        }
        int of = lesson.map(l -> l.steps().size()).orElse(notes.reached());
        return Controls.label(text("welcome.step", notes.reached(), of), "small", "strong", "accented");
    }

    /* The first question that the lesson asks, if it can be asked without having seen anything. */
    private static String teaser(Lesson lesson) {
        return lesson.blocks(Block.Predict.class).stream()
                .map(Block.Predict::question)
                .filter(q -> q.values().findAny().isEmpty())
                .map(q -> q.parts().stream().map(Welcome::plain).collect(Collectors.joining()))
                .findFirst()
                .orElse("");
    }

    private static String plain(Template.Part part) {
        return part instanceof Template.Part.Plain(var words) ? words : "";
    }

    private Node starts() {
        var grid = grid();
        var tiles = new ArrayList<Node>();
        for (var start : StartPoint.all()) {
            boolean live = start.kind() == World.Kind.LIVE;
            var kind = Controls.label(
                    text(live ? "badge.live" : "badge.simulated"), "small", "strong", live ? "good" : "accented");
            kind.setMinWidth(USE_PREF_SIZE);
            var tile = new Tile(
                    icon(start),
                    start.title(),
                    text("start." + start.id() + ".what"),
                    kind,
                    () -> theatre.explore(start));
            tile.setId("start-" + start.id());
            tiles.add(tile);
        }
        var file = new Tile(
                Feather.FOLDER, text("start.file"), text("start.file.what"), Controls.label("", "small"), openFile);
        file.setId("start-file");
        tiles.add(file);
        fill(grid, tiles);
        return grid;
    }

    private Node bouts() {
        var grid = grid();
        fill(grid, Bout.all().stream().map(this::tile).toList());
        return grid;
    }

    private Tile tile(Bout bout) {
        int sides = bout.contest().contestants().size();
        var many = Controls.label(text("bout.sides", sides), "small", "muted");
        many.setMinWidth(USE_PREF_SIZE);
        var tile = new Tile(
                Feather.COPY,
                text("bout." + bout.id()),
                text("bout." + bout.id() + ".what"),
                many,
                () -> theatre.compare(text("bout." + bout.id()), bout::contest));
        tile.setId("bout-" + bout.id());
        return tile;
    }

    private static Feather icon(StartPoint start) {
        return switch (start.id()) {
            case "ring" -> Feather.DISC;
            case "sandbox" -> Feather.BOX;
            default -> Feather.SERVER;
        };
    }
}
