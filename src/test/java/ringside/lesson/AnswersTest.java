package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;

/** Answers that are drawn: bars, orders and arcs. */
final class AnswersTest {
    private static final String BARS = """
        question: How are ten shared?
        kind: bars
        unit: percent
        tolerance: 5%
        options:
          - {id: A, value: chosen(A) / arrived}
          - {id: B, value: chosen(B) / arrived}
        when: arrived >= 10
        right: "As {chosen(A)} and {chosen(B)}."
        wrong:
          - if: given(A) > given(B)
            because: "A has no more than B."
        otherwise: "Each has its turn."
        """;

    private static final String ORDER = """
        question: Which comes first?
        kind: order
        options:
          - {id: many, text: Many servers, value: servers}
          - {id: none, text: None, value: failed}
          - {id: one, text: One server, value: servers / 2}
        right: "Right."
        wrong:
          - if: given(many) == 1
            because: "Many is not the least."
        otherwise: "No."
        """;

    private static final String RING = """
        ---
        id: draft
        title: Draft
        minutes: 5
        level: change
        world: simulated
        layout: ring
        scenario:
          pool:
            policy: textbook/md5-ring
            servers: [{name: Server-A}, {name: Server-B}, {name: Server-C}]
          traffic: {arrivals: none, keys: {uniform: 100}}
        ---
        ## One
        """;

    private static final String ARC = """
        question: Which arc changes hands when Server-B goes?
        kind: arc
        answer: Server-B
        when: not in_pool(Server-B)
        right: "That is Server-B's."
        wrong:
          - value: Server-C
            because: "That is Server-C's."
        otherwise: "No server has that."
        """;

    private static Prediction.Verdict verdict(Lesson lesson, String given, int advanceSeconds) {
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            var asked = lesson.blocks(Block.Predict.class).getFirst();
            assertThat(run.predict(asked, given)).isInstanceOf(LessonRun.Taken.Accepted.class);
            lesson.blocks(Block.Do.class).forEach(run::press);
            ((SimulatedWorld) run.world()).advanceTo(advanceSeconds * 1_000_000_000L);
            run.observe();
            return run.prediction(asked).orElseThrow().verdict().orElseThrow();
        }
    }

    private static Prediction.Verdict verdict(String question, String given) {
        return verdict(Draft.read("## One\n" + Draft.fenced("predict", question)), given, 1);
    }

    private static List<String> failures(Lesson lesson) {
        return LessonCheck.check(lesson, (_, s) -> new SimulatedWorld(s), new Replay())
                .failures();
    }

    @Test
    void barsAreRightWithinTheirTolerance() {
        assertThat(verdict(BARS, "A=48 B=52"))
                .isEqualTo(new Prediction.Verdict(true, "A 50 %, B 50 %", "As 25 and 25."));
        assertThat(verdict(BARS, "B=30 A=70").explanation()).isEqualTo("A has no more than B.");
        assertThat(verdict(BARS, "A=30 B=70").explanation()).isEqualTo("Each has its turn.");
    }

    @Test
    void theRightAnswerIsKeptAsItIsWrittenOnceItIsJudged() {
        var lesson = Draft.read("## One\n" + Draft.fenced("predict", BARS));
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            var asked = lesson.blocks(Block.Predict.class).getFirst();
            assertThat(Heights.most(asked, run.facts())).isEqualTo(1);
            run.predict(asked, "A=48 B=52");
            assertThat(run.right(asked)).isEmpty();
            ((SimulatedWorld) run.world()).advanceTo(1_000_000_000L);
            run.observe();
            assertThat(run.right(asked)).hasValue("A=50 B=50");
        }
    }

    @Test
    void barsOfCountsHaveARoundScaleWithRoomAboveWhatIsKnown() {
        var counts = BARS.replace("unit: percent\n", "")
                .replace("tolerance: 5%", "tolerance: 2")
                .replace("chosen(A) / arrived", "313")
                .replace("chosen(B) / arrived", "26");
        var lesson = Draft.read("## One\n" + Draft.fenced("predict", counts));
        var asked = lesson.blocks(Block.Predict.class).getFirst();
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            assertThat(Heights.most(asked, run.facts())).isEqualTo(1000);
        }
    }

    @Test
    void anOrderIsRightWhenNothingComesBeforeALesserOne() {
        assertThat(verdict(ORDER, "none one many"))
                .isEqualTo(new Prediction.Verdict(true, "None, One server, Many servers", "Right."));
        assertThat(verdict(ORDER, "many one none").explanation()).isEqualTo("Many is not the least.");
        assertThat(verdict(ORDER, "one, none, many").explanation()).isEqualTo("No.");
    }

    @Test
    void anArcIsRightWhenItIsWhatTheServerHadBeforeItLeft() {
        var lesson = Draft.whole(RING + Draft.fenced("predict", ARC) + Draft.fenced("do", "remove Server-B"));
        assertThat(verdict(lesson, "49.2% 79.2%", 0).right()).isTrue();
        assertThat(verdict(lesson, "51% 78%", 0).right()).isTrue();
        assertThat(verdict(lesson, "79% 23%", 0).explanation()).isEqualTo("That is Server-C's.");
        assertThat(verdict(lesson, "40% 60%", 0).explanation()).isEqualTo("No server has that.");
    }

    @Test
    void everyMistakeOfThemIsTriedOut() {
        assertThat(failures(Draft.read("## One\n" + Draft.fenced("predict", BARS))))
                .isEmpty();
        assertThat(failures(Draft.read("## One\n" + Draft.fenced("predict", ORDER))))
                .isEmpty();
        var arc = RING + Draft.fenced("predict", ARC) + Draft.fenced("do", "remove Server-B");
        assertThat(failures(Draft.whole(arc))).isEmpty();
        var never = BARS.replace("given(A) > given(B)", "given(A) > 90000");
        assertThat(failures(Draft.read("## One\n" + Draft.fenced("predict", never))))
                .singleElement()
                .asString()
                .contains("no wrong answer meets the mistake");
    }

    @Test
    void whatIsNoAnswerIsToldSo() {
        var lesson = Draft.read("## One\n" + Draft.fenced("predict", BARS));
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            var asked = lesson.blocks(Block.Predict.class).getFirst();
            for (var given : List.of("", "A=1", "A=1 B=x", "A=1 A=2", "A=1 B=2 C=3")) {
                assertThat(run.predict(asked, given))
                        .isEqualTo(new LessonRun.Taken.NotUnderstood("Give each its height, such as A=10 B=10."));
            }
        }
    }
}
