package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LessonsTest {
    @TempDir
    private Path folder;

    private void lesson(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("lesson.md"), text);
    }

    @Test
    void areReadInTheOrderOfTheirFolders() throws IOException {
        lesson("02-b", Draft.HEAD + "## One\nx\n");
        lesson("01-a", Draft.HEAD.replace("id: draft", "id: earlier") + "## One\nx\n");
        assertThat(Lessons.in(folder).all()).extracting(Lesson::id).containsExactly("earlier", "draft");
        assertThat(Lessons.in(folder).find("draft"))
                .get()
                .extracting(Lesson::file)
                .isEqualTo("02-b/lesson.md");
        assertThat(Lessons.in(folder.resolve("01-a")).all())
                .extracting(Lesson::id)
                .containsExactly("earlier");
    }

    @Test
    void areReadEvenWhenOneOfThemIsBroken() throws IOException {
        lesson("01-a", Draft.HEAD + "## One\nx\n");
        lesson("02-b", "hello");
        lesson("03-c", Draft.HEAD + "## One\nx\n");
        var lessons = Lessons.in(folder);
        assertThat(lessons.all()).extracting(Lesson::file).containsExactly("01-a/lesson.md");
        assertThat(lessons.problems())
                .containsExactly(
                        "02-b/lesson.md:1:1: front matter is missing; the first line is ---, then id, title and so on",
                        "03-c/lesson.md:1:1: the id draft is taken by 01-a/lesson.md; give this lesson another");
    }

    @Test
    void areMissedInAFolderThatHoldsNone() {
        assertThatThrownBy(() -> Lessons.in(folder))
                .hasMessage(folder + ":1:1: there is no lesson here; put one into a folder of its own,"
                        + " as 01-name/lesson.md");
        assertThatThrownBy(() -> Lessons.in(folder.resolve("nowhere")))
                .hasMessage(folder + "/nowhere:1:1: this folder can't be read; name a folder of lessons");
    }
}
