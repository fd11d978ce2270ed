package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.VirtualTime;

final class ProseFactsTest {
    private static final Facts FACTS = (name, _) -> Value.of(name.equals("arrived") ? 40 : 10);

    private static String told(String body) {
        return Draft.read("## One\n" + body + "\n")
                .blocks(Block.Prose.class)
                .getFirst()
                .text(FACTS);
    }

    private static void refused(String body, String message) {
        assertThatThrownBy(() -> Draft.read(body)).isInstanceOf(BadInput.class).hasMessageStartingWith(message);
    }

    @Test
    void areFilledWhereverWordsStand() {
        assertThat(told("Of {arrived}, *B got {chosen(B)}*: {chosen(B) / arrived %}."))
                .isEqualTo("Of 40, B got 10: 25 %.");
        assertThat(told("- {arrived} in a list")).isEqualTo("- 40 in a list");
        assertThat(told("| a |\n|---|\n| {arrived} |")).contains("40");
        assertThat(told("> {arrived} and [{chosen(A)}](https://example.org/)"))
                .contains("40")
                .contains("10");
    }

    @Test
    void mayBeBrokenAtTheEndOfALine() {
        assertThat(told("B got {chosen(B) /\narrived %} of\nall {arrived}.")).isEqualTo("B got 25 % of\nall 40.");
    }

    @Test
    void leaveCodeAndDoubledBracesAlone() {
        assertThat(told("Write `upstream {shop}` and {{arrived}.\n\n```nginx\nserver { listen {arrived}; }\n```"))
                .isEqualTo("Write \"upstream {shop}\" and {arrived}.\n\nserver { listen {arrived}; }");
    }

    @Test
    void areThoseOfTheMomentAtWhichTheyAreTold() {
        var lesson = Draft.read("## One\nSo far {arrived} requests came.\n");
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            var prose = lesson.blocks(Block.Prose.class).getFirst();
            assertThat(prose.text(run.facts())).isEqualTo("So far 0 requests came.");
            ((VirtualTime) run.world()).advanceTo(Duration.ofMillis(990).toNanos());
            run.observe();
            assertThat(prose.text(run.facts())).isEqualTo("So far 49 requests came.");
        }
    }

    @Test
    void areRefusedWithTheirPlaceWhenTheyCanNotBeRead() {
        refused("## One\nB got {chosn(B)}.\n", "draft/lesson.md:15:8: ");
        refused("## One\n\nIt is {arrived.\n", "draft/lesson.md:16:7: this { is not closed");
        refused("## One\n- and *B got {chosen(X)}*\n", "draft/lesson.md:15:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "## B got {chosen(B)}\\nx; 14:10",
                "## One\\n```do\\nlabel: B got {chosen(B)}\\nwords: remove B\\n```; 16:14",
                "## One\\n"
                        + "```task\\n"
                        + "text: x\\n"
                        + "until: servers == 1\\n"
                        + "hint: \"now {servers}\"\\n"
                        + "solution: remove B\\n"
                        + "```; 18:12",
            })
    void areRefusedInTextsThatStayAsTheyAre(String body, String place) {
        refused(body.replace("\\n", "\n"), "draft/lesson.md:" + place + ": no fact is filled in here, so {");
    }
}
