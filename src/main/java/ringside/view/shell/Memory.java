package ringside.view.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the window remembers from one day to the next.
 *
 * @param theme light, dark or as the system
 * @param speed how fast, 1 being real time
 * @param lastPlace the id of the last start point or lesson, empty at first
 * @param lessons how far each lesson was taken, by its id
 * @param frame where the window was, if it was ever closed
 * @param lessonPane whether the lesson pane is open
 * @param inspector whether the inspector is open
 */
public record Memory(
        ThemeChoice theme,
        double speed,
        String lastPlace,
        Map<String, Progress> lessons,
        Optional<Frame> frame,
        boolean lessonPane,
        boolean inspector) {
    /**
     * How far a lesson was taken.
     *
     * @param step the furthest step reached, counted from 1
     * @param done whether its end was ever reached
     */
    public record Progress(int step, boolean done) {}

    /** Where a window is, in pixels. */
    public record Frame(double x, double y, double width, double height, boolean maximized) {}

    /** Nothing yet. */
    public static final Memory FRESH = new Memory(ThemeChoice.SYSTEM, 1, "", Map.of(), Optional.empty(), true, true);

    public Memory {
        lessons = Map.copyOf(lessons);
    }

    /** The same with a theme. */
    public Memory with(ThemeChoice other) {
        return new Memory(other, speed, lastPlace, lessons, frame, lessonPane, inspector);
    }

    /** The same with a speed. */
    public Memory atSpeed(double other) {
        return new Memory(theme, other, lastPlace, lessons, frame, lessonPane, inspector);
    }

    /** The same, last seen at a place. */
    public Memory at(String place) {
        return new Memory(theme, speed, place, lessons, frame, lessonPane, inspector);
    }

    /** The same with a window's frame. */
    public Memory in(Frame other) {
        return new Memory(theme, speed, lastPlace, lessons, Optional.of(other), lessonPane, inspector);
    }

    /** The same with panes open or closed. */
    public Memory panes(boolean lesson, boolean inspect) {
        return new Memory(theme, speed, lastPlace, lessons, frame, lesson, inspect);
    }

    /** The same with a lesson taken so far; once done, it stays done. */
    public Memory reached(String lesson, int step, boolean done) {
        var more = new HashMap<>(lessons);
        boolean before = lessons.containsKey(lesson) && lessons.get(lesson).done();
        more.put(lesson, new Progress(step, done || before));
        return new Memory(theme, speed, lastPlace, more, frame, lessonPane, inspector);
    }
}
