package ringside.view.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
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
            EXPLORE,
            /** Comparisons. */
            COMPARE,
            /** Nothing: what was learnt is shown. */
            LEARNT
        }
    }

    /**
     * Waiting for a world to open.
     *
     * @param title what is opened
     * @param share how much of it is done, 0 to 1; less when nobody knows
     * @param back where to go when it is not wanted any more
     */
    record Opening(String title, ReadOnlyDoubleProperty share, Place back) implements Place {}

    /** In a world of one's own. */
    record Exploring(String title, Show show) implements Place {}

    /** In a lesson. */
    record Learning(LessonRun run, Show show) implements Place {}

    /** Among cards. */
    record Reviewing(ringside.view.review.Reviewing reviewing) implements Place {}

    /**
     * In a comparison.
     *
     * @param title what it is called
     * @param comparing what is compared
     * @param back where it was begun, and where it leads back to
     */
    record Comparing(String title, ringside.view.compare.Comparing comparing, Place back) implements Place {}

    /** What it is called; empty where things are chosen. */
    default String title() {
        return switch (this) {
            case Exploring(var title, var _) -> title;
            case Learning(var run, var _) -> run.lesson().title();
            case Opening(var title, var _, var _) -> title;
            case Comparing(var title, var _, var _) -> title;
            case Home(var _) -> "";
            case Reviewing(var _) -> "";
        };
    }

    /** What is on there, if anything is. */
    default Optional<Show> on() {
        return switch (this) {
            case Exploring(var _, var show) -> Optional.of(show);
            case Learning(var _, var show) -> Optional.of(show);
            case Comparing(var _, var comparing, var _) -> comparing.leader();
            case Home _, Opening _, Reviewing _ -> Optional.empty();
        };
    }

    /** What has to be closed when nobody can come back here. */
    default List<AutoCloseable> open() {
        return switch (this) {
            case Exploring(var _, var show) -> List.of(show);
            case Learning(var _, var show) -> List.of(show);
            case Comparing(var _, var comparing, var back) ->
                Stream.concat(Stream.of(comparing), back.open().stream()).toList();
            case Opening(var _, var _, var back) -> back.open();
            case Reviewing(var reviewing) -> List.of(reviewing);
            case Home _ -> List.of();
        };
    }

    /** Everything here stands still. */
    default void rest() {
        switch (this) {
            case Comparing(var _, var comparing, var _) -> comparing.stop();
            default -> on().ifPresent(show -> show.playingProperty().set(false));
        }
    }
}
