package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;

final class AloudTest {
    /** Answers from a list, and writes down all that is said. */
    private static final class Script implements Desk {
        private final Queue<String> answers;
        private final List<String> said = new ArrayList<>();

        Script(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public void say(String text) {
            said.add(text);
        }

        @Override
        public Optional<String> ask(String prompt) {
            said.add(prompt + " >");
            return Optional.ofNullable(answers.poll());
        }
    }

    /** Answers every question with what a learner could say who knows nothing, and lets tasks be solved. */
    private record Patient(List<String> said) implements Desk {
        @Override
        public void say(String text) {
            said.add(text);
        }

        @Override
        public Optional<String> ask(String prompt) {
            return Optional.of(
                    switch (prompt) {
                        case "Your number", "Your percentage" -> "1";
                        case "Your command, hint or solve" -> "solve";
                        case "Your choice" -> options().getLast();
                        default ->
                            prompt.startsWith("From where")
                                    ? "10% 40%"
                                    : prompt.contains("such as ") ? prompt.replaceFirst(".*such as ", "") : "";
                    });
        }

        private List<String> options() {
            int question = said.size() - 1;
            while (!said.get(question).startsWith("Predict: ")) {
                question--;
            }
            return said.subList(question, said.size()).stream()
                    .filter(line -> line.startsWith("  "))
                    .map(line -> line.strip().replaceAll(":.*", ""))
                    .toList();
        }
    }

    private static final String BODY = """
        ## One
        There are two servers.

        ```predict
        question: How many stay?
        kind: number
        answer: servers
        when: not in_pool(B)
        right: "{servers} stays."
        otherwise: "Count again: {servers}."
        because: "It is so because…"
        ```

        ```task
        text: Take B out.
        until: not in_pool(B)
        hint: It has a name.
        solution: remove B
        done: "Out it is."
        ```

        ## Two

        ```do
        label: Bring it back
        words: add B
        ```

        ```say
        when: since.arrived >= 50
        text: "{since.arrived} came since."
        ```
        """;

    private static List<String> play(Script script) {
        return play(BODY, script);
    }

    private static List<String> play(String body, Script script) {
        try (var run = LessonRun.start(Draft.read(body), (_, s) -> new SimulatedWorld(s), new Replay())) {
            Aloud.play(run, script);
        }
        return script.said;
    }

    @Test
    void tellsEachStepAndWaitsForALine() {
        var said = play(new Script("two", "2", "one is gone", "hint", "fly B", "remove B", "", "", ""));
        assertThat(said)
                .containsExactly(
                        "Draft. 2 steps, about 5 minutes. A line with help tells what you can type.",
                        "",
                        "Step 1 of 2: One",
                        "There are two servers.",
                        "Predict: How many stay?",
                        "Your number >",
                        "Write a number, such as 250.",
                        "Your number >",
                        "It is so because… (Enter leaves it open) >",
                        "Task: Take B out.",
                        "Your command, hint or solve >",
                        "It has a name. Type: remove B",
                        "Your command, hint or solve >",
                        said.get(13),
                        "Your command, hint or solve >",
                        "Out it is.",
                        "You said: 2. It is: 1. Count again: 1.",
                        "Enter for the next step >",
                        "",
                        "Step 2 of 2: Two",
                        "Enter: Bring it back >",
                        "50 came since.",
                        "Enter for the next step >",
                        "",
                        "You have finished Draft. 0 of 1 predictions were right.",
                        "You wrote: It is so because… one is gone");
        assertThat(said.get(13)).contains("fly");
    }

    @Test
    void tellsWhatTheStageWouldShow() {
        var said = play(new Script("state", "1", "", "solve", "log", "help", "quit"));
        assertThat(said).anyMatch(line -> line.startsWith("After 0.0 s by textbook/round-robin: 0 requests came"));
        assertThat(said).anyMatch(line -> line.contains("A: up, weight 1, 0 in flight (0 waiting)"));
        assertThat(said).anyMatch(line -> line.contains("B ") && line.contains(" s: "));
        assertThat(said).anyMatch(line -> line.contains("any command of ringside serve"));
        assertThat(said.getLast()).isEqualTo("Enter for the next step >");
    }

    private static final String NUMBERED = """
        ## One
        ```predict
        question: Which one leaves?
        kind: choice
        options:
          - {id: first, text: The first, because: "No."}
          - {id: second, text: The second}
        answer: if(servers == 2, second, first)
        right: Yes.
        ```

        ```predict
        question: How many has each?
        kind: bars
        most: 10
        options:
          - {id: one, text: The first, value: servers + 1}
          - {id: two, text: The second, value: servers + 2}
        right: Yes.
        otherwise: No.
        ```

        ```predict
        question: Which has more?
        kind: order
        options:
          - {id: one, text: The first, value: servers * 2}
          - {id: two, text: The second, value: servers + 1}
        right: Yes.
        otherwise: No.
        ```
        """;

    @Test
    void takesTheNumbersOfOptionsForTheirNames() {
        assertThat(play(NUMBERED, new Script("3", "2", "3", "3 4", "2 1")))
                .containsSubsequence(
                        "  1: The first",
                        "  2: The second",
                        "Your choice >",
                        "Choose one of the numbers 1 to 2.",
                        "Your choice >",
                        "Right: The second. Yes.",
                        "A height for each, in this order, such as 10 10 >",
                        "Give each a height, in this order, such as 10 10.",
                        "Right: The first 3, The second 4. Yes.",
                        "All of them in order, such as 2 1 >",
                        "Right: The second, The first. Yes.");
    }

    @Test
    void tellsTheRequestThatExplainsAnAnswer() {
        var body = """
            ## One
            ```predict
            question: Who gets the second request?
            kind: server
            answer: if(chosen(B) > 0, B, A)
            when: arrived >= 3
            right: Yes.
            otherwise: No.
            replay: request.first(B)
            ```
            """;
        assertThat(play(body, new Script("A"))).anyMatch(line -> line.contains("For example: Request 2 went to B: "));
    }

    @Test
    void leavesWhenNobodyAnswers() {
        assertThat(play(new Script())).endsWith("Your number >");
    }

    static Stream<Lesson> simulated() {
        return BuiltInLessonsTest.simulated();
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void leadsThroughEveryLesson(Lesson lesson) {
        var desk = new Patient(new ArrayList<>());
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            assertThat(Aloud.play(run, desk)).as(String.join("\n", desk.said())).isTrue();
        }
    }
}
