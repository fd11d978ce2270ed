package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ringside.app.workshop.LocalWorkplace;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.WorldFactory;

/** Every example of lessons/README.md works, and its tables name every fact. */
final class AuthorsGuideTest {
    private static final Pattern WHOLE = Pattern.compile("(?m)^````markdown\\n((?s:.*?))^````$");
    private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w+)\\n((?s:.*?))^```$");
    private static final Pattern FACT = Pattern.compile("(?m)^\\| `([\\w.]+(?:\\([a-z, ]+\\))?)` \\|");

    private static String guide() throws IOException {
        return Files.readString(Path.of("lessons", "README.md"));
    }

    private static final WorldFactory SIMULATED = (_, s) -> new SimulatedWorld(s);
    private static final WorldFactory LIVE = (_, s) -> new LiveWorld(s, LiveOptions.anywhere());
    private static final Workplace PLACE = new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {});

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
        assertThat(blocks).hasSize(14);
        for (var block : blocks) {
            var setUp = Draft.fenced("do", "traffic constant 40/s");
            boolean live = block.startsWith("```workshop");
            var head = live ? Draft.HEAD.replace("world: simulated", "world: live") : Draft.HEAD;
            var lesson = Draft.whole(head + "## One\n" + setUp + "\n" + block + "\n## Two\nEnd.\n");
            assertThat(LessonCheck.check(lesson, live ? LIVE : SIMULATED, new Replay(), Optional.of(PLACE))
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
