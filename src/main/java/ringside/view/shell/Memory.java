package ringside.view.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.lesson.review.Plan;

/**
 * What the window remembers from one day to the next.
 *
 * @param theme light, dark or as the system
 * @param motion whether the stage moves
 * @param speed how fast, 1 being real time
 * @param lastPlace the id of the last start point or lesson, empty at first
 * @param frame where the window was, if it was ever closed
 * @param lessonPane whether the lesson pane is open
 * @param inspector whether the inspector is open
 * @param recents the paths of the last files that were opened or saved, the last one first
 * @param plan what the learner wants of reviews
 */
public record Memory(
        ThemeChoice theme,
        MotionChoice motion,
        double speed,
        String lastPlace,
        Optional<Frame> frame,
        boolean lessonPane,
        boolean inspector,
        List<String> recents,
        Plan plan) {
    /** Where a window is, in pixels. */
    public record Frame(double x, double y, double width, double height, boolean maximized) {}

    /** Nothing yet. */
    public static final Memory FRESH = new Memory(
            ThemeChoice.SYSTEM, MotionChoice.SYSTEM, 1, "", Optional.empty(), true, true, List.of(), Plan.USUAL);

    public Memory {
        recents = List.copyOf(recents);
    }

    /** How many files are remembered. */
    static final int MOST_RECENTS = 8;

    /** The same, having opened or saved a file just now. */
    public Memory having(String path) {
        return remembering(Stream.concat(Stream.of(path), recents.stream().filter(r -> !r.equals(path)))
                .limit(MOST_RECENTS)
                .toList());
    }

    /** The same without a file. */
    public Memory forgetting(String path) {
        return remembering(recents.stream().filter(r -> !r.equals(path)).toList());
    }

    /** The same with these files alone. */
    public Memory remembering(List<String> paths) {
        return new Memory(theme, motion, speed, lastPlace, frame, lessonPane, inspector, paths, plan);
    }

    /** The same with a theme. */
    public Memory with(ThemeChoice other) {
        return new Memory(other, motion, speed, lastPlace, frame, lessonPane, inspector, recents, plan);
    }

    /** The same with a stage that moves or does not. */
    public Memory with(MotionChoice other) {
        return new Memory(theme, other, speed, lastPlace, frame, lessonPane, inspector, recents, plan);
    }

    /** The same with a speed. */
    public Memory atSpeed(double other) {
        return new Memory(theme, motion, other, lastPlace, frame, lessonPane, inspector, recents, plan);
    }

    /** The same, last seen at a place. */
    public Memory at(String place) {
        return new Memory(theme, motion, speed, place, frame, lessonPane, inspector, recents, plan);
    }

    /** The same with a window's frame. */
    public Memory in(Frame other) {
        return new Memory(theme, motion, speed, lastPlace, Optional.of(other), lessonPane, inspector, recents, plan);
    }

    /** The same with other wishes for reviews. */
    public Memory planning(Plan other) {
        return new Memory(theme, motion, speed, lastPlace, frame, lessonPane, inspector, recents, other);
    }

    /** The same with panes open or closed. */
    public Memory panes(boolean lesson, boolean inspect) {
        return new Memory(theme, motion, speed, lastPlace, frame, lesson, inspect, recents, plan);
    }
}
