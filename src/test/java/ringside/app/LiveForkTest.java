package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Happening.Origin;
import ringside.world.Latency;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Timeline;
import ringside.world.Traffic;

/** A live run with real sockets, told again in virtual time. */
@Timeout(120)
final class LiveForkTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int OUTSIDE = 7;
    private static final Scenario THREE = Scenario.of(server("A"), server("B"), server("C"))
            .with(Traffic.none().arriving(new Arrivals.Poisson(40)))
            .with(Duration.ofSeconds(30));

    private static ServerSpec server(String name) {
        return ServerSpec.named(name)
                .sized(4, 100)
                .taking(new Latency.Uniform(Duration.ofMillis(100), Duration.ofMillis(200)));
    }

    private static void await(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - giveUp > 0) {
                fail("it never came true that " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void ask(LiveWorld world, int number) throws IOException {
        var to = URI.create(world.entrance().orElseThrow() + "/outside?key=" + number);
        var connection = (HttpURLConnection) to.toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(200);
        connection.getInputStream().readAllBytes();
    }

    private static long arrived(Timeline timeline, long nanos) {
        return timeline.at(nanos).totals().arrived();
    }

    private static Stream<Event> until(Timeline timeline, long nanos) {
        return timeline.events(0, timeline.nextSequence()).stream().filter(e -> e.nanos() <= nanos);
    }

    private static long p50(Timeline timeline, long nanos) {
        Map<Long, Long> came = new HashMap<>();
        var took = until(timeline, nanos)
                .mapToLong(event -> switch (event.what()) {
                    case Happening.Arrived arrived -> {
                        came.put(arrived.request(), event.nanos());
                        yield -1;
                    }
                    case Happening.Completed(long request, var _, int _) ->
                        event.nanos() - came.getOrDefault(request, Long.MAX_VALUE);
                    default -> -1;
                })
                .filter(nanosTaken -> nanosTaken >= 0)
                .sorted()
                .toArray();
        return took[took.length / 2];
    }

    private static LiveWorld run() throws IOException {
        var world = new LiveWorld(THREE, LiveOptions.anywhere());
        for (int i = 0; i < OUTSIDE; i++) {
            ask(world, i);
        }
        world.apply(new Command.SetBehaviour(new ServerId("B"), new Behaviour.Slow(2)));
        await("enough have come", () -> arrived(world.timeline(), world.now()) > 250);
        return world;
    }

    @Test
    void aLiveRunIsToldAgainWithThoseWhoCameAndTheTimesThatWereMeasured() throws Exception {
        try (var live = run()) {
            var tape = live.tape();
            try (var fork = new Replay().open(tape, Progress.UNWATCHED)) {
                long now = tape.nanos();
                assertThat(fork.now()).isEqualTo(now);
                assertThat(arrived(fork.timeline(), now))
                        .isEqualTo(arrived(live.timeline(), now))
                        .isGreaterThan(250);
                assertThat(until(fork.timeline(), now)
                                .filter(e -> e.what() instanceof Happening.Arrived a && a.origin() == Origin.OUTSIDE))
                        .hasSize(OUTSIDE);
                assertThat(p50(fork.timeline(), now))
                        .isCloseTo(p50(live.timeline(), now), Percentage.withPercentage(10));
                assertThat(fork.timeline().at(now).totals().failed()).isZero();
            }
        }
    }

    @Test
    void anotherPolicyMeetsTheSameArrivalsFromAnEarlierInstantOn() throws Exception {
        try (var live = run()) {
            var tape = live.tape();
            long end = tape.nanos();
            try (var fork = new Replay().open(tape.until(end / 2), Progress.UNWATCHED)) {
                assertThat(arrived(fork.timeline(), end / 2)).isEqualTo(arrived(live.timeline(), end / 2));
                fork.apply(new Command.SetPolicy(PolicyChoice.of("textbook/two-choices")));
                fork.advanceTo(end);
                assertThat(arrived(fork.timeline(), end)).isEqualTo(arrived(live.timeline(), end));
                assertThat(fork.scenario().policy().id()).isEqualTo("textbook/two-choices");
                assertThat(live.scenario().policy().id()).isEqualTo("textbook/round-robin");
            }
            assertThat(live.now()).as("the live world runs on").isGreaterThan(end);
        }
    }
}
