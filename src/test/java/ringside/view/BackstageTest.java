package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.History;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

/** A show whose work is done on a thread of its own. */
final class BackstageTest {
    private static final long SECOND = 1_000_000_000;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final Scenario BUSY = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"))
            .with(Traffic.none().arriving(new Arrivals.Constant(1000)))
            .with(Checks.usual());

    private final SimulatedWorld world = new SimulatedWorld(BUSY);
    private final Show show = new Show(world, new History(world), Backstage.aside(), world::close);

    @AfterEach
    void close() {
        show.close();
    }

    /** Pulses, each with this much wall time, until something holds. */
    private void until(String what, long wallNanos, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - began)
                    .as("waited in vain until %s", what)
                    .isLessThan(PATIENCE_NANOS);
            show.pulse(wallNanos);
            Thread.onSpinWait();
        }
    }

    private void run(long seconds) {
        show.runAhead(seconds * SECOND);
        until("the run is over", 0, () -> show.nanosProperty().get() == seconds * SECOND);
    }

    @Test
    void showsTheLastPlaceOfADrag() {
        run(20);
        for (long at = 1; at <= 500; at++) {
            show.seek(at * SECOND / 50);
        }
        until("the last place is shown", 0, () -> show.nanosProperty().get() == 10 * SECOND);
        assertThat(show.snapshot()).isEqualTo(world.timeline().at(10 * SECOND));
    }

    @Test
    void losesNoStep() {
        run(2);
        show.seek(SECOND);
        for (int i = 0; i < 40; i++) {
            show.stepForward();
        }
        for (int i = 0; i < 15; i++) {
            show.stepBack();
        }
        long expected = world.timeline().at(SECOND).sequence() + 25;
        until("all steps are made", 0, () -> show.snapshot().sequence() == expected);
    }

    @Test
    void passesTimeSlowlyRatherThanLater() {
        show.speedProperty().set(1e6);
        show.playingProperty().set(true);
        until(
                "a day would have passed",
                50_000_000,
                () -> show.reachedProperty().get() < 1e6 && show.nanosProperty().get() > 0);
        show.playingProperty().set(false);
        show.seek(0);
        until("it stands", 0, () -> show.nanosProperty().get() == 0);
        long there = world.now();
        for (int i = 0; i < 100; i++) {
            show.pulse(50_000_000);
        }
        show.toNow();
        until("it is shown how far it came", 0, () -> show.nanosProperty().get() > 0);
        assertThat(show.nanosProperty().get()).as("nothing is caught up with").isEqualTo(there);
    }

    @Test
    void actsWhileTimePasses() {
        show.runAhead(100_000 * SECOND);
        until("it runs", 0, () -> show.aheadProperty().get().filter(s -> s > 0).isPresent());
        show.apply(new Command.SetWeight(new ServerId("A"), 3));
        until("the run is over", 0, () -> show.aheadProperty().get().isEmpty());
        assertThat(show.nanosProperty().get()).isLessThan(100_000 * SECOND).isEqualTo(world.now());
        assertThat(show.snapshot().scenario().require(new ServerId("A")).weight())
                .isEqualTo(3);
    }

    @Test
    void givesUpARunWhereItIs() {
        show.runAhead(100_000 * SECOND);
        until("it has come some way", 0, () -> show.newestProperty().get() > 5 * SECOND);
        assertThat(show.nanosProperty().get()).as("the picture waits").isZero();
        show.cancelRun();
        until("the picture goes there", 0, () -> show.nanosProperty().get() > 5 * SECOND);
        assertThat(show.aheadProperty().get()).isEmpty();
        assertThat(world.now()).isEqualTo(show.nanosProperty().get());
    }

    @Test
    void standsWhereARunFoundWhatToStopAt() {
        run(3);
        show.stopChoiceProperty().set(StopChoice.NOWHERE.ejected(true));
        show.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Crashed()));
        show.runAhead(1000 * SECOND);
        until("it has stopped", 0, () -> show.stopProperty().get().isPresent());
        var stop = show.stopProperty().get().orElseThrow();
        assertThat(show.snapshot().sequence()).isEqualTo(stop.at().sequence() + 1);
        assertThat(world.now()).isEqualTo(stop.at().nanos());
    }

    @Test
    void endsWithItsShowHoweverMuchIsLeftToDo() {
        show.runAhead(1_000_000 * SECOND);
        show.playingProperty().set(true);
        show.close();
        long there = world.now();
        show.pulse(SECOND);
        assertThat(world.now()).isEqualTo(there);
    }
}
