package ringside.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Progress;
import ringside.lesson.review.Plan;
import ringside.lesson.review.Scheduler;
import ringside.view.shell.Memory;
import ringside.view.shell.MotionChoice;
import ringside.view.shell.ThemeChoice;

/**
 * The settings as their file has them: anything may be missing, and what is missing is as on the first day.
 *
 * @param theme by its name
 * @param motion by its name
 * @param speed 0.01 to 100
 * @param lastPlace an id
 * @param lessons how far each lesson was taken, by its id: from when that was kept here
 * @param frame of the window
 * @param lessonPane whether open
 * @param inspector whether open
 * @param recents paths of files, the last one first
 * @param retention the share of cards to be remembered, 0.70 to 0.97
 * @param freshADay how many cards may be new on one day
 */
record SettingsFile(
        @Nullable String theme,
        @Nullable String motion,
        @Nullable Double speed,
        @Nullable String lastPlace,
        @Nullable Map<String, Reached> lessons,
        @Nullable Frame frame,
        @Nullable Boolean lessonPane,
        @Nullable Boolean inspector,
        @Nullable List<String> recents,
        @Nullable Double retention,
        @Nullable Integer freshADay) {
    /** How far a lesson was taken. */
    record Reached(int step, boolean done) {}

    /** Where the window was, in pixels. */
    record Frame(double x, double y, double width, double height, boolean maximized) {}

    static SettingsFile of(Memory memory, Map<String, Reached> lessons) {
        return new SettingsFile(
                memory.theme().name(),
                memory.motion().name(),
                memory.speed(),
                memory.lastPlace(),
                lessons.isEmpty() ? null : lessons,
                memory.frame().map(SettingsFile::frame).orElse(null),
                memory.lessonPane(),
                memory.inspector(),
                memory.recents(),
                memory.plan().retention(),
                memory.plan().freshADay());
    }

    Memory memory() {
        var fresh = Memory.FRESH;
        return new Memory(
                Optional.ofNullable(theme).map(ThemeChoice::valueOf).orElse(fresh.theme()),
                Optional.ofNullable(motion).map(MotionChoice::valueOf).orElse(fresh.motion()),
                Math.clamp(Optional.ofNullable(speed).orElse(fresh.speed()), 0.01, 100),
                Optional.ofNullable(lastPlace).orElse(fresh.lastPlace()),
                Optional.ofNullable(frame).map(SettingsFile::frame),
                Optional.ofNullable(lessonPane).orElse(fresh.lessonPane()),
                Optional.ofNullable(inspector).orElse(fresh.inspector()),
                Optional.ofNullable(recents).orElse(fresh.recents()),
                plan());
    }

    private Plan plan() {
        return new Plan(
                Math.clamp(
                        Optional.ofNullable(retention).orElse(Plan.USUAL.retention()),
                        Scheduler.LEAST_RETENTION,
                        Scheduler.MOST_RETENTION),
                Math.clamp(Optional.ofNullable(freshADay).orElse(Plan.USUAL.freshADay()), 0, Plan.MOST_FRESH));
    }

    /** How far lessons were taken, as it is kept now. */
    static Progress progress(Map<String, Reached> lessons, long nowMillis) {
        var all = Progress.NONE;
        for (var entry : lessons.entrySet()) {
            int step = Math.clamp(entry.getValue().step(), 1, 1000);
            all = all.with(
                    entry.getKey(),
                    new LessonNotes(
                            step, entry.getValue().done(), nowMillis, nowMillis, 0, List.of(), Optional.empty()));
        }
        return all;
    }

    private static Frame frame(Memory.Frame f) {
        return new Frame(f.x(), f.y(), f.width(), f.height(), f.maximized());
    }

    private static Memory.Frame frame(Frame f) {
        return new Memory.Frame(f.x(), f.y(), f.width(), f.height(), f.maximized());
    }
}
