package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.lesson.progress.Progress;
import ringside.lesson.review.Plan;
import ringside.view.shell.Memory;
import ringside.view.shell.MotionChoice;
import ringside.view.shell.ThemeChoice;

final class SettingsTest {
    private static final Memory EVERYTHING = new Memory(
            ThemeChoice.DARK,
            MotionChoice.STEPS,
            0.25,
            "the-ring",
            Optional.of(new Memory.Frame(10, 20, 1280, 800, true)),
            false,
            true,
            List.of("/srv/lab.ringside", "C:\\shop.yaml"),
            new Plan(0.85, 4));

    @TempDir
    private Path directory;

    @Test
    void areTheSameTheNextDay() {
        try (var today = new Settings(directory.resolve("not/yet/there"))) {
            today.keep(Memory.FRESH.atSpeed(5));
            today.keep(EVERYTHING);
        }
        try (var tomorrow = new Settings(directory.resolve("not/yet/there"))) {
            assertThat(tomorrow.memory()).isEqualTo(EVERYTHING);
            assertThat(tomorrow.complaint()).isEmpty();
        }
    }

    @Test
    void beginFreshAndSayNothingOnTheFirstDay() {
        try (var settings = new Settings(directory)) {
            assertThat(settings.memory()).isEqualTo(Memory.FRESH);
            assertThat(settings.complaint()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"theme\": \"PURPLE\"}", "{\"speed\": \"fast\"}", "\u0000\u0001"})
    void keepADamagedFileAsideAndSaySo(String damaged) throws IOException {
        Files.writeString(directory.resolve("settings.json"), damaged);
        try (var settings = new Settings(directory)) {
            assertThat(settings.memory()).isEqualTo(Memory.FRESH);
            assertThat(settings.complaint().orElseThrow()).contains("settings.damaged-");
            settings.keep(EVERYTHING);
        }
        try (var files = Files.list(directory)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("settings.damaged-")))
                    .singleElement()
                    .satisfies(f -> assertThat(Files.readString(f)).isEqualTo(damaged));
        }
        try (var next = new Settings(directory)) {
            assertThat(next.memory()).isEqualTo(EVERYTHING);
        }
    }

    @Test
    void takeWhatIsMissingFromTheFirstDay() throws IOException {
        Files.writeString(directory.resolve("settings.json"), "{\"theme\": \"LIGHT\", \"later\": 7}");
        try (var settings = new Settings(directory)) {
            assertThat(settings.memory()).isEqualTo(Memory.FRESH.with(ThemeChoice.LIGHT));
        }
    }

    @Test
    void drawASpeedBackIntoItsBounds() throws IOException {
        Files.writeString(directory.resolve("settings.json"), "{\"speed\": 1e9}");
        try (var settings = new Settings(directory)) {
            assertThat(settings.memory().speed()).isEqualTo(100);
        }
    }

    @Test
    void keepHowFarLessonsWereTakenUntilThatIsKeptElsewhere() throws IOException {
        Files.writeString(
                directory.resolve("settings.json"),
                "{\"lessons\": {\"the-ring\": {\"step\": 4, \"done\": false}, \"zombies\": {\"step\": 6, \"done\":"
                        + " true}}}");
        for (int day = 0; day < 2; day++) {
            try (var settings = new Settings(directory)) {
                var lessons = settings.lessons(7);
                assertThat(lessons.lessons()).containsOnlyKeys("the-ring", "zombies");
                assertThat(lessons.lesson("the-ring").orElseThrow().reached()).isEqualTo(4);
                assertThat(lessons.lesson("the-ring").orElseThrow().done()).isFalse();
                assertThat(lessons.lesson("zombies").orElseThrow().done()).isTrue();
                settings.keep(EVERYTHING);
            }
        }
        try (var settings = new Settings(directory)) {
            settings.forgetLessons();
            settings.keep(EVERYTHING);
        }
        try (var settings = new Settings(directory)) {
            assertThat(settings.lessons(7)).isEqualTo(Progress.NONE);
            assertThat(settings.memory()).isEqualTo(EVERYTHING);
        }
    }

    @Test
    void leaveNoHalfWrittenFileBehind() throws IOException {
        try (var settings = new Settings(directory)) {
            settings.keep(EVERYTHING);
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("settings.json");
        }
    }
}
