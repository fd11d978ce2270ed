package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import ringside.lesson.LessonRun;
import ringside.lesson.workshop.Workplace;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.workshop.WorkshopBox;
import ringside.world.Snapshot;
import ringside.world.World;

/** One step of a lesson, with the way back and on. */
public final class LessonPane extends BorderPane {
    private record Made(Object state, Node node) {}

    private final Map<Block, Made> made = new HashMap<>();
    private final LessonRun run;
    private final Show show;
    private final Journey journey;
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();
    private int step;
    private final Label count = Controls.section("");
    private final Label title = Controls.paragraph("", "heading");
    private final VBox blocks = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(blocks);
    private final Label remaining = Controls.paragraph("", "muted", "small");
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

        /** The learner is done. */
        void leave();
    }

    /** A lesson that plays in a show. */
    public LessonPane(LessonRun run, Show show, Journey journey) {
        this.run = run;
        this.show = show;
        this.journey = journey;
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
        run.onChange(this::fill);
        show.snapshotProperty().subscribe(this::observe);
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
        }
    }

    private Node head() {
        var head = new VBox(7, count, title);
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
        run.back();
        scroll.setVvalue(0);
    }

    private void next() {
        if (run.finished()) {
            journey.leave();
        } else if (run.remaining().isEmpty()) {
            run.next();
            scroll.setVvalue(0);
        }
    }

    private void fill() {
        journey.progressed();
        var step = run.step();
        int of = run.lesson().steps().size();
        count.setText(run.finished() ? text("lesson.end") : text("lesson.step", step.number(), of));
        title.setText(run.finished() ? text("summary.title") : step.title());
        if (run.finished()) {
            blocks.getChildren().setAll(new Summary(run));
        } else {
            list(run.visible());
        }
        var left = run.remaining();
        remaining.setText(left.orElse(""));
        Controls.show(remaining, left.isPresent());
        next.setText(nextWords(step.number() == of));
        next.setAccessibleText(next.getText());
        next.setDisable(left.isPresent());
        back.setDisable(step.number() == 1);
        Controls.show(back, !run.finished());
    }

    private void list(List<Block> visible) {
        int before = blocks.getChildren().size();
        boolean goesOn = step == run.step().number() && visible.size() > before;
        step = run.step().number();
        wide.set(visible.stream().anyMatch(Block.Build.class::isInstance));
        blocks.getChildren().setAll(visible.stream().map(this::kept).toList());
        if (goesOn) {
            reveal(blocks.getChildren().get(before));
        }
    }

    /* Puts what a step goes on with a third down the pane, below what led to it. */
    private void reveal(Node node) {
        applyCss();
        layout();
        double room = scroll.getViewportBounds().getHeight();
        double hidden = Math.max(1, blocks.getHeight() - room);
        scroll.setVvalue(Math.clamp((node.getBoundsInParent().getMinY() - room / 3) / hidden, 0, 1));
    }

    private String nextWords(boolean last) {
        if (run.finished()) {
            return text("lesson.leave");
        }
        return text(last ? "lesson.finish" : "lesson.next");
    }

    /* What has not changed keeps its node, so that nobody loses what they are typing. */
    private Node kept(Block block) {
        var state = stateOf(block);
        var before = made.get(block);
        if (before != null && before.state().equals(state)) {
            return before.node();
        }
        var node = node(block);
        made.put(block, new Made(state, node));
        return node;
    }

    private Object stateOf(Block block) {
        return switch (block) {
            case Block.Do what -> run.outcome(what);
            case Block.Predict asked -> run.prediction(asked);
            case Block.Task task -> run.done(task);
            case Block.Say say -> run.caption(say);
            case Block.Trial trial -> run.tried(trial);
            case Block.Keep what -> run.kept(what);
            case Block.Prose _, Block.Check _, Block.Card _, Block.Build _ -> true;
        };
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Prose prose -> Prose.of(prose.document(), journey::follow);
            case Block.Do what -> doButton(what);
            case Block.Predict asked -> new PredictionBox(run, asked);
            case Block.Task task -> new TaskRow(run, task, () -> show.act(() -> run.solve(task)));
            case Block.Say say -> caption(say);
            case Block.Trial trial -> new TrialBox(run, trial, () -> show.act(() -> run.attempt(trial)));
            case Block.Keep what -> kept(what);
            case Block.Build what -> new WorkshopBox(run, what, journey.workplace(), show::toNow);
            case Block.Check _, Block.Card _ -> nothing();
        };
    }

    private Node doButton(Block.Do what) {
        if (what.auto()) {
            return nothing();
        }
        var button = Controls.button(what.label(), "do-button", () -> show.act(() -> run.press(what)));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        boolean done =
                run.outcome(what).filter(World.Outcome.Done.class::isInstance).isPresent();
        button.setDisable(done);
        Controls.style(button, "deed", !done);
        return button;
    }

    private Node kept(Block.Keep what) {
        var figure = run.kept(what);
        var said = Controls.paragraph(
                figure.isPresent() ? run.fill(what.text()) + ": " + what.unit().shown(figure.getAsDouble()) : "",
                "caption");
        Controls.show(said, figure.isPresent());
        return said;
    }

    private Node caption(Block.Say say) {
        var said = Controls.paragraph(run.caption(say).orElse(""), "caption");
        Controls.show(said, run.caption(say).isPresent());
        return said;
    }

    private static Node nothing() {
        var nothing = new VBox();
        Controls.show(nothing, false);
        return nothing;
    }
}
