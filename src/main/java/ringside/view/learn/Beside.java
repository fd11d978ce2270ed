package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.Heights;
import ringside.lesson.Ranking;
import ringside.view.parts.Controls;

/** What a learner drew beside what came of it, where both can be drawn. */
final class Beside {
    private static final double FIGURE = 52;

    private final Playing playing;
    private final Block.Predict asked;

    private Beside(Playing playing, Block.Predict asked) {
        this.playing = playing;
        this.asked = asked;
    }

    /** A drawing of both, once what is right is known; of what was given alone before. */
    static Optional<Node> of(Playing playing, Block.Predict asked, String given, Optional<String> right) {
        var beside = new Beside(playing, asked);
        return switch (asked.kind()) {
            case BARS ->
                Heights.read(given, asked).map(g -> beside.bars(g, right.flatMap(r -> Heights.read(r, asked))));
            case ORDER ->
                Ranking.read(given, asked).map(g -> beside.orders(g, right.flatMap(r -> Ranking.read(r, asked))));
            default -> Optional.empty();
        };
    }

    private Node bars(Heights given, Optional<Heights> right) {
        var box = new VBox(9);
        box.setId("beside");
        double most = Math.max(
                Heights.most(asked, playing.run().facts()),
                right.stream()
                        .flatMap(r -> r.bars().values().stream())
                        .mapToDouble(v -> v)
                        .max()
                        .orElse(0));
        for (var option : asked.options()) {
            var name = Controls.paragraph(option.text(), "strong");
            playing.shade(option).ifPresent(s -> name.setStyle("-fx-text-fill: -identity-" + s + ";"));
            var both = new VBox(3, name, bar(option, "beside.given", given, most));
            right.ifPresent(r -> both.getChildren().add(bar(option, "beside.real", r, most)));
            box.getChildren().add(both);
        }
        return box;
    }

    private Node bar(Block.Option option, String key, Heights heights, double most) {
        double height = heights.bars().getOrDefault(option.id(), 0.0);
        boolean given = key.endsWith("given");
        var shown = asked.scale().unit().shown(height);
        var who = Controls.label(text(key), "small", "muted");
        who.setMinWidth(34);
        var track = BarTrack.still(playing.shade(option), height / most, given ? "given" : "real");
        HBox.setHgrow(track, Priority.ALWAYS);
        var figure = Controls.label(shown, "mono", "small", given ? "muted" : "strong");
        figure.setMinWidth(FIGURE);
        figure.setAlignment(Pos.CENTER_RIGHT);
        var line = new HBox(6, who, track, figure);
        line.setAlignment(Pos.CENTER_LEFT);
        return Controls.spoken(line, AccessibleRole.TEXT, option.text() + ", " + text(key) + ": " + shown);
    }

    private Node orders(Ranking given, Optional<Ranking> right) {
        var grid = new GridPane(8, 5);
        grid.setId("beside");
        var narrow = new ColumnConstraints();
        narrow.setMinWidth(Region.USE_PREF_SIZE);
        var half = new ColumnConstraints();
        half.setPercentWidth(right.isPresent() ? 44 : 88);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(narrow, half, half);
        grid.add(Controls.label(text("beside.given"), "small", "muted"), 1, 0);
        right.ifPresent(_ -> grid.add(Controls.label(text("beside.real"), "small", "muted"), 2, 0));
        IntStream.range(0, given.ids().size()).forEach(i -> {
            var mine = given.ids().get(i);
            var place = Controls.label(Integer.toString(i + 1), "mono", "small", "muted");
            GridPane.setValignment(place, VPos.TOP);
            grid.add(place, 0, i + 1);
            grid.add(words(mine), 1, i + 1);
            right.map(r -> r.ids().get(i)).ifPresent(its -> grid.add(words(its), 2, i + 1));
        });
        return grid;
    }

    private Label words(String id) {
        var option = asked.options().stream().filter(o -> o.id().equals(id)).findFirst();
        var words = Controls.paragraph(option.map(Block.Option::text).orElse(id), "small");
        GridPane.setValignment(words, VPos.TOP);
        return words;
    }
}
