package ringside.view.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the window remembers from one day to the next.
 *
 * @param theme light, dark or as the system
 * @param speed how fast, 1 being real time
 * @param lastPlace the id of the last start point or lesson, empty at first
 * @param frame where the window was, if it was ever closed
 * @param lessonPane whether the lesson pane is open
 * @param inspector whether the inspector is open
 * @param recents the paths of the last files that were opened or saved, the last one first
 */
public record Memory(
        ThemeChoice theme,
        double speed,
        String lastPlace,
        Optional<Frame> frame,
        boolean lessonPane,
        boolean inspector,
        List<String> recents) {
    /** Where a window is, in pixels. */
    public record Frame(double x, double y, double width, double height, boolean maximized) {}

    /** Nothing yet. */
    public static final Memory FRESH = new Memory(ThemeChoice.SYSTEM, 1, "", Optional.empty(), true, true, List.of());

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
        return new Memory(theme, speed, lastPlace, frame, lessonPane, inspector, paths);
    }

    /** The same with a theme. */
    public Memory with(ThemeChoice other) {
        return new Memory(other, speed, lastPlace, frame, lessonPane, inspector, recents);
    }

    /** The same with a speed. */
    public Memory atSpeed(double other) {
        return new Memory(theme, other, lastPlace, frame, lessonPane, inspector, recents);
    }

    /** The same, last seen at a place. */
    public Memory at(String place) {
        return new Memory(theme, speed, place, frame, lessonPane, inspector, recents);
    }

    /** The same with a window's frame. */
    public Memory in(Frame other) {
        return new Memory(theme, speed, lastPlace, Optional.of(other), lessonPane, inspector, recents);
    }

    /** The same with panes open or closed. */
    public Memory panes(boolean lesson, boolean inspect) {
        return new Memory(theme, speed, lastPlace, frame, lesson, inspect, recents);
    }
}
