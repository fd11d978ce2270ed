package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.Pick;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/** What becomes of requests when servers misbehave, over real sockets. */
@Timeout(60)
class BehavioursTest {
    private static final Checks QUICK =
            new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(20), Duration.ofMillis(150), 2, 2);
    private static final Checks PATIENT =
            new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(20), Duration.ofSeconds(10), 2, 2);
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    @RegisterExtension
    final Opened opened = new Opened();

    private static String serverOf(LiveWorld world) throws IOException {
        return Raw.get(world, "/").field("X-Ringside-Server");
    }

    private static void done(World.Outcome outcome) {
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }

    @Test
    void aZombieIsEjectedAndReadmittedWhenItRecovers() throws Exception {
        var world = opened.open(servers("A", "B").with(QUICK));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie())));
        Eventually.holds("A is ejected", () -> happened(world, Happening.Ejected.class));

        assertThat(List.of(serverOf(world), serverOf(world), serverOf(world))).containsOnly("B");

        done(world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY)));
        Eventually.holds("A is readmitted", () -> happened(world, Happening.Readmitted.class));
        assertThat(List.of(serverOf(world), serverOf(world))).containsExactlyInAnyOrder("A", "B");
        assertThat(happenings(world))
                .anyMatch(h -> h instanceof Happening.ProbeFailed(var server, var _, var told, long _, var _)
                        && server.equals(A)
                        && told.equals("no answer"));
    }

    @Test
    void aTcpCheckBelievesAZombie() {
        var world = opened.open(servers("A").with(QUICK.of(Checks.Kind.TCP)));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie())));
        long from = world.timeline().nextSequence();
        Eventually.holds(
                "ten more checks were made",
                () -> world.timeline().events(from, Long.MAX_VALUE).stream()
                                .filter(e -> e.what() instanceof Happening.ProbePassed)
                                .count()
                        >= 10);

        assertThat(happened(world, Happening.ProbeFailed.class)).isFalse();
    }

    @Test
    void aRequestToAZombieTimesOut() throws Exception {
        var world = opened.open(servers("A").with(Duration.ofMillis(60)));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie())));

        assertThat(Raw.get(world, "/").status()).isEqualTo(504);
        Eventually.holds(
                "the failure is told",
                () -> happenings(world).contains(new Happening.Failed(1, Happening.Failure.TIMED_OUT, 504)));
    }

    @Test
    void aRefusingServerGoesOnWithOpenConnectionsAndComesBackAtItsOldPort() throws Exception {
        var world = opened.open(servers("A", "B").with(QUICK.of(Checks.Kind.TCP)));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Refusing())));
        Eventually.holds("A is ejected", () -> happened(world, Happening.Ejected.class));
        var address =
                world.timeline().at(Long.MAX_VALUE).server(A).orElseThrow().address();
        done(world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY)));
        Eventually.holds("A is readmitted", () -> happened(world, Happening.Readmitted.class));

        assertThat(world.timeline().at(Long.MAX_VALUE).server(A).orElseThrow().address())
                .isEqualTo(address);
        try (var raw = Raw.to(Integer.parseInt(address.substring(address.indexOf(':') + 1)))) {
            assertThat(raw.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer()
                            .body())
                    .isEqualTo("A is well\n");
        }
    }

    @Test
    void errorsAreCountedAndPassedOn() throws Exception {
        var world = opened.open(servers("A"));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Errors(100))));

        assertThat(Raw.get(world, "/").status()).isEqualTo(500);
        Eventually.holds(
                "the failure is told",
                () -> happenings(world).contains(new Happening.Failed(1, Happening.Failure.SERVER_ERROR, 500)));
    }

    @Test
    void aFullQueueIsToldApart() throws Exception {
        var spec = new ServerSpec(
                A,
                java.util.Optional.empty(),
                1,
                1,
                1,
                new Latency.Constant(Duration.ofMillis(400)),
                Behaviour.HEALTHY);
        var world = opened.open(Scenario.of(spec).with(Duration.ofSeconds(10)));
        done(world.apply(new Command.Send("10.0.0.1", "/", 5)));
        Eventually.holds("two are answered and three are not", () -> {
            var totals = world.timeline().at(Long.MAX_VALUE).totals();
            return totals.answered() == 2 && totals.failed() == 3;
        });

        assertThat(happenings(world).stream().filter(Happening.Queued.class::isInstance))
                .hasSize(1);
        assertThat(happenings(world).stream().filter(Happening.Failed.class::isInstance))
                .extracting(h -> ((Happening.Failed) h).failure())
                .containsExactly(
                        Happening.Failure.QUEUE_FULL, Happening.Failure.QUEUE_FULL, Happening.Failure.QUEUE_FULL);
    }

    @Test
    void aCrashUnderLoadCostsNoGet() throws Exception {
        var world = opened.open(servers("A", "B", "C").with(PATIENT));
        var failures = underLoad(world, () -> done(world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()))));

        assertThat(failures).isEmpty();
    }

    @Test
    void aKillUnderLoadCostsNoGetAndADrainNeither() throws Exception {
        var world = opened.open(servers("A", "B", "C"));
        var failures = underLoad(world, () -> {
            done(world.apply(new Command.RemoveServer(A, Command.Leaving.KILL)));
            done(world.apply(new Command.RemoveServer(B, Command.Leaving.DRAIN)));
        });

        assertThat(failures).isEmpty();
        Eventually.holds(
                "both have left",
                () -> happenings(world)
                        .containsAll(List.of(new Happening.Left(A), new Happening.Draining(B), new Happening.Left(B))));
    }

    /** How those of many requests fail that do, while something happens in their midst. */
    private static List<String> underLoad(LiveWorld world, Runnable what) throws Exception {
        int clients = 16;
        var failures = new CopyOnWriteArrayList<String>();
        var halfway = new CountDownLatch(clients);
        var ended = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            Thread.ofVirtual().start(() -> {
                ask(world, 100, failures);
                halfway.countDown();
                ask(world, 200, failures);
                ended.countDown();
            });
        }
        halfway.await();
        what.run();
        assertThat(ended.await(40, TimeUnit.SECONDS)).isTrue();
        return failures;
    }

    private static void ask(LiveWorld world, int times, List<String> failures) {
        try (var raw = Raw.to(world)) {
            for (int i = 0; i < times; i++) {
                raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                var answer = raw.answer();
                if (answer.status() != 200) {
                    failures.add(answer.body());
                }
            }
        } catch (IOException e) {
            failures.add(e.toString());
        }
    }

    @Test
    void withEveryServerDownItRefusesAtOnceAndRecovers() throws Exception {
        var world = opened.open(servers("A").with(QUICK));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed())));
        Eventually.holds("A is ejected", () -> happened(world, Happening.Ejected.class));
        var answer = Raw.get(world, "/");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("X-Ringside-Request")).isEqualTo("1");
        Eventually.holds(
                "the refusal is told",
                () -> happenings(world).contains(new Happening.Refused(1, Pick.Cause.NONE_AVAILABLE)));

        done(world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY)));
        Eventually.holds("A is readmitted", () -> happened(world, Happening.Readmitted.class));
        assertThat(Raw.get(world, "/").status()).isEqualTo(200);
    }
}
