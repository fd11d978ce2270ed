package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.World;

final class BuiltInLessonsTest {
    private static final Path FOLDER = Path.of("lessons");
    private static final List<String> COURSE = List.of(
            "one-is-not-enough",
            "round-robin",
            "weighted-round-robin",
            "least-connections",
            "ip-hash",
            "mod-n",
            "the-ring",
            "virtual-nodes",
            "add-and-remove",
            "health-checks",
            "zombies",
            "l4-and-l7",
            "path-routing",
            "tls-termination",
            "sticky-sessions",
            "rate-limiting",
            "thundering-herd",
            "nginx-by-hand");

    static Stream<Lesson> simulated() {
        return Lessons.builtIn().all().stream().filter(l -> l.about().world() == World.Kind.SIMULATED);
    }

    @Test
    void canAllBeReadAndComeInTheOrderOfTheCourse() {
        var lessons = Lessons.builtIn();
        assertThat(lessons.problems()).isEmpty();
        assertThat(lessons.all()).extracting(Lesson::id).isEqualTo(COURSE).hasSize(18);
    }

    @Test
    void areTheSameInEveryLanguageTheyAreToldIn() {
        var german = Lessons.checked(Locale.GERMAN);
        assertThat(german.problems()).isEmpty();
        assertThat(german.all()).extracting(Lesson::id).isEqualTo(COURSE);
        assertThat(german.all()).allMatch(l -> l.file().endsWith("/lesson.de.md"));
        assertThat(Lessons.builtIn(Locale.GERMAN).all())
                .extracting(Lesson::title)
                .contains("Einer ist nicht genug");
    }

    @Test
    void areNamedInTheIndexWithoutException() throws IOException {
        try (var folders = Files.list(FOLDER).filter(f -> Files.exists(f.resolve(LessonFile.NAME)))) {
            assertThat(folders.map(f -> f.getFileName().toString()).sorted().toList())
                    .isEqualTo(Files.readAllLines(FOLDER.resolve("index.txt")));
        }
    }

    @Test
    void givesNoAnswerAwayInTheLineThatLearnersFinish() {
        assertThat(Lessons.builtIn().all().stream()
                        .flatMap(l -> l.blocks(Block.Predict.class).stream())
                        .flatMap(asked -> asked.because().stream()))
                .hasSizeGreaterThan(40)
                .allMatch(line -> line.startsWith("I ") && line.endsWith("because…"));
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void claimNothingThatTheEngineDoesNotDo(Lesson lesson) {
        var report = LessonCheck.check(lesson, (_, s) -> new SimulatedWorld(s), new Replay());
        assertThat(report.failures()).isEmpty();
        assertThat(report.answers()).isGreaterThanOrEqualTo(4);
        assertThat(report.checks()).isGreaterThanOrEqualTo(10);
    }
}
