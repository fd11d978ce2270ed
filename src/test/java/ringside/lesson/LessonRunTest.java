package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Command;
import ringside.world.VirtualTime;
import ringside.world.World;

final class LessonRunTest {
    private static final long SECOND = 1_000_000_000L;

    private static final String BODY = """
        ## Ask
        Two servers.

        ```predict
        question: How many servers stay when B goes?
        kind: number
        answer: servers
        when: not in_pool(B)
        right: "{servers} stayed."
        wrong:
          - value: servers + 1
            because: "B is not among the {servers}."
        otherwise: "It was {servers}."
        ```

        ```say
        when: not in_pool(B)
        text: "B left after {since.time} s."
        ```

        ```do
        remove B
        ```

        ## Act

        ```do
        label: Slowly
        auto: true
        words: slow A x2
        ```

        ```task
        text: Bring B back.
        until: in_pool(B)
        solution: add B
        done: "There are {servers}."
        ```

        ## End
        That is all.
        """;

    private final LessonRun run = LessonRun.start(Draft.read(BODY), (_, s) -> new SimulatedWorld(s), new Replay());

    @AfterEach
    void close() {
        run.close();
    }

    private Block.Predict question() {
        return run.lesson().blocks(Block.Predict.class).getFirst();
    }

    private Block.Do first() {
        return run.lesson().blocks(Block.Do.class).getFirst();
    }

    private Block.Task task() {
        return run.lesson().blocks(Block.Task.class).getFirst();
    }

    private void answerAndAct(String given) {
        run.predict(question(), given);
        run.press(first());
    }

    @Test
    void hidesWhatFollowsAQuestionUntilItIsAnswered() {
        assertThat(run.visible()).hasSize(2).last().isEqualTo(question());
        assertThat(run.remaining()).contains("Answer the question first.");
        run.predict(question(), "1");
        assertThat(run.visible()).hasSize(4);
    }

    @Test
    void judgesAPredictionOnceTheWorldKnowsTheAnswer() {
        run.predict(question(), "1");
        assertThat(run.prediction(question()).orElseThrow().verdict()).isEmpty();
        run.press(first());
        assertThat(run.prediction(question()).orElseThrow().verdict())
                .contains(new Prediction.Verdict(true, "1", "1 stayed."));
    }

    @Test
    void answersAUsualMistakeWithItsOwnExplanationAndAnyOtherWithTheFallback() {
        answerAndAct("2");
        assertThat(run.prediction(question()).orElseThrow().verdict())
                .contains(new Prediction.Verdict(false, "1", "B is not among the 1."));
        try (var other = LessonRun.start(run.lesson(), (_, s) -> new SimulatedWorld(s), new Replay())) {
            other.predict(question(), "17");
            other.press(first());
            assertThat(other.prediction(question()).orElseThrow().verdict())
                    .contains(new Prediction.Verdict(false, "1", "It was 1."));
        }
    }

    @Test
    void takesTheFirstAnswerAndNoneThatItCannotRead() {
        assertThat(run.predict(question(), "many"))
                .isEqualTo(new LessonRun.Taken.NotUnderstood("Write a number, such as 250."));
        assertThat(run.prediction(question())).isEmpty();
        run.predict(question(), "2");
        run.predict(question(), "1");
        assertThat(run.prediction(question()).orElseThrow().given()).isEqualTo("2");
    }

    @Test
    void keepsTheReasonThatALearnerGives() {
        run.predict(question(), "1");
        run.because(question(), "  B is gone ");
        assertThat(run.prediction(question()).orElseThrow().because()).isEqualTo("B is gone");
    }

    @Test
    void showsACaptionOnceItsConditionHolds() {
        var say = run.lesson().blocks(Block.Say.class).getFirst();
        assertThat(run.caption(say)).isEmpty();
        answerAndAct("1");
        assertThat(run.caption(say)).contains("B left after 0 s.");
    }

    @Test
    void goesOnOnlyWhenNothingIsLeftToDo() {
        assertThatThrownBy(run::next).hasMessage("Answer the question first.");
        run.predict(question(), "1");
        assertThat(run.remaining()).contains("Do this first: remove B");
        run.press(first());
        assertThat(run.remaining()).isEmpty();
        run.next();
        assertThat(run.step().title()).isEqualTo("Act");
    }

    @Test
    void carriesOutWhatNeedsNoButtonWhenItIsReached() {
        answerAndAct("1");
        assertThat(run.facts().of("behaviour", java.util.List.of(ringside.lesson.expression.Value.of("A"))))
                .isEqualTo(ringside.lesson.expression.Value.of("healthy"));
        run.next();
        assertThat(run.outcome(run.step().blocks(Block.Do.class).getFirst()))
                .get()
                .isInstanceOf(World.Outcome.Done.class);
    }

    @Test
    void marksATaskHoweverItWasDoneAndKeepsItMarked() {
        answerAndAct("1");
        run.next();
        assertThat(run.done(task())).isEmpty();
        run.history().undo();
        run.history().undo();
        run.observe();
        assertThat(run.done(task())).contains("There are 2.");
        run.history().apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.KILL));
        run.observe();
        assertThat(run.done(task())).contains("There are 2.");
    }

    @Test
    void solvesATaskForALearnerWhoIsStuck() {
        answerAndAct("1");
        run.next();
        run.solve(task());
        assertThat(run.done(task())).contains("There are 2.");
    }

    @Test
    void goesBackToReadAndForwardWithoutAskingAgain() {
        answerAndAct("1");
        run.next();
        run.back();
        assertThat(run.step().title()).isEqualTo("Ask");
        assertThat(run.visible()).hasSize(4);
        run.next();
        assertThat(run.step().title()).isEqualTo("Act");
        assertThat(run.position()).isEqualTo(2);
    }

    @Test
    void endsAfterItsLastStep() {
        answerAndAct("1");
        run.next();
        run.solve(task());
        run.next();
        assertThat(run.finished()).isFalse();
        run.next();
        assertThat(run.finished()).isTrue();
        assertThat(run.step().title()).isEqualTo("End");
    }

    @Test
    void resumesWithTheWorldAsTheStepsBeforeLeftIt() {
        try (var later = LessonRun.resume(run.lesson(), (_, s) -> new SimulatedWorld(s), new Replay(), 3)) {
            assertThat(later.step().title()).isEqualTo("End");
            assertThat(later.world().scenario().servers())
                    .extracting(s -> s.id().name())
                    .containsExactly("A", "B");
            assertThat(later.remaining()).isEmpty();
        }
    }

    @Test
    void tellsWhyAButtonDidNothing() {
        run.predict(question(), "1");
        run.history().apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.KILL));
        assertThat(run.press(first())).isEqualTo(new World.Outcome.Rejected("no server is named B; there are A"));
    }

    @Test
    void addsNobodyWhomTheLearnerHasAddedAlready() {
        var body = "## One\n" + Draft.fenced("do", "words: [add B, weight A 2]");
        try (var ahead = LessonRun.start(Draft.read(body), (_, s) -> new SimulatedWorld(s), new Replay())) {
            var outcome = ahead.press(ahead.lesson().blocks(Block.Do.class).getFirst());
            assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
            assertThat(ahead.world().scenario().servers()).hasSize(2);
            assertThat(ahead.world()
                            .scenario()
                            .server(new ServerId("A"))
                            .orElseThrow()
                            .weight())
                    .isEqualTo(2);
        }
    }

    @Test
    void tellsItsListenerOnlyWhenSomethingIsNew() {
        var calls = new AtomicInteger();
        run.predict(question(), "1");
        run.onChange(calls::incrementAndGet);
        ((VirtualTime) run.world()).advanceTo(SECOND);
        run.observe();
        assertThat(calls).hasValue(0);
        run.history().apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.KILL));
        run.observe();
        assertThat(calls).hasValue(1);
    }
}
