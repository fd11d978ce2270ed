package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LessonCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheLessonsInTheirOrder() {
        var told = Told.by("lesson", "list");

        assertThat(told.code()).isZero();
        assertThat(told.out().lines().map(line -> line.split(" +", 2)[0]))
                .startsWith("round-robin", "the-ring", "add-and-remove", "zombies");
    }

    @Test
    void checksALessonByItsId() {
        var told = Told.by("lesson", "check", "round-robin");

        assertThat(told.code()).isZero();
        assertThat(told.out()).startsWith("1 lesson, ").endsWith("all right\n");
        assertThat(told.err()).isEmpty();
    }

    @Test
    void tellsEverythingItCheckedWhenAsked() {
        assertThat(Told.by("lesson", "check", "-v", "round-robin").out()).startsWith("ok    02-round-robin/lesson.md:");
    }

    @Test
    void failsALessonThatClaimsWhatIsNotSo() throws IOException {
        var good = Files.readString(Path.of("lessons/02-round-robin/lesson.md"));
        var file = Files.writeString(folder.resolve("lesson.md"), good.replace("p99 > 900", "p99 > 9000"));

        var told = Told.by("lesson", "check", file.toString());

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).startsWith("WRONG " + file + ":").endsWith(" wrong\n");
    }

    @Test
    void refusesALessonThatCannotBeRead() throws IOException {
        var file = Files.writeString(folder.resolve("lesson.md"), "---\nid: x\nwhat: y\n---\n");

        var told = Told.by("lesson", "check", file.toString());

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).startsWith(file + ":3:1: unknown key `what`");
    }

    @Test
    void refusesALessonThatThereIsNot() {
        assertThat(Told.by("lesson", "check", "the-rng"))
                .isEqualTo(new Told(
                        2,
                        "",
                        "no lesson is called the-rng and there is no such file;"
                                + " there are round-robin, the-ring, add-and-remove, zombies\n"));
    }
}
