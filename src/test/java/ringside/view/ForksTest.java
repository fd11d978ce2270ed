package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Branch;
import ringside.world.Branches;
import ringside.world.Command;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Simulator;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.Traffic;
import ringside.world.VirtualTime;
import ringside.world.World;

/** Acting in the past, with a simulator that begins when it is let. */
@ExtendWith(ApplicationExtension.class)
final class ForksTest {
    private static final long SECOND = 1_000_000_000;
    private static final Scenario TWO = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"))
            .with(Traffic.none().arriving(new Arrivals.Constant(10)));
    private static final Command RANDOM = new Command.SetPolicy(PolicyChoice.of("textbook/random"));
    private static final Command HEAVY = new Command.SetWeight(new ServerId("A"), 5);

    private final CountDownLatch gate = new CountDownLatch(1);
    private final SimulatedWorld original = new SimulatedWorld(TWO);
    private Forks forks;
    private Show show;

    @Start
    void start(Stage stage) {
        forks = new Forks(new Branches(new Gated(), "Original", original), Backstage.atOnce());
        show = forks.show();
    }

    @AfterEach
    void close() {
        gate.countDown();
        fx(() -> {
            show.close();
            return true;
        });
    }

    private final class Gated implements Simulator {
        @Override
        public VirtualTime open(Tape tape, Progress progress) {
            boolean wanted = true;
            while (wanted && !passed()) {
                wanted = progress.goOn(0.25);
            }
            return new Replay().open(tape, progress);
        }

        private boolean passed() {
            try {
                return gate.await(5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                return false;
            }
        }

        @Override
        public void run(Tape tape, Story story, Progress progress) {
            throw new UnsupportedOperationException("nobody runs anything here");
        }
    }

    private static <T> T fx(Supplier<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, what::get);
    }

    private static void until(String what, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> fx(holds::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
    }

    /** Lets three seconds pass and goes back to the first. */
    private void goBack() {
        fx(() -> {
            show.playingProperty().set(true);
            show.pulse(3 * SECOND);
            show.playingProperty().set(false);
            show.seek(SECOND);
            return true;
        });
    }

    private World.Outcome act(Command command) {
        return fx(() -> show.apply(command));
    }

    private Branch current() {
        return fx(() -> forks.currentProperty().get());
    }

    private void untilForked(int number) {
        until("branch " + number + " is shown", () -> current().number() == number);
    }

    @Test
    void actingAtTheNewestInstantForksNothing() {
        goBack();
        fx(() -> {
            show.toNow();
            return true;
        });
        assertThat(act(RANDOM)).isInstanceOf(World.Outcome.Done.class);
        assertThat(original.scenario().policy().id()).isEqualTo("textbook/random");
        assertThat(forks.branches()).hasSize(1);
    }

    @Test
    void actingInThePastShowsAnotherStoryThere() {
        goBack();
        gate.countDown();
        assertThat(act(RANDOM)).isInstanceOf(World.Outcome.Done.class);
        untilForked(2);
        assertThat(current().name()).isEqualTo("Branch 2: random at 1.0 s");
        assertThat(forks.branches()).extracting(Branch::name).containsExactly("Original", "Branch 2: random at 1.0 s");
        assertThat(show.world()).isSameAs(current().world()).isNotSameAs(original);
        assertThat(fx(() -> show.nanosProperty().get())).isEqualTo(SECOND);
        assertThat(fx(() -> show.atNowProperty().get())).isTrue();
        assertThat(original.scenario()).isEqualTo(TWO);
        assertThat(original.now()).isEqualTo(3 * SECOND);

        assertThat(fx(() -> show.canUndoProperty().get())).isTrue();
        fx(show::undo);
        assertThat(show.world().scenario()).isEqualTo(TWO);
    }

    @Test
    void tellsHowFarItIsAndCanBeCancelled() {
        goBack();
        act(RANDOM);
        until(
                "it tells how far it is",
                () -> forks.workProperty()
                        .get()
                        .filter(w -> w.getProgress() == 0.25)
                        .isPresent());
        assertThat(fx(() -> forks.workProperty().get().orElseThrow().getTitle()))
                .isEqualTo("Branch 2: random at 1.0 s");
        fx(() -> {
            forks.cancel();
            return true;
        });
        assertThat(fx(() -> forks.workProperty().get())).isEmpty();
        assertThat(forks.branches()).hasSize(1);
        assertThat(fx(() -> show.nanosProperty().get())).isEqualTo(SECOND);
        gate.countDown();
        act(HEAVY);
        untilForked(2);
        assertThat(show.world().scenario().policy().id()).isEqualTo("textbook/round-robin");
    }

    @Test
    void whatIsDoneMeanwhileAtTheSameInstantIsDoneInTheSameStory() {
        goBack();
        act(RANDOM);
        act(HEAVY);
        gate.countDown();
        untilForked(2);
        until(
                "the second was done too",
                () -> show.world().scenario().servers().getFirst().weight() == 5);
        assertThat(show.world().scenario().policy().id()).isEqualTo("textbook/random");
        assertThat(forks.branches()).hasSize(2);
    }

    @Test
    void whatIsRejectedForksNothingAndIsTold() {
        goBack();
        gate.countDown();
        act(new Command.SetWeight(new ServerId("Z"), 5));
        until("it is told", () -> show.rejectedProperty().get().isPresent());
        assertThat(show.rejectedProperty().get()).contains("no server is named Z; there are A, B");
        assertThat(forks.branches()).hasSize(1);
        assertThat(show.world()).isSameAs(original);
    }

    @Test
    void goesThereAndBackAtTheSameInstantAndForgetsWhatIsDeleted() {
        goBack();
        gate.countDown();
        act(RANDOM);
        untilForked(2);
        fx(() -> {
            forks.rename(current(), "At random");
            forks.back();
            return true;
        });
        assertThat(show.world()).isSameAs(original);
        assertThat(fx(() -> show.nanosProperty().get())).isEqualTo(SECOND);
        assertThat(forks.branches()).extracting(Branch::name).containsExactly("Original", "At random");
        fx(() -> {
            forks.switchTo(forks.branches().getLast());
            forks.delete(forks.branches().getFirst());
            return true;
        });
        assertThat(show.rejectedProperty().get()).contains("the branch that the others were forked from stays");
        fx(() -> {
            forks.delete(current());
            return true;
        });
        assertThat(show.world()).isSameAs(original);
        assertThat(forks.branches()).hasSize(1);
    }

    @Test
    void commandsStartFromHowItWasSetUpThen() {
        goBack();
        fx(() -> {
            show.toNow();
            return true;
        });
        act(HEAVY);
        goBack();
        assertThat(fx(() -> show.scenario())).isEqualTo(TWO);
    }
}
