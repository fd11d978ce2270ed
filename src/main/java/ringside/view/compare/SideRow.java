package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import ringside.engine.PolicyChoice;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.PolicyBox;
import ringside.world.Side;

/** One of the two stages, with who is on it and its figures up to the instant shown above it. */
final class SideRow extends VBox {
    private final Comparing comparing;
    private final int stage;
    private final Function<Show, Node> stages;
    private final MenuButton which = new MenuButton();
    private final Label branch = Controls.label("", "strong");
    private final PolicyBox policy;
    private final Label p50;
    private final Label p99;
    private final Label dropped;
    private final StackPane ground = new StackPane();
    private Subscription following = Subscription.EMPTY;

    /** The upper row is 0; {@code stages} makes the stage of a show. */
    SideRow(Comparing comparing, int stage, Function<Show, Node> stages) {
        this.comparing = comparing;
        this.stage = stage;
        this.stages = stages;
        this.policy = new PolicyBox(entry -> comparing.choose(side(), PolicyChoice.of(entry.id())));
        policy.setId("side-policy-" + stage);
        policy.setMinWidth(120);
        policy.setPrefWidth(230);
        which.setId("side-" + stage);
        which.getStyleClass().add("side-menu");
        getStyleClass().addAll("card", "side-row");
        p50 = figure("p50-" + stage);
        p99 = figure("p99-" + stage);
        dropped = figure("dropped-" + stage);
        VBox.setVgrow(ground, Priority.ALWAYS);
        ground.setMinHeight(0);
        getChildren().addAll(head(), ground);
        comparing.tellingProperty().subscribe(this::follow);
        comparing.onProperty(stage).subscribe(_ -> set());
        comparing.onProperty(0).subscribe(this::followTime);
        comparing.onProperty(1).subscribe(this::followTime);
        followTime();
    }

    private static Label figure(String id) {
        var label = Controls.label("–", "mono", "strong");
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Node head() {
        var head = new HBox(
                8,
                which,
                branch,
                policy,
                Controls.spring(),
                named("compare.measure.p50", p50),
                named("compare.measure.p99", p99),
                named("compare.measure.dropped", dropped));
        head.getStyleClass().add("side-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node named(String key, Label figure) {
        var name = Controls.label(text(key), "muted", "small");
        name.setMinWidth(USE_PREF_SIZE);
        var pair = new HBox(6, name, figure);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(pair, new Insets(0, 0, 0, 10));
        return pair;
    }

    private int side() {
        return comparing.telling().staged().get(stage);
    }

    private void follow(Telling telling) {
        var contestant = telling.contestant(stage);
        policy.follow(contestant.policy());
        branch.setText(contestant.branch());
        Controls.show(branch, !contestant.branch().isEmpty());
        which.setGraphic(SideMark.of(side()));
        which.setAccessibleText(text("compare.on-stage", String.valueOf(side() + 1), contestant.name()));
        which.getItems().setAll(choices(telling));
        which.setDisable(false);
        if (comparing.onProperty(stage).get().isEmpty()) {
            set();
        }
        tellFigures();
    }

    private List<MenuItem> choices(Telling telling) {
        return IntStream.range(0, telling.contest().contestants().size())
                .mapToObj(i -> {
                    var item =
                            new MenuItem(telling.contest().contestants().get(i).name(), SideMark.of(i));
                    item.setOnAction(_ -> comparing.stage(stage, i));
                    return item;
                })
                .toList();
    }

    private void set() {
        ground.getChildren()
                .setAll(comparing.onProperty(stage).get().map(stages).orElseGet(this::whyNot));
    }

    private Node whyNot() {
        var why = comparing.telling().side(stage) instanceof Side.Unfit(var _, var words) ? words : "";
        var sentence = Controls.paragraph(text("compare.unfit", why), "muted");
        sentence.setId("unfit-" + stage);
        sentence.setMaxWidth(420);
        return sentence;
    }

    private void followTime() {
        following.unsubscribe();
        following = comparing
                .leader()
                .map(show -> show.nanosProperty().subscribe(this::tellFigures))
                .orElse(Subscription.EMPTY);
        tellFigures();
    }

    private void tellFigures() {
        if (comparing.telling().side(stage) instanceof Side.Told told
                && comparing.leader().isPresent()) {
            var figures =
                    told.soFar().at(comparing.leader().get().nanosProperty().get());
            p50.setText(Figures.span(figures.p50Nanos()));
            p99.setText(Figures.span(figures.p99Nanos()));
            dropped.setText(Figures.count(figures.dropped()));
        } else {
            List.of(p50, p99, dropped).forEach(label -> label.setText("–"));
        }
    }
}
