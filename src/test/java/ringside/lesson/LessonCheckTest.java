package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;

final class LessonCheckTest {
    private static final String QUESTION = """
        question: How many servers are there?
        kind: number
        answer: servers
        right: "There are {servers}."
        wrong:
          - value: 1
            because: "One more: {servers}."
        otherwise: "Count them: {servers}."
        """;

    private static LessonReport check(String... blocks) {
        return LessonCheck.check(
                Draft.read("## One\n" + String.join("\n", blocks)), (_, s) -> new SimulatedWorld(s), new Replay());
    }

    @Test
    void countsWhatItRecomputed() {
        var report = check(
                Draft.fenced("predict", QUESTION),
                Draft.fenced("check", "servers == 2\nabout(chosen(A), chosen(B), 1)"),
                Draft.fenced("task", "text: x\nuntil: not in_pool(B)\nsolution: remove B"));
        assertThat(report.failures()).isEmpty();
        assertThat(report.summary())
                .isEqualTo("1 lesson, 1 step, 1 answer, 2 claims and 0 cards recomputed, all right");
    }

    @Test
    void catchesALessonThatLies() {
        var report = check(Draft.fenced("check", "when: arrived >= 10\nclaims:\n  - chosen(A) == 10"));
        assertThat(report.failures())
                .containsExactly("WRONG draft/lesson.md:18:5: not so: chosen(A) == 10; chosen(A) is 5");
        assertThat(report.good()).isFalse();
    }

    @Test
    void catchesAnAnswerThatNobodyCanGive() {
        var report = check(Draft.fenced("predict", QUESTION.replace("answer: servers", "answer: servers / 3")));
        assertThat(report.failures())
                .containsExactly("WRONG draft/lesson.md:15:1: nobody can be right: \"0.7\" is judged wrong;"
                        + " allow a tolerance, or ask for something that is known");
    }

    @Test
    void catchesAMistakeThatIsRight() {
        var report = check(Draft.fenced("predict", QUESTION.replace("value: 1", "value: servers")));
        assertThat(report.failures())
                .containsExactly("WRONG draft/lesson.md:21:5: the mistake 2 is judged right; the answer is 2");
    }

    @Test
    void catchesAnAnswerThatNeverComes() {
        var report = check(Draft.fenced("predict", QUESTION + "when: servers == 7\n"));
        assertThat(report.failures())
                .containsExactly(
                        "WRONG draft/lesson.md:15:1: the answer to \"How many servers are there?\" never comes");
    }

    @Test
    void catchesAChoiceWhoseAnswerIsNoOption() {
        var report = check(Draft.fenced("predict", """
            question: Which?
            kind: choice
            answer: policy
            options: [{id: one, because: x}, {id: two, because: x}]
            right: x
            """));
        assertThat(report.failures())
                .containsExactly("WRONG draft/lesson.md:15:1: the answer is textbook/round-robin,"
                        + " and 0 of the options are right; one should be");
    }

    @Test
    void catchesATaskThatItsSolutionDoesNotDoOrThatIsDoneAlready() {
        assertThat(check(Draft.fenced("task", "text: x\nuntil: not in_pool(B)\nsolution: slow B x2"))
                        .failures())
                .containsExactly("WRONG draft/lesson.md:15:1: the task's solution does not do it");
        assertThat(check(Draft.fenced("task", "text: x\nuntil: in_pool(B)\nsolution: slow B x2"))
                        .failures())
                .containsExactly("WRONG draft/lesson.md:15:1: this task is done before anyone does it");
    }

    @Test
    void catchesACommandThatTheWorldRefuses() {
        assertThat(check(Draft.fenced("do", "remove C")).failures())
                .containsExactly("WRONG draft/lesson.md:16:1: do \"remove C\": no server is named C; there are A, B");
    }

    @Test
    void catchesACaptionThatIsNeverSaid() {
        assertThat(check("x\n", Draft.fenced("say", "when: servers == 9\ntext: x"))
                        .failures())
                .containsExactly("WRONG draft/lesson.md:17:1: this is never said");
    }

    @Test
    void tellsWhatIsWrongOnceAndNotWhatComesOfIt() {
        var report = check(
                Draft.fenced("task", "text: x\nuntil: not in_pool(B)\nsolution: remove Q"),
                Draft.fenced("check", "not in_pool(B)"));
        assertThat(report.failures())
                .containsExactly(
                        "WRONG draft/lesson.md:18:11: the task's solution: no server is named Q; there are A, B");
    }

    @Test
    void namesTheCommandOfSeveralThatIsRefused() {
        assertThat(check(Draft.fenced("do", "slow A x2\nremove C")).failures())
                .containsExactly("WRONG draft/lesson.md:15:1: do \"slow A x2, remove C\": \"remove C\":"
                        + " no server is named C; there are A, B");
    }
}
