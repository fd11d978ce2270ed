package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;

final class BuiltInLessonsTest {
    private static final Path FOLDER = Path.of("lessons");

    @Test
    void areFourAndAllCanBeRead() {
        var lessons = Lessons.builtIn();
        assertThat(lessons.problems()).isEmpty();
        assertThat(lessons.all())
                .extracting(Lesson::id)
                .containsExactly("round-robin", "the-ring", "add-and-remove", "zombies");
    }

    @Test
    void areNamedInTheIndexWithoutException() throws IOException {
        try (var folders = Files.list(FOLDER).filter(Files::isDirectory)) {
            assertThat(folders.map(f -> f.getFileName().toString()).sorted().toList())
                    .isEqualTo(Files.readAllLines(FOLDER.resolve("index.txt")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "the-ring", "add-and-remove"})
    void claimNothingThatTheEngineDoesNotDo(String id) {
        var report = LessonCheck.check(
                Lessons.builtIn().find(id).orElseThrow(), (_, s) -> new SimulatedWorld(s), new Replay());
        assertThat(report.failures()).isEmpty();
        assertThat(report.answers()).isGreaterThanOrEqualTo(4);
        assertThat(report.checks()).isGreaterThanOrEqualTo(15);
    }
}
