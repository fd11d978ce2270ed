package ringside.view.learn;

import java.util.List;
import java.util.Optional;
import ringside.lesson.Block;
import ringside.lesson.Brushed;
import ringside.view.Layout;
import ringside.view.Sketch;

/** What a lesson does on the stage besides its world: the veil over answers, and the arc that is drawn or was drawn. */
final class OnStage {
    private final Playing playing;
    private Optional<Block.Predict> drawing = Optional.empty();

    OnStage(Playing playing) {
        this.playing = playing;
    }

    /** Follows the lesson. */
    void follow() {
        var run = playing.run();
        var asked = run.finished() ? Optional.<Block.Predict>empty() : playing.asked();
        playing.show().veiledProperty().set(asked.isPresent());
        var sketch = playing.show().sketchProperty();
        var arc = asked.filter(OnStage::drawn).filter(_ -> playing.atTheFront());
        if (arc.isPresent()) {
            if (!drawing.equals(arc)) {
                sketch.set(Optional.of(Sketch.BLANK));
                showTheRing();
            }
        } else {
            sketch.set(run.finished() ? Optional.empty() : answered());
        }
        drawing = arc;
    }

    private static boolean drawn(Block.Predict asked) {
        return asked.kind() == Block.Predict.Kind.ARC;
    }

    private void showTheRing() {
        var layout = playing.show().layoutProperty();
        if (layout.get() == Layout.FLOW) {
            layout.set(Layout.BOTH);
        }
    }

    /* The last arc of the step, beside what came of it. */
    private Optional<Sketch> answered() {
        var run = playing.run();
        return run.step().blocks(Block.Predict.class).stream()
                .filter(OnStage::drawn)
                .flatMap(asked -> run.prediction(asked).stream()
                        .flatMap(p -> Brushed.read(p.given()).stream())
                        .map(given -> Sketch.beside(given, real(asked))))
                .reduce((_, later) -> later);
    }

    private List<Brushed> real(Block.Predict asked) {
        return playing.run().right(asked).flatMap(Brushed::read).stream().toList();
    }
}
