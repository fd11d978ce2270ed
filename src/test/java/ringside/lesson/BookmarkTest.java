package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.config.BadInput;
import ringside.engine.ServerId;
import ringside.lesson.progress.Bookmark;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Progress;
import ringside.lesson.progress.ProgressReader;
import ringside.lesson.progress.ProgressText;
import ringside.lesson.progress.StoryText;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.VirtualTime;
import ringside.world.World;
import ringside.world.WorldFactory;

final class BookmarkTest {
    private static final long SECOND = 1_000_000_000L;
    private static final WorldFactory WORLDS = (_, scenario) -> new SimulatedWorld(scenario);
    private static final ringside.world.Progress UNWATCHED = ringside.world.Progress.UNWATCHED;

    private static final String BODY = """
        ## Ask

        ```predict
        question: How many servers stay when B goes?
        kind: number
        answer: servers
        right: "{servers} stayed."
        otherwise: "It was {servers}."
        because: because
        ```

        ```do
        label: Take B away
        words: remove B
        ```

        ```do
        label: Nobody
        words: kill Z
        ```

        ```say
        when: not in_pool(B)
        text: "B left."
        ```

        ```keep
        id: then
        text: answered by then
        value: since.ended
        when: since.ended >= 5
        ```

        ## Try

        ```trial
        id: pool
        label: Both ways
        for: 2s
        ways:
          - {id: one, text: One}
          - {id: two, text: Two, words: [add B]}
        show:
          - {text: Requests, value: requests}
        ```

        ```predict
        question: How many are there in the end?
        kind: number
        answer: servers
        when: in_pool(C)
        right: "Right."
        otherwise: "No."
        ```

        ```task
        text: Bring C.
        until: in_pool(C)
        solution:
          - add C
        ```

        ## End
        That is all.
        """;

    private final LessonRun run = LessonRun.start(Draft.read(BODY), WORLDS, new Replay());

    @AfterEach
    void close() {
        run.close();
    }

    private static void advance(LessonRun run, double seconds) {
        ((VirtualTime) run.world()).advanceTo(run.world().now() + (long) (seconds * SECOND));
        run.observe();
    }

    private static <B extends Block> B block(LessonRun run, Class<B> kind, int number) {
        return run.lesson().blocks(kind).get(number);
    }

    private void playHalf() {
        advance(run, 0.7);
        run.predict(block(run, Block.Predict.class, 0), "1");
        run.because(block(run, Block.Predict.class, 0), "B takes its keys along");
        run.press(block(run, Block.Do.class, 0));
        run.press(block(run, Block.Do.class, 1));
        advance(run, 1.3);
        run.next();
        run.attempt(block(run, Block.Trial.class, 0));
        run.predict(block(run, Block.Predict.class, 1), "2");
        run.history().apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Slow(3)));
        advance(run, 0.123456789);
        run.back();
    }

    private static LessonRun again(Bookmark mark) {
        return LessonRun.resume(Draft.read(BODY), WORLDS, new Replay(), mark, UNWATCHED);
    }

    private static List<Event> events(World world) {
        return world.timeline().events(0, Long.MAX_VALUE);
    }

    @Test
    void tellsASimulatedWorldAgainToTheSameInstant() {
        playHalf();
        try (var again = again(run.bookmark())) {
            assertThat(again.world().now()).isEqualTo(2_123_456_789L);
            assertThat(events(again.world())).hasSizeGreaterThan(200).isEqualTo(events(run.world()));
            assertThat(again.world().timeline().at(Long.MAX_VALUE))
                    .isEqualTo(run.world().timeline().at(Long.MAX_VALUE));
            assertThat(again.world().tape()).isEqualTo(run.world().tape());
            advance(again, 3);
            advance(run, 3);
            assertThat(events(again.world())).isEqualTo(events(run.world()));
        }
    }

    @Test
    void keepsAllThatWasDoneAndSaid() {
        playHalf();
        try (var again = again(run.bookmark())) {
            assertThat(again.position()).isEqualTo(2);
            assertThat(again.step().number()).isEqualTo(1);
            assertThat(again.prediction(block(again, Block.Predict.class, 0)))
                    .contains(new Prediction(
                            "1",
                            "B takes its keys along",
                            Optional.of(new Prediction.Verdict(false, "2", "It was 2."))));
            assertThat(again.outcome(block(again, Block.Do.class, 0)))
                    .contains(new World.Outcome.Done(Optional.empty()));
            assertThat(again.outcome(block(again, Block.Do.class, 1)))
                    .isEqualTo(run.outcome(block(run, Block.Do.class, 1)));
            assertThat(again.caption(block(again, Block.Say.class, 0))).contains("B left.");
            assertThat(again.kept(block(again, Block.Keep.class, 0)))
                    .isEqualTo(run.kept(block(run, Block.Keep.class, 0)))
                    .isNotEmpty();
            var trial = block(again, Block.Trial.class, 0);
            assertThat(again.tried(trial)).isTrue();
            assertThat(again.figure(trial.shown().getFirst(), trial.ways().getFirst()))
                    .isEqualTo(100);
            assertThat(again.bookmark()).isEqualTo(run.bookmark());
        }
    }

    @Test
    void knowsWhatWasRightAndWhenItWasAsked() {
        playHalf();
        var asked = block(run, Block.Predict.class, 0);
        assertThat(run.momentOf(asked))
                .hasValueSatisfying(m -> assertThat(m.nanos()).isLessThanOrEqualTo(700_000_000));
        try (var again = again(run.bookmark())) {
            var same = block(again, Block.Predict.class, 0);
            assertThat(again.right(same)).contains("2");
            assertThat(again.momentOf(same).orElseThrow().scenario())
                    .isEqualTo(run.momentOf(asked).orElseThrow().scenario());
            assertThat(again.momentOf(same).orElseThrow().deeds()).isEmpty();
            assertThat(again.momentOf(same).orElseThrow().nanos()).isBetween(600_000_000L, 700_000_000L);
        }
    }

    @Test
    void undoesAndDoesAgainWhatWasDoneBefore() {
        playHalf();
        run.history().undo();
        try (var again = again(run.bookmark())) {
            assertThat(again.history().canRedo()).isTrue();
            again.history().redo();
            assertThat(again.world()
                            .scenario()
                            .server(new ServerId("A"))
                            .orElseThrow()
                            .behaviour())
                    .isEqualTo(new Behaviour.Slow(3));
            again.history().undo();
            again.history().undo();
            assertThat(again.world().scenario().servers())
                    .extracting(s -> s.id().name())
                    .containsExactly("A", "B");
            assertThat(again.history().canUndo()).isFalse();
        }
    }

    @Test
    void judgesWhatWasStillOpen() {
        playHalf();
        try (var again = again(run.bookmark())) {
            again.next();
            var open = block(again, Block.Predict.class, 1);
            assertThat(again.prediction(open)).contains(new Prediction("2", "", Optional.empty()));
            again.solve(block(again, Block.Task.class, 0));
            assertThat(again.prediction(open).flatMap(Prediction::verdict))
                    .contains(new Prediction.Verdict(true, "2", "Right."));
            assertThat(again.remaining()).isEmpty();
        }
    }

    @Test
    void isTheSameAfterItWasWrittenDown() {
        playHalf();
        var mark = run.bookmark();
        var progress = Progress.NONE.with("draft", LessonNotes.begun(1).taken(mark, false, 2));
        var read = ProgressReader.read("progress.json", ProgressText.write(progress));
        assertThat(read).isEqualTo(progress);
        try (var again = again(read.lesson("draft").orElseThrow().bookmark().orElseThrow())) {
            assertThat(again.bookmark()).isEqualTo(mark);
        }
    }

    @Test
    void isOfOneTextOfALesson() {
        var mark = run.bookmark();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LessonRun.resume(Draft.read(BODY + "\nMore.\n"), WORLDS, new Replay(), mark, UNWATCHED))
                .withMessageContaining("another text of draft");
    }

    @Test
    void isGivenUpWhenItsStoryIsNotWaitedFor() {
        playHalf();
        assertThatThrownBy(() -> LessonRun.resume(Draft.read(BODY), WORLDS, new Replay(), run.bookmark(), _ -> false))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesWhatNoLessonCouldHaveLeft() {
        var mark = run.bookmark();
        var nowhere = new Bookmark(
                mark.digest(),
                1,
                1,
                List.of(),
                Map.of("7.7", "Done."),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Bookmark.Undoing.NOTHING,
                mark.world());
        assertThatIllegalArgumentException().isThrownBy(() -> again(nowhere)).withMessageContaining("7.7");
        var broken = new Bookmark(
                mark.digest(),
                1,
                1,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Bookmark.Undoing.NOTHING,
                Optional.of(new StoryText("pool: [", "", 0)));
        assertThatThrownBy(() -> again(broken)).isInstanceOf(BadInput.class);
    }
}
