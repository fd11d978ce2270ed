package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;

/** Every example of lessons/README.md works, and its tables name every fact. */
final class AuthorsGuideTest {
    private static final Pattern WHOLE = Pattern.compile("(?m)^````markdown\\n((?s:.*?))^````$");
    private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w+)\\n((?s:.*?))^```$");
    private static final Pattern FACT = Pattern.compile("(?m)^\\| `([\\w.]+(?:\\([a-z, ]+\\))?)` \\|");

    private static String guide() throws IOException {
        return Files.readString(Path.of("lessons", "README.md"));
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    @Test
    void itsWholeLessonCanBeCopiedAndPlayed() throws IOException {
        var lesson = Draft.whole(found(WHOLE, guide(), 1).getFirst());
        var report = LessonCheck.check(lesson, (_, s) -> new SimulatedWorld(s), new Replay());
        assertThat(report.failures()).isEmpty();
        assertThat(report.summary()).isEqualTo("1 lesson, 2 steps, 1 answer, 1 claim and 1 card recomputed, all right");
    }

    @Test
    void eachOfItsBlocksCanBeReadAndPlayed() throws IOException {
        var blocks = found(FENCE, WHOLE.matcher(guide()).replaceAll(""), 0);
        assertThat(blocks).hasSize(13);
        for (var block : blocks) {
            var setUp = Draft.fenced("do", "traffic constant 40/s");
            var lesson = Draft.read("## One\n" + setUp + "\n" + block + "\n## Two\nEnd.\n");
            assertThat(LessonCheck.check(lesson, (_, s) -> new SimulatedWorld(s), new Replay())
                            .failures())
                    .as(block)
                    .isEmpty();
        }
    }

    @Test
    void namesEveryFactThereIsAndNoOther() throws IOException {
        var after = guide().substring(guide().indexOf("## Asking the world"));
        assertThat(found(FACT, after, 1))
                .containsExactlyInAnyOrderElementsOf(FactBook.signatures().stream()
                        .map(ringside.lesson.expression.Signature::usage)
                        .toList());
    }
}
