package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.view.parts.Controls;
import ringside.view.workshop.WorkshopBox;
import ringside.world.World;

/** The blocks of a lesson as nodes. What has not changed keeps its node, so that nobody loses what they are typing. */
final class Blocks {
    private record Made(Object state, Node node) {}

    private final Map<Block, Made> made = new HashMap<>();
    private final Playing playing;
    private final LessonRun run;
    private final Rest rest;

    Blocks(Playing playing, Rest rest) {
        this.playing = playing;
        this.run = playing.run();
        this.rest = rest;
    }

    /** The node of a block as it stands now. */
    Node node(Block block) {
        var state = state(block);
        var before = made.get(block);
        if (before != null && before.node() instanceof Follower follower) {
            follower.follow();
            return before.node();
        }
        if (before != null && before.state().equals(state)) {
            return before.node();
        }
        var node = make(block);
        made.put(block, new Made(state, node));
        return node;
    }

    private Object state(Block block) {
        return switch (block) {
            case Block.Do what -> List.of(run.outcome(what), playing.turn(what));
            case Block.Task task -> List.of(run.done(task), playing.turn(task));
            case Block.Say say -> run.caption(say);
            case Block.Keep what -> run.kept(what);
            case Block.Predict _, Block.Trial _, Block.Prose _, Block.Check _, Block.Card _, Block.Build _ -> true;
        };
    }

    private Node make(Block block) {
        return switch (block) {
            case Block.Prose prose -> Prose.of(prose.document(), run::fill, playing.journey()::follow);
            case Block.Do what -> button(what);
            case Block.Predict asked -> new PredictionBox(playing, asked);
            case Block.Task task -> new TaskRow(playing, task, () -> deed(() -> run.solve(task)));
            case Block.Say say -> caption(run.caption(say));
            case Block.Trial trial -> new TrialBox(playing, trial);
            case Block.Keep what -> kept(what);
            case Block.Build what ->
                new WorkshopBox(
                        run, what, playing.journey().workplace(), playing.show()::toNow, playing.journey()::progressed);
            case Block.Check _, Block.Card _ -> caption(Optional.empty());
        };
    }

    private void deed(Supplier<World.Outcome> deed) {
        var show = playing.show();
        if (show.act(deed) instanceof World.Outcome.Rejected(var why)
                && show.canUndoProperty().get()) {
            show.refuse(text("lesson.astray", why));
        }
        rest.goOn();
    }

    private Node button(Block.Do what) {
        if (what.auto()) {
            return caption(Optional.empty());
        }
        var button = Controls.button(what.label(), "do-button", () -> deed(() -> run.press(what)));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        var outcome = run.outcome(what);
        boolean done = outcome.filter(World.Outcome.Done.class::isInstance).isPresent();
        button.setDisable(done || !playing.turn(what));
        Controls.style(button, "deed", !done);
        var box = new VBox(5, button);
        if (outcome.isPresent() && outcome.get() instanceof World.Outcome.Rejected(var why)) {
            box.getChildren().add(Controls.paragraph(why, "bad", "small"));
        }
        return box;
    }

    private Node kept(Block.Keep what) {
        return run.kept(what).isPresent()
                ? caption(Optional.of(run.fill(what.text()) + ": " + Measured.figure(run, what)))
                : caption(Optional.empty());
    }

    private static Node caption(Optional<String> words) {
        var said = Controls.paragraph(words.orElse(""), "caption");
        Controls.show(said, words.isPresent());
        return said;
    }
}
