package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.Block;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Notebook;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Progress;
import ringside.world.Simulator;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.VirtualTime;

/** A trial that takes a while: its progress is shown, it can be cancelled, and it can be begun again. */
@ExtendWith(ApplicationExtension.class)
final class TrialWindowTest {
    private final Gate gate = new Gate();
    private Optional<Rig> open = Optional.empty();

    /** Tells stories, each of which stands still at a fifth until the gate is open. */
    private static final class Gate implements Simulator {
        private final Simulator behind = new Replay();
        private final CountDownLatch opened = new CountDownLatch(1);
        private final AtomicInteger waiting = new AtomicInteger();

        @Override
        public VirtualTime open(Tape tape, Progress progress) {
            pass(progress);
            return behind.open(tape, progress);
        }

        @Override
        public void run(Tape tape, Story story, Progress progress) {
            pass(progress);
            behind.run(tape, story, progress);
        }

        private void pass(Progress progress) {
            progress.goOn(0.2);
            waiting.incrementAndGet();
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new CancellationException(e.getMessage());
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    @Start
    void start(Stage stage) {
        var desk = new Rig.Desk();
        desk.lessons = Lessons.in(Path.of("src", "test", "resources", "lessons"));
        open = Optional.of(Rig.on(stage, (_, s) -> new SimulatedWorld(s), gate, Notebook.ofToday(), desk));
    }

    @AfterEach
    void close() {
        rig().close();
    }

    private Rig rig() {
        return open.orElseThrow();
    }

    private Place.Learning atTheTrial() {
        var place = rig().learn("every-kind");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var run = place.run();
            run.predict(run.step().blocks(Block.Predict.class).getFirst(), "50% 80%");
            run.solve(run.step().blocks(Block.Task.class).getFirst());
            run.next();
            run.press(run.step().blocks(Block.Do.class).getFirst());
            run.predict(run.step().blocks(Block.Predict.class).getFirst(), "a=30 b=30 c=40");
            run.next();
            run.predict(run.step().blocks(Block.Predict.class).getFirst(), "three two one");
        });
        WaitForAsyncUtils.waitForFxEvents();
        return place;
    }

    private void press(FxRobot robot, String query) {
        Rig.until(query + " is there", () -> rig().node(query).isPresent());
        robot.clickOn(rig().node(query).orElseThrow());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double share() {
        return rig().node(".trial .progress-bar")
                .map(bar -> ((ProgressBar) bar).getProgress())
                .orElse(0.0);
    }

    @Test
    void isCancelledAndTriedAgain(FxRobot robot) {
        var place = atTheTrial();
        var trial = place.run().step().blocks(Block.Trial.class).getFirst();
        press(robot, "#try-pool");
        Rig.until("its progress is shown", () -> share() > 0.05);
        assertThat(share()).isLessThan(0.1);
        assertThat(gate.waiting).hasValue(1);
        press(robot, "#trial-cancel");
        Rig.until("it can be begun again", () -> rig().node("#try-pool").isPresent());
        Rig.until("nobody goes on with it", () -> gate.waiting.get() == 0);
        assertThat(place.run().tried(trial)).isFalse();
        assertThat(place.run().remaining())
                .hasValueSatisfying(why -> assertThat(why).startsWith("Do this first"));

        press(robot, "#try-pool");
        gate.opened.countDown();
        Rig.until("what came of it is shown", () -> rig().node("#trial-pool").isPresent());
        assertThat(place.run().tried(trial)).isTrue();
    }

    @Test
    void isGivenUpWhenItsStepIsLeft(FxRobot robot) {
        var place = atTheTrial();
        press(robot, "#try-pool");
        Rig.until("it has begun", () -> gate.waiting.get() == 1);
        press(robot, "#step-1");
        Rig.until("nobody goes on with it", () -> gate.waiting.get() == 0);
        press(robot, "#step-3");
        Rig.until("it can be begun again", () -> rig().node("#try-pool").isPresent());
        assertThat(place.run()
                        .tried(place.run().step().blocks(Block.Trial.class).getFirst()))
                .isFalse();
    }
}
