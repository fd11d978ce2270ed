package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.lesson.Skeleton;

final class LessonCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheLessonsInTheirOrder() {
        var told = Told.by("lesson", "list");

        assertThat(told.code()).isZero();
        assertThat(told.out().lines().map(line -> line.split(" +", 2)[0]))
                .containsSubsequence("round-robin", "the-ring", "add-and-remove", "zombies");
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
    void namesTheFilesOfAFolderSoThatAnEditorFindsThem() throws IOException {
        Told.by("lesson", "new", "good", "--in", folder.toString());
        Told.by("lesson", "new", "bad", "--in", folder.toString());
        var bad = folder.resolve("bad").resolve("lesson.md");
        Files.writeString(bad, Files.readString(bad).replace("minutes: 8", "minutes: many"));

        var told = Told.by("lesson", "check", folder.toString());

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).startsWith("1 lesson, ").endsWith("all right\n");
        assertThat(told.err()).isEqualTo(bad + ":4:10: `minutes` is many; it should be a whole number from 1 to 120\n");
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
    void beginsALessonThatWorks() throws IOException {
        var told = Told.by("lesson", "new", "two-by-two", "--in", folder.toString());

        assertThat(told.code()).isZero();
        var file = folder.resolve("two-by-two").resolve("lesson.md");
        assertThat(told.out()).startsWith("wrote " + file + "\n");
        assertThat(Files.readString(file))
                .contains("id: two-by-two", "title: \"Two by two\"")
                .doesNotContain("@");
        assertThat(Told.by("lesson", "check", folder.toString()).out())
                .isEqualTo("1 lesson, 3 steps, 1 answer, 3 claims and 1 card recomputed, all right\n");
    }

    @Test
    void writesOverNoLessonAndTakesNoIdThatIsNone() throws IOException {
        Told.by("lesson", "new", "mine", "--in", folder.toString());
        var file = Files.writeString(folder.resolve("mine").resolve("lesson.md"), "precious");

        assertThat(Told.by("lesson", "new", "mine", "--in", folder.toString()).err())
                .isEqualTo(file + " is there already; choose another id, or edit that lesson\n");
        assertThat(file).hasContent("precious");
        assertThat(Told.by("lesson", "new", "../mine", "--in", folder.toString())
                        .err())
                .isEqualTo("an id is small letters and digits joined by hyphens, such as the-ring\n");
    }

    @Test
    void playsALessonAsTextAndSaysHowToGoOn() {
        var told = Told.given("\n\n\nquit\n", "lesson", "play", "round-robin");

        assertThat(told.code()).isZero();
        assertThat(told.out()).startsWith("Round robin. ").contains("\nStep 1 of ", "Predict: ", " > ");
        assertThat(told.err()).startsWith("Left at step ").contains("ringside lesson play round-robin --step ");
        assertThat(told.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Told.given("", "lesson", "play", "round-robin").out()).endsWith("Your number > \n");
        assertThat(Told.by("lesson", "play", "round-robin", "--step", "99").code())
                .isEqualTo(2);
    }

    @Test
    void refusesALessonThatCannotBeRead() throws IOException {
        var file = Files.writeString(folder.resolve("lesson.md"), "---\nid: x\nwhat: y\n---\n");

        var told = Told.by("lesson", "check", file.toString());

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).startsWith(file + ":3:1: unknown key `what`").hasLineCount(1);
        assertThat(told.out()).isEmpty();
        assertThat(Told.by("lesson", "check", file.toString(), "round-robin").out())
                .startsWith("1 lesson, ")
                .endsWith("all right\n");
    }

    @Test
    void refusesALessonThatThereIsNot() {
        var told = Told.by("lesson", "check", "the-rng");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .startsWith("no lesson is called the-rng and there is no such file; did you mean `the-ring`? known: ")
                .contains("round-robin, ", "the-ring, ")
                .hasLineCount(1);
        assertThat(Told.by("lesson", "check", "no/such.md").err())
                .isEqualTo("no/such.md:1:1: there is no such file or folder; check its name\n");
        assertThat(Told.by("lesson", "play", "guess-the-algorithm").err())
                .isEqualTo("guess-the-algorithm holds cards, which are asked in the window; name a lesson\n");
    }

    @Test
    void tellsALessonInAnotherLanguageWhereItIsTranslated() {
        assertThat(Told.by("lesson", "list", "--language", "de").out()).contains("Einer ist nicht genug");
        assertThat(Told.by("lesson", "list").out())
                .contains("One is not enough")
                .doesNotContain("Einer");

        var told = Told.given("50\n", "lesson", "play", "one-is-not-enough", "--language", "de");
        assertThat(told.out())
                .startsWith("Einer ist nicht genug. 6 Schritte, etwa 9 Minuten.")
                .contains("Dein Prozentsatz > ");
        assertThat(told.err())
                .isEqualTo("Left at step 1; go on with: ringside lesson play one-is-not-enough --language de"
                        + " --step 1\n");
        assertThat(Told.by("lesson", "play", "one-is-not-enough", "--language", "fr")
                        .err())
                .contains("one-is-not-enough is not translated into fr; leave --language out");
        assertThat(Told.given("", "lesson", "play", "one-is-not-enough", "--language", "en")
                        .out())
                .startsWith("One is not enough. ");
    }

    @Test
    void checksATranslationBesideItsLesson() throws IOException {
        var mine = Skeleton.write("mine", folder);
        var german = mine.resolveSibling("lesson.de.md");
        Files.writeString(german, Files.readString(mine).replace("Mine", "Meine"));
        assertThat(Told.by("lesson", "check", folder.toString()).code()).isZero();
        assertThat(Told.by("lesson", "check", german.toString()).code()).isZero();

        Files.writeString(german, Files.readString(german).replace("minutes: ", "minutes: 1"));
        var told = Told.by("lesson", "check", folder.toString());
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).startsWith(german + ":4:10: `minutes` should be ");
    }

    @Test
    void namesALessonThatIsNeededAndNotThere() throws IOException {
        var mine = Skeleton.write("mine", folder);
        Files.writeString(mine, Files.readString(mine).replace("world:", "needs: [round-robbin]\nworld:"));
        var told = Told.by("lesson", "check", mine.toString());
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).startsWith(mine + ":6:9: no lesson is called round-robbin; did you mean `round-robin`?");
    }
}
