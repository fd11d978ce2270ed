package ringside.app;

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
 */
record SettingsFile(
        @Nullable String theme,
        @Nullable Double speed,
        @Nullable String lastPlace,
        @Nullable Map<String, Memory.Progress> lessons,
        Memory.@Nullable Frame frame,
        @Nullable Boolean lessonPane,
        @Nullable Boolean inspector) {

    static SettingsFile of(Memory memory) {
        return new SettingsFile(
                memory.theme().name(),
                memory.speed(),
                memory.lastPlace(),
                new TreeMap<>(memory.lessons()),
                memory.frame().orElse(null),
                memory.lessonPane(),
                memory.inspector());
    }

    Memory memory() {
        var fresh = Memory.FRESH;
        return new Memory(
                Optional.ofNullable(theme).map(ThemeChoice::valueOf).orElse(fresh.theme()),
                Math.clamp(Optional.ofNullable(speed).orElse(fresh.speed()), 0.01, 100),
                Optional.ofNullable(lastPlace).orElse(fresh.lastPlace()),
                Optional.ofNullable(lessons).orElse(fresh.lessons()),
                Optional.ofNullable(frame),
                Optional.ofNullable(lessonPane).orElse(fresh.lessonPane()),
                Optional.ofNullable(inspector).orElse(fresh.inspector()));
    }
}
