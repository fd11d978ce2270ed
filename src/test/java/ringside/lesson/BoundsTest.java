package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.ServerSpec;

/** A learner who takes another server than the lesson speaks of. */
final class BoundsTest {
    private static final String BODY = """
        ## Slow
        ```do
        slow A x2
        ```

        ## Act
        ```predict
        question: How many servers stay when B goes?
        kind: number
        answer: servers
        when: not in_pool(B)
        right: "{servers} stayed."
        otherwise: "It was {servers}."
        ```

        ```task
        text: Take B out.
        until: not in_pool(B)
        solution: remove B
        done: "It is gone."
        ```

        ## End
        ```do
        add B
        ```
        """;

    private final LessonRun run = LessonRun.start(Draft.read(BODY), (_, s) -> new SimulatedWorld(s), new Replay());

    @AfterEach
    void close() {
        run.close();
    }

    private static Command remove(String name) {
        return new Command.RemoveServer(new ServerId(name), Command.Leaving.KILL);
    }

    private static Command add(String name) {
        return new Command.AddServer(ServerSpec.named(name));
    }

    private void slow() {
        run.press(run.lesson().blocks(Block.Do.class).getFirst());
    }

    private void toTheTask() {
        slow();
        run.next();
        run.predict(run.lesson().blocks(Block.Predict.class).getFirst(), "1");
    }

    private List<String> pool() {
        return run.world().scenario().servers().stream().map(s -> s.id().name()).toList();
    }

    @Test
    void theButtonOfAStepComesBeforeWhatALearnerDoesToThePool() {
        assertThat(run.allows(remove("A"))).isFalse();
        assertThat(run.allows(add("C"))).isFalse();
        assertThat(run.allows(new Command.SetPolicy(PolicyChoice.of("textbook/random"))))
                .isFalse();
        assertThat(run.allows(new Command.Send("10.0.0.1", "/", 1))).isTrue();
        slow();
        assertThat(run.allows(remove("A"))).isTrue();
    }

    @Test
    void anOpenTaskAsksForOneServerAndNoOther() {
        toTheTask();
        assertThat(run.allows(remove("A"))).isFalse();
        assertThat(run.allows(add("C"))).isFalse();
        assertThat(run.allows(remove("B"))).isTrue();
        assertThat(run.allows(new Command.SetBehaviour(new ServerId("B"), new Behaviour.Crashed())))
                .isFalse();
    }

    @Test
    void whoGoesOnFindsThePoolAsTheNextStepMeansIt() {
        slow();
        run.history().apply(remove("A"));
        run.history().apply(add("C"));
        run.history().apply(new Command.SetBehaviour(new ServerId("B"), new Behaviour.Zombie()));
        run.next();
        assertThat(pool()).containsExactly("A", "B");
        assertThat(run.world().scenario().require(new ServerId("A")).behaviour())
                .isEqualTo(new Behaviour.Slow(2));
        assertThat(run.world().scenario().require(new ServerId("B")).behaviour())
                .isEqualTo(new Behaviour.Healthy());
        assertThat(run.repaired()).isTrue();
    }

    @Test
    void whatALearnerMayChooseStaysAsItWasChosen() {
        slow();
        run.history().apply(new Command.SetWeight(new ServerId("A"), 7));
        run.next();
        assertThat(run.world().scenario().require(new ServerId("A")).weight()).isEqualTo(7);
        assertThat(run.repaired()).isFalse();
    }
}
