package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.lesson.Lesson;
import ringside.lesson.Lessons;
import ringside.lesson.Skeleton;

final class LessonFolderTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<Lessons> told = new LinkedBlockingQueue<>();

    private Lessons next() throws InterruptedException {
        var lessons = told.poll(60, TimeUnit.SECONDS);
        assertThat(lessons).as("nothing was told").isNotNull();
        return lessons;
    }

    @Test
    void tellsOfEverySaveAndOfWhatIsWrong() throws Exception {
        try (var _ = new LessonFolder(folder, Locale.GERMAN, told::add)) {
            assertThat(next().problems()).singleElement().asString().contains("there is no lesson here");

            var file = Skeleton.write("mine", folder);
            assertThat(next().all()).extracting(Lesson::title).containsExactly("Mine");

            save(file, "Mine", "Theirs");
            assertThat(next().all()).extracting(Lesson::title).containsExactly("Theirs");

            save(file, "level: change", "level: fun");
            assertThat(next().problems()).singleElement().asString().startsWith("mine/lesson.md:5:8: ");
        }
    }

    @Test
    void takesUpATranslationAndTellsWhereItStrays() throws Exception {
        var file = Skeleton.write("mine", folder);
        try (var _ = new LessonFolder(folder, Locale.GERMAN, told::add)) {
            assertThat(next().all()).extracting(Lesson::title).containsExactly("Mine");

            var german = file.resolveSibling("lesson.de.md");
            Files.writeString(german, Files.readString(file).replace("Mine", "Meins"));
            assertThat(next().all()).extracting(Lesson::title).containsExactly("Meins");

            save(german, "minutes: ", "minutes: 1");
            var strayed = next();
            assertThat(strayed.all()).extracting(Lesson::title).containsExactly("Mine");
            assertThat(strayed.problems()).singleElement().asString().startsWith("mine/lesson.de.md:4:10: `minutes` ");
        }
    }

    /* The stamp of a file may be as coarse as a second: its size changes too. */
    private static void save(Path file, String before, String after) throws IOException {
        Files.writeString(file, Files.readString(file).replace(before, after));
    }
}
