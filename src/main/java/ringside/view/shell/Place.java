package ringside.view.shell;

import java.util.Optional;
import ringside.lesson.LessonRun;
import ringside.view.Show;

/** Where the learner is. */
public sealed interface Place {
    /** Choosing what to learn or explore. */
    record Home() implements Place {}

    /** Waiting for a world to open. */
    record Opening(String title) implements Place {}

    /** In a world of one's own. */
    record Exploring(String title, Show show) implements Place {}

    /** In a lesson. */
    record Learning(LessonRun run, Show show) implements Place {}

    /** What is on there, if anything is. */
    default Optional<Show> on() {
        return switch (this) {
            case Exploring(var _, var show) -> Optional.of(show);
            case Learning(var _, var show) -> Optional.of(show);
            case Home(), Opening(var _) -> Optional.empty();
        };
    }
}
