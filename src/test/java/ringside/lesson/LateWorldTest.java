package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.World;

/** Nothing is judged by a picture that does not have yet what was done last. */
final class LateWorldTest {
    private static final String BODY = """
        ## One

        ```predict
        question: How many stay?
        kind: number
        answer: servers
        when: time >= 0
        right: "{servers}."
        otherwise: "No, {servers}."
        ```

        ```do
        remove B
        ```

        ```keep
        id: left
        text: Servers that were left
        value: servers
        ```

        ## Two
        The end.
        """;

    /** A world that carries commands out at once, and writes them down when it is told to. */
    private static final class Late implements World {
        private final SimulatedWorld world;
        private final Queue<Command> unwritten = new ArrayDeque<>();
        private Scenario ordered;

        Late(Scenario begins) {
            world = new SimulatedWorld(begins);
            ordered = begins;
        }

        void write() {
            while (!unwritten.isEmpty()) {
                assertThat(world.apply(unwritten.remove())).isInstanceOf(Outcome.Done.class);
            }
        }

        @Override
        public Kind kind() {
            return Kind.LIVE;
        }

        @Override
        public Outcome apply(Command command) {
            ordered = command.on(ordered);
            unwritten.add(command);
            return new Outcome.Done(Optional.empty());
        }

        @Override
        public Scenario scenario() {
            return ordered;
        }

        @Override
        public long now() {
            return world.now();
        }

        @Override
        public Timeline timeline() {
            return world.timeline();
        }

        @Override
        public Tape tape() {
            return world.tape();
        }

        @Override
        public Optional<String> entrance() {
            return Optional.empty();
        }

        @Override
        public void close() {
            world.close();
        }
    }

    @Test
    void waitsUntilItIsWrittenDown() {
        var lesson = Draft.read(BODY);
        var asked = lesson.blocks(Block.Predict.class).getFirst();
        var keep = lesson.blocks(Block.Keep.class).getFirst();
        try (var run = LessonRun.start(lesson, (_, scenario) -> new Late(scenario), new Replay())) {
            run.press(lesson.blocks(Block.Do.class).getFirst());
            run.predict(asked, "1");
            run.observe();
            assertThat(run.prediction(asked).orElseThrow().verdict()).isEmpty();
            assertThat(run.kept(keep)).isEmpty();

            ((Late) run.world()).write();
            run.observe();
            assertThat(run.prediction(asked).orElseThrow().verdict()).contains(new Prediction.Verdict(true, "1", "1."));
            assertThat(run.kept(keep)).hasValue(1);
        }
    }
}
