package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import ringside.config.BadInput;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.World;

final class TrialTest {
    private static final String TRIAL = Draft.fenced("trial", """
        id: pool
        label: One and two
        for: 20s
        ways:
          - {id: one, text: A alone, words: [remove B]}
          - {id: two, text: A and B}
          - {id: later, text: B leaves, words: [10s remove B]}
        show:
          - {text: Requests, value: requests}
          - {text: At A, value: chosen(A)}
        """);

    private static LessonRun run(String... blocks) {
        return LessonRun.start(
                Draft.read("## One\n" + String.join("\n", blocks)), (_, s) -> new SimulatedWorld(s), new Replay());
    }

    @Test
    void goesEachWayWithTheSameRequests() {
        try (var run = run(TRIAL)) {
            var trial = run.lesson().blocks(Block.Trial.class).getFirst();
            assertThat(run.remaining()).contains("Do this first: One and two");
            assertThat(run.tried(trial)).isFalse();
            assertThat(run.attempt(trial)).isInstanceOf(World.Outcome.Done.class);
            assertThat(run.tried(trial)).isTrue();
            assertThat(run.remaining()).isEmpty();
            var requests = trial.shown().getFirst();
            var atA = trial.shown().getLast();
            assertThat(trial.ways())
                    .extracting(way -> run.figure(requests, way))
                    .containsExactly(1000.0, 1000.0, 1000.0);
            assertThat(trial.ways()).extracting(way -> run.figure(atA, way)).containsExactly(1000.0, 500.0, 750.0);
            assertThat(run.world().now()).as("the stage stands still").isZero();
        }
    }

    @Test
    void isGoneAsideAndKeptAfterwardsOrGivenUp() {
        try (var run = run(TRIAL)) {
            var trial = run.lesson().blocks(Block.Trial.class).getFirst();
            var givenUp = run.begin(trial);
            assertThatThrownBy(() -> givenUp.go(_ -> false)).isInstanceOf(CancellationException.class);
            var attempt = run.begin(trial);
            var shares = new ArrayList<Double>();
            attempt.go(shares::add);
            assertThat(shares).isSorted().allMatch(share -> share >= 0 && share <= 1);
            assertThat(run.tried(trial)).isFalse();
            run.take(attempt);
            assertThat(run.tried(trial)).isTrue();
        }
    }

    @Test
    void saysWhatCannotBeDone() {
        try (var run = run(TRIAL.replace("10s remove B", "10s remove C").replace("At A", "x"))) {
            var trial = run.lesson().blocks(Block.Trial.class).getFirst();
            assertThat(run.attempt(trial))
                    .isEqualTo(new World.Outcome.Rejected("no server is named C; there are A, B"));
            assertThat(run.tried(trial)).isFalse();
        }
    }

    @Test
    void knowsTheWaysOfTheLessonAndNoOthers() {
        assertThatThrownBy(() -> run(TRIAL, Draft.fenced("check", "tried.p99(three) > 0")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no way of this lesson is named \"three\"; there are later, one, two");
        assertThatThrownBy(() -> run(TRIAL.replace("value: requests", "value: request")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no figure of a trial; did you mean `requests`? known: ");
    }

    @Test
    void keepsAFigureAsItWasWhenItsMomentCame() {
        var keep = "id: early\ntext: Requests so far\nvalue: arrived\nwhen: arrived >= 10";
        try (var run = run(Draft.fenced("keep", keep), Draft.fenced("check", "kept(early) == 10"))) {
            var kept = run.lesson().blocks(Block.Keep.class).getFirst();
            assertThat(run.remaining()).contains("Wait: this is being measured: Requests so far");
            var world = (SimulatedWorld) run.world();
            while (run.kept(kept).isEmpty()) {
                world.advanceToNext();
                run.observe();
            }
            world.advanceTo(world.now() + 1_000_000_000L);
            run.observe();
            assertThat(run.kept(kept)).hasValue(10);
            assertThat(run.remaining()).isEmpty();
        }
    }
}
