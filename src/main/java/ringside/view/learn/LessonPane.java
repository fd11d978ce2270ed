package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.Lesson;
import ringside.lesson.LessonRun;
import ringside.lesson.Prediction;
import ringside.lesson.workshop.Workplace;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Soon;
import ringside.world.Snapshot;

/** One step of a lesson, with the way back and on. */
public final class LessonPane extends BorderPane {
    private static final double ABOVE = 0.6;

    private final LessonRun run;
    private final Show show;
    private final Journey journey;
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();
    private final Playing playing;
    private final Rest rest;
    private final Soon saving;
    private final OnStage onStage;
    private final Blocks nodes;
    private final Measured measured;
    private final StepDots dots;
    private int step;
    private long verdicts;
    private final Label count = Controls.section("");
    private final Label title = Controls.paragraph("", "heading");
    private final VBox blocks = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(blocks);
    private final Label remaining = Controls.paragraph("", "muted", "small");
    private final Label repaired = Controls.paragraph(text("lesson.repaired"), "caption");
    private final Button back = Controls.button(text("lesson.back"), "quiet-button", this::back);
    private final Button next = Controls.button("", "primary-button", this::next);

    /** What a lesson needs of what is around it. */
    public interface Journey {
        /** A link was clicked. */
        void follow(String link);

        /** The learner may have come further. */
        void progressed();

        /** Where configurations are run. */
        Workplace workplace();

        /** What else can be done with an answer that was judged: buttons beside what was said to it. */
        default List<Node> afterVerdict(Block.Predict asked) {
            return List.of();
        }

        /** The lesson that comes after this one, if there is one. */
        Optional<Lesson> after();

        /** The learner goes on to another lesson. */
        void begin(Lesson other);

        /** The learner is done. */
        void leave();
    }

    /** A lesson that plays in a show. */
    public LessonPane(LessonRun run, Show show, Journey journey) {
        this.run = run;
        this.show = show;
        this.journey = journey;
        playing = new Playing(run, show, journey);
        rest = new Rest(playing);
        saving = new Soon(this, journey::progressed);
        onStage = new OnStage(playing);
        nodes = new Blocks(playing, rest);
        measured = new Measured(run);
        dots = new StepDots(run, this::turnTo);
        getStyleClass().addAll("card", "lesson-pane");
        setId("lesson");
        back.setId("lesson-back");
        next.setId("lesson-next");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Controls.spoken(scroll, text("lesson.text"));
        setTop(head());
        setCenter(scroll);
        setBottom(foot());
        run.speak(Locale.getDefault());
        run.onChange(this::fill);
        show.heed(playing::objection);
        show.snapshotProperty().subscribe(this::observe);
        show.deedsProperty().subscribe((_, _) -> saving.ask());
        FirstKey.of(this, () -> FocusWalk.first(open(), next));
        show.atNowProperty().subscribe(_ -> tellWhatRemains());
        show.playingProperty().subscribe(_ -> tellWhatRemains());
        fill();
    }

    /** Whether what it shows needs more room beside it than text does. */
    public ReadOnlyBooleanProperty wideProperty() {
        return wide.getReadOnlyProperty();
    }

    /* A lesson is about the present: a picture of the past marks nothing as done. */
    private void observe(Snapshot snapshot) {
        if (show.atNowProperty().get()) {
            run.observe(snapshot);
            rest.observe(snapshot);
            followProse();
        }
    }

    /* A step that was left stays as it was. */
    private void followProse() {
        if (playing.atTheFront()) {
            blocks.getChildren().stream()
                    .filter(ProseBox.class::isInstance)
                    .forEach(prose -> ((ProseBox) prose).follow());
        }
    }

    private Node head() {
        var line = new HBox(8, count, Controls.spring(), dots);
        line.setAlignment(Pos.CENTER_LEFT);
        count.setMinWidth(USE_PREF_SIZE);
        var head = new VBox(7, line, title);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    private Node foot() {
        var buttons = new HBox(back, Controls.spring(), next);
        buttons.setAlignment(Pos.CENTER);
        remaining.setId("remaining");
        var foot = new VBox(8, remaining, buttons);
        foot.getStyleClass().add("lesson-foot");
        return foot;
    }

    private void back() {
        turnTo(run.step().number() - 1);
    }

    private void turnTo(int number) {
        run.turnTo(number);
        scroll.setVvalue(0);
    }

    private void next() {
        if (run.finished()) {
            journey.leave();
        } else if (run.remaining().isEmpty()) {
            boolean further = playing.atTheFront();
            show.selectionProperty().set(Selection.NOTHING);
            run.next();
            scroll.setVvalue(0);
            if (further && !run.finished()) {
                rest.goOn();
            } else {
                rest.toPresent();
            }
        }
    }

    private void fill() {
        var focus = new FocusWalk(this, scroll, next);
        journey.progressed();
        rest.stir();
        onStage.follow();
        var step = run.step();
        int of = run.lesson().steps().size();
        count.setText(run.finished() ? text("lesson.end") : text("lesson.step", step.number(), of));
        title.setText(run.finished() ? text("summary.title") : step.title());
        dots.follow();
        Controls.show(dots, !run.finished());
        var left = run.remaining();
        tellWhatRemains();
        next.setText(nextWords(step.number() == of));
        next.setAccessibleText(next.getText());
        next.setDisable(left.isPresent());
        back.setDisable(step.number() == 1);
        Controls.show(back, !run.finished());
        if (run.finished()) {
            blocks.getChildren().setAll(new Summary(playing));
        } else {
            list(run.visible());
        }
        focus.goOn(open());
    }

    /* What only time can bring does not come while the picture stands still or is one of the past. */
    private void tellWhatRemains() {
        var left = run.remaining();
        boolean atNow = show.atNowProperty().get();
        boolean stopped = left.isPresent()
                && open().isEmpty()
                && !(atNow && show.playingProperty().get());
        remaining.setText(stopped ? text(atNow ? "lesson.paused" : "lesson.past") : left.orElse(""));
        Controls.show(remaining, left.isPresent());
    }

    /** What waits for the learner in this step, in order. */
    private List<Node> open() {
        return run.finished()
                ? List.of()
                : run.visible().stream()
                        .filter(block -> playing.open(block) || playing.lacksReason(block))
                        .map(nodes::node)
                        .toList();
    }

    private void list(List<Block> visible) {
        measured.follow();
        boolean goesOn = step == run.step().number();
        step = run.step().number();
        wide.set(!run.step().blocks(Block.Build.class).isEmpty());
        var before = List.copyOf(blocks.getChildren());
        var now = new ArrayList<Node>(visible.stream().map(nodes::node).toList());
        if (run.repaired() && playing.atTheFront()) {
            now.addFirst(repaired);
        }
        now.add(measured);
        blocks.getChildren().setAll(now);
        if (goesOn) {
            judged(visible)
                    .or(() -> now.stream()
                            .filter(n -> n.isVisible() && !before.contains(n))
                            .findFirst())
                    .ifPresent(this::reveal);
        }
        verdicts = verdicts(visible).count();
    }

    private Stream<Block.Predict> verdicts(List<Block> visible) {
        return visible.stream()
                .filter(Block.Predict.class::isInstance)
                .map(Block.Predict.class::cast)
                .filter(asked ->
                        run.prediction(asked).flatMap(Prediction::verdict).isPresent());
    }

    /** The question whose answer is known since a moment ago. */
    private Optional<Node> judged(List<Block> visible) {
        return verdicts(visible).count() > verdicts
                ? verdicts(visible).map(nodes::node).reduce((_, later) -> later)
                : Optional.empty();
    }

    /*
     * Puts what a step goes on with well down the pane, below what led to it; what can be seen whole stays. Of a long
     * verdict the end counts.
     */
    private void reveal(Node node) {
        applyCss();
        layout();
        double room = scroll.getViewportBounds().getHeight();
        double hidden = Math.max(1, blocks.getHeight() - room);
        double top = scroll.getVvalue() * hidden;
        var place = node.getBoundsInParent();
        if (node instanceof PredictionBox box && (box.judged() || place.getHeight() < room)) {
            double end = place.getMaxY() - room;
            top = Math.clamp(top, end, Math.max(end, place.getMinY()));
            scroll.setVvalue(Math.clamp(top / hidden, 0, 1));
        } else if (place.getMinY() < top || place.getMaxY() > top + room) {
            scroll.setVvalue(Math.clamp((place.getMinY() - room * ABOVE) / hidden, 0, 1));
        }
    }

    private String nextWords(boolean last) {
        if (run.finished()) {
            return text("lesson.leave");
        }
        return text(last ? "lesson.finish" : "lesson.next");
    }
}
