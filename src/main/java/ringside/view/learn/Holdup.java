package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.world.World;

/** Why what a lesson waits for does not come: the learner looks back, the world stands still, or its time runs slowly. */
record Holdup(Playing playing) {
    /** What is said of it; nothing where nothing holds the lesson up. */
    Optional<String> words() {
        var show = playing.show();
        if (playing.run().remaining().isEmpty() || playing.asked().isPresent()) {
            return Optional.empty();
        }
        if (!show.atNowProperty().get()) {
            return Optional.of(text("lesson.held.past"));
        }
        return playing.waits() || show.world().kind() != World.Kind.SIMULATED ? Optional.empty() : held(show);
    }

    private static Optional<String> held(Show show) {
        double speed = show.speedProperty().get();
        if (!show.playingProperty().get()) {
            return Optional.of(text("lesson.held.still"));
        }
        return speed < 1 ? Optional.of(text("lesson.held.slow", Figures.speed(speed))) : Optional.empty();
    }
}
