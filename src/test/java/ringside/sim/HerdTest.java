package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.state;
import static ringside.sim.Stories.steady;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Processes;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Wakes;
import ringside.world.World;

/** Processes that wait on one socket: who is woken by a connection, and what that costs. */
class HerdTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final ServerId A = new ServerId("A");

    private static ServerSpec herd(Processes.Wake wake) {
        return steady("A", 10).sized(16, 100).waiting(Optional.of(new Processes(16, wake, Duration.ofMillis(1))));
    }

    private static void ask(World world, int count) {
        world.apply(new Command.Send("10.0.0.1", "/", count));
    }

    private static List<Integer> woken(World world) {
        return all(world).stream()
                .map(Event::what)
                .filter(Happening.Accepted.class::isInstance)
                .map(what -> ((Happening.Accepted) what).woken())
                .toList();
    }

    private static List<Long> answers(World world) {
        return Stories.when(world, Happening.Completed.class::isInstance);
    }

    @Test
    void everyIdleProcessIsWokenAndEachDelaysTheWork() {
        try (var world = run(Scenario.of(herd(Processes.Wake.ALL)), 0)) {
            ask(world, 3);
            world.advanceTo(SECOND);
            assertThat(woken(world)).containsExactly(16, 15, 14);
            assertThat(answers(world)).containsExactly(24L, 25L, 26L);
            assertThat(state(world, A).wakes()).isEqualTo(new Wakes(3, 45));
            assertThat(state(world, A).wakes().each()).isEqualTo(15);
        }
    }

    @Test
    void oneIsWokenWhereOneIsEnough() {
        try (var world = run(Scenario.of(herd(Processes.Wake.ONE)), 0)) {
            ask(world, 3);
            world.advanceTo(SECOND);
            assertThat(woken(world)).containsExactly(1, 1, 1);
            assertThat(answers(world)).containsExactly(11L, 11L, 11L);
        }
    }

    @Test
    void nobodyIsWokenForThoseWhoWaitedInLineOrWhileAllAreBusy() {
        var narrow = herd(Processes.Wake.ALL).sized(2, 100);
        var two = narrow.waiting(Optional.of(new Processes(2, Processes.Wake.ALL, Duration.ofMillis(1))));
        try (var world = run(Scenario.of(two), 0)) {
            ask(world, 3);
            world.advanceTo(SECOND);
            assertThat(woken(world)).containsExactly(2, 1, 0);
            assertThat(answers(world)).containsExactly(11L, 12L, 21L);
        }
        var one = herd(Processes.Wake.ALL)
                .waiting(Optional.of(new Processes(1, Processes.Wake.ALL, Duration.ofMillis(1))));
        try (var world = run(Scenario.of(one), 0)) {
            ask(world, 3);
            world.advanceTo(SECOND);
            assertThat(woken(world)).containsExactly(1, 0, 0);
        }
    }

    @Test
    void whereNothingIsSaidNobodyIsWoken() {
        try (var world = run(Scenario.of(steady("A", 10)).with(constantly(10)), SECOND)) {
            assertThat(woken(world)).isEmpty();
            assertThat(state(world, A).wakes()).isEqualTo(Wakes.NONE);
        }
    }

    @Test
    void aHitPaysForThoseWhoWereWokenToo() {
        var cached = Scenario.of(herd(Processes.Wake.ALL)).caching(Optional.of(Caching.USUAL));
        try (var world = run(cached, 0)) {
            ask(world, 1);
            world.advanceTo(SECOND);
            ask(world, 1);
            world.advanceTo(2 * SECOND);
            assertThat(answers(world)).containsExactly(100L, 1017L);
        }
    }

    @Test
    void theHerdIsTamedWithACommandAndItsInverse() {
        try (var world = run(Scenario.of(herd(Processes.Wake.ALL)), 0)) {
            var tame = new Processes(16, Processes.Wake.ONE, Duration.ofMillis(1));
            var done = (World.Outcome.Done) world.apply(new Command.SetProcesses(A, Optional.of(tame)));
            assertThat(done.inverse())
                    .contains(
                            new Command.SetProcesses(A, herd(Processes.Wake.ALL).processes()));
            ask(world, 1);
            world.apply(done.inverse().orElseThrow());
            ask(world, 1);
            assertThat(woken(world)).containsExactly(1, 15);
            assertThat(state(world, A).wakes()).isEqualTo(new Wakes(1, 15));
        }
    }
}
