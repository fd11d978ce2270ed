package ringside.view.shell;

import java.util.Optional;
import ringside.lesson.LessonRun;
import ringside.view.Show;

/** Where the learner is. */
public sealed interface Place {
    /** Choosing: a lesson, a world to explore, or either. */
    record Home(Room room) implements Place {
        /** What is there to choose from. */
        public enum Room {
            /** Lessons and worlds. */
            BOTH,
            /** Lessons. */
            LEARN,
            /** Worlds. */
            EXPLORE
        }
    }

    /** Waiting for a world to open. */
    record Opening(String title) implements Place {}

    /** In a world of one's own. */
    record Exploring(String title, Show show) implements Place {}

    /** In a lesson. */
    record Learning(LessonRun run, Show show) implements Place {}

    /** What it is called; empty where things are chosen. */
    default String title() {
        return switch (this) {
            case Exploring(var title, var _) -> title;
            case Learning(var run, var _) -> run.lesson().title();
            case Opening(var title) -> title;
            case Home(var _) -> "";
        };
    }

    /** What is on there, if anything is. */
    default Optional<Show> on() {
        return switch (this) {
            case Exploring(var _, var show) -> Optional.of(show);
            case Learning(var _, var show) -> Optional.of(show);
            case Home(var _), Opening(var _) -> Optional.empty();
        };
    }
}
