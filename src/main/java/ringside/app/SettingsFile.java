package ringside.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.view.shell.Memory;
import ringside.view.shell.ThemeChoice;

/**
 * The settings as their file has them: anything may be missing, and what is missing is as on the first day.
 *
 * @param theme by its name
 * @param speed 0.01 to 100
 * @param lastPlace an id
 * @param lessons by lesson id
 * @param frame of the window
 * @param lessonPane whether open
 * @param inspector whether open
 * @param recents paths of files, the last one first
 */
record SettingsFile(
        @Nullable String theme,
        @Nullable Double speed,
        @Nullable String lastPlace,
        @Nullable Map<String, Reached> lessons,
        @Nullable Frame frame,
        @Nullable Boolean lessonPane,
        @Nullable Boolean inspector,
        @Nullable List<String> recents) {
    /** How far a lesson was taken. */
    record Reached(int step, boolean done) {}

    /** Where the window was, in pixels. */
    record Frame(double x, double y, double width, double height, boolean maximized) {}

    static SettingsFile of(Memory memory) {
        return new SettingsFile(
                memory.theme().name(),
                memory.speed(),
                memory.lastPlace(),
                reached(memory),
                memory.frame().map(SettingsFile::frame).orElse(null),
                memory.lessonPane(),
                memory.inspector(),
                memory.recents());
    }

    Memory memory() {
        var fresh = Memory.FRESH;
        return new Memory(
                Optional.ofNullable(theme).map(ThemeChoice::valueOf).orElse(fresh.theme()),
                Math.clamp(Optional.ofNullable(speed).orElse(fresh.speed()), 0.01, 100),
                Optional.ofNullable(lastPlace).orElse(fresh.lastPlace()),
                Optional.ofNullable(lessons).map(SettingsFile::progress).orElse(fresh.lessons()),
                Optional.ofNullable(frame).map(SettingsFile::frame),
                Optional.ofNullable(lessonPane).orElse(fresh.lessonPane()),
                Optional.ofNullable(inspector).orElse(fresh.inspector()),
                Optional.ofNullable(recents).orElse(fresh.recents()));
    }

    private static Map<String, Reached> reached(Memory memory) {
        var all = new TreeMap<String, Reached>();
        memory.lessons().forEach((id, p) -> all.put(id, new Reached(p.step(), p.done())));
        return all;
    }

    private static Map<String, Memory.Progress> progress(Map<String, Reached> lessons) {
        var all = new TreeMap<String, Memory.Progress>();
        lessons.forEach((id, r) -> all.put(id, new Memory.Progress(r.step(), r.done())));
        return all;
    }

    private static Frame frame(Memory.Frame f) {
        return new Frame(f.x(), f.y(), f.width(), f.height(), f.maximized());
    }

    private static Memory.Frame frame(Frame f) {
        return new Memory.Frame(f.x(), f.y(), f.width(), f.height(), f.maximized());
    }
}
