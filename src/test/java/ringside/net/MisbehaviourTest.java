package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;
import static ringside.net.Opened.swift;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Happening.Failure;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.World;

/** What becomes of answers that stop, break, lie or never end, over real sockets. */
@Timeout(60)
class MisbehaviourTest {
    private static final Checks QUICK =
            new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(20), Duration.ofMillis(150), 2, 2);
    private static final String ASK = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final ServerId A = new ServerId("A");

    @RegisterExtension
    final Opened opened = new Opened();

    private LiveWorld with(Behaviour behaviour) {
        return opened.open(Scenario.of(swift("A").behaving(behaviour)));
    }

    private static void make(LiveWorld world, Behaviour behaviour) {
        assertThat(world.apply(new Command.SetBehaviour(A, behaviour))).isInstanceOf(World.Outcome.Done.class);
    }

    private static int portOfA(LiveWorld world) {
        Eventually.holds(
                "A is there",
                () -> world.timeline().at(Long.MAX_VALUE).server(A).isPresent());
        var address =
                world.timeline().at(Long.MAX_VALUE).server(A).orElseThrow().address();
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static void told(LiveWorld world, Failure failure, int status) {
        Eventually.holds(
                failure + " is told", () -> happenings(world).contains(new Happening.Failed(1, failure, status)));
    }

    private static String everythingFrom(LiveWorld world) throws IOException {
        try (var raw = Raw.to(world)) {
            return raw.send(ASK).rest();
        }
    }

    @Test
    void anAnswerThatIsResetReachesTheClientBroken() throws Exception {
        var world = with(new Behaviour.Resetting());

        assertThat(everythingFrom(world))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: 27\r\n")
                .endsWith("\r\n\r\nA answered re(reset)");
        told(world, Failure.BROKEN_ANSWER, 0);
    }

    @Test
    void anAnswerThatIsCutShortReachesTheClientBroken() throws Exception {
        var world = with(new Behaviour.Truncating());

        assertThat(everythingFrom(world)).endsWith("\r\n\r\nA answered re(reset)");
        told(world, Failure.BROKEN_ANSWER, 0);
    }

    @Test
    void anAnswerWithoutABodyHasNothingToBreak() throws Exception {
        var world = with(new Behaviour.Truncating());
        try (var raw = Raw.to(world)) {
            assertThat(raw.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer(true)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatPromisesMoreThanItHasIsCutWhenItStalls() throws Exception {
        var world = opened.open(
                Scenario.of(swift("A").behaving(new Behaviour.Miscounting(7))),
                LiveOptions.anywhere().within(Limits.usual().waiting(Duration.ofSeconds(5), Duration.ofMillis(80))));

        assertThat(everythingFrom(world))
                .contains("Content-Length: 34\r\n")
                .endsWith("\r\n\r\nA answered request 1 for /\n(reset)");
        told(world, Failure.TIMED_OUT, 0);
    }

    @Test
    void whatIsLeftOfAnAnswerIsNeverTakenForTheNext() throws Exception {
        var world = with(new Behaviour.Miscounting(-7));
        try (var raw = Raw.to(world)) {
            for (int i = 1; i <= 5; i++) {
                var answer = raw.send(ASK).answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.field("X-Ringside-Request")).isEqualTo(Integer.toString(i));
                assertThat(answer.body()).isEqualTo("A answered request " + i);
            }
        }
        assertThat(happened(world, Happening.Failed.class)).isFalse();
    }

    @Test
    void anEndlessHeadBecomes502() throws Exception {
        var world = with(new Behaviour.EndlessHead());

        assertThat(Raw.get(world, "/").status()).isEqualTo(502);
        told(world, Failure.MALFORMED_ANSWER, 502);
    }

    @Test
    void aTricklingAnswerComesByteByByteAndWhole() throws Exception {
        var world = with(new Behaviour.Trickling(Duration.ofMillis(2)));
        var answer = Raw.get(world, "/");

        assertThat(answer.body()).isEqualTo("A answered request 1 for /\n");
        Eventually.holds("it is told", () -> happened(world, Happening.Completed.class));
        var story = world.timeline().ofRequest(1);
        long first = story.stream()
                .filter(e -> e.what() instanceof Happening.FirstByte)
                .findFirst()
                .orElseThrow()
                .nanos();
        assertThat(story.getLast().nanos() - first)
                .as("27 bytes, 2 ms before each")
                .isGreaterThanOrEqualTo(54_000_000);
    }

    @Test
    void aTricklingAnswerBreaksWhenItsServerCrashes() throws Exception {
        var world = with(new Behaviour.Trickling(Duration.ofSeconds(1)));
        try (var raw = Raw.to(world)) {
            raw.send(ASK);
            Eventually.holds("it has begun", () -> happened(world, Happening.FirstByte.class));
            make(world, new Behaviour.Crashed());

            assertThat(raw.rest()).endsWith("(reset)");
        }
        told(world, Failure.BROKEN_ANSWER, 0);
    }

    @Test
    void aFrozenServerTakesConnectionsAndGoesOnWithThemWhenItThaws() throws Exception {
        var world = opened.open(servers("A").with(Duration.ofSeconds(20)));
        make(world, new Behaviour.Frozen());
        var waiting = new ArrayList<Raw>();
        for (int i = 0; i < 20; i++) {
            waiting.add(Raw.to(world).send(ASK));
        }
        Eventually.holds(
                "all are on their way",
                () -> happenings(world).stream()
                                .filter(Happening.Routed.class::isInstance)
                                .count()
                        == 20);
        try (var direct = Raw.to(portOfA(world))) {
            direct.socket().setSoTimeout(100);
            direct.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThatThrownBy(direct::answer)
                    .as("the kernel takes the connection, and nobody reads it")
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(happened(world, Happening.Started.class)).isFalse();

            make(world, Behaviour.HEALTHY);
            direct.socket().setSoTimeout(20_000);
            assertThat(direct.answer().body()).isEqualTo("A is well\n");
        }
        for (var raw : waiting) {
            assertThat(raw.answer().status()).isEqualTo(200);
            raw.close();
        }
    }

    @Test
    void aFrozenServerHoldsBackTheAnswerThatItWasWorkingOn() throws Exception {
        var slow = swift("A").taking(new Latency.Constant(Duration.ofMillis(100)));
        var world = opened.open(Scenario.of(slow).with(Duration.ofMillis(400)));
        try (var raw = Raw.to(world)) {
            raw.send(ASK);
            Eventually.holds("it is being worked on", () -> happened(world, Happening.Started.class));
            make(world, new Behaviour.Frozen());

            assertThat(raw.answer().status()).isEqualTo(504);
        }
        told(world, Failure.TIMED_OUT, 504);
    }

    @Test
    void aFrozenServersBacklogFillsUpUntilNobodyGetsThrough() throws Exception {
        var world = with(new Behaviour.Frozen());
        var sockets = new ArrayList<Socket>();
        boolean full = false;
        try {
            while (!full && sockets.size() < 5000) {
                var socket = new Socket();
                sockets.add(socket);
                try {
                    socket.connect(new InetSocketAddress(Loopback.v4(), portOfA(world)), 300);
                } catch (SocketTimeoutException _) {
                    full = true;
                }
            }
            assertThat(full).isTrue();
            assertThat(sockets).hasSizeGreaterThan(100);

            assertThat(Raw.get(world, "/").status()).isEqualTo(503);
            told(world, Failure.CONNECT_TIMEOUT, 503);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void onlyAnHttpCheckSeesAFrozenServer() {
        var world = opened.open(servers("A").with(QUICK.of(Checks.Kind.TCP)));
        make(world, new Behaviour.Frozen());
        long from = world.timeline().nextSequence();
        Eventually.holds(
                "ten more checks were made",
                () -> world.timeline().events(from, Long.MAX_VALUE).stream()
                                .filter(e -> e.what() instanceof Happening.ProbePassed)
                                .count()
                        >= 10);
        assertThat(happened(world, Happening.ProbeFailed.class)).isFalse();

        assertThat(world.apply(new Command.SetChecks(QUICK))).isInstanceOf(World.Outcome.Done.class);
        Eventually.holds("A is ejected", () -> happened(world, Happening.Ejected.class));
        make(world, Behaviour.HEALTHY);
        Eventually.holds("A is readmitted", () -> happened(world, Happening.Readmitted.class));
    }

    @Test
    void aFlappingServerGoesAndComesBackAtItsPort() {
        var world = opened.open(servers("A").with(QUICK));
        int port = portOfA(world);
        make(world, new Behaviour.Flapping(Duration.ofMillis(300), Duration.ofMillis(300)));
        Eventually.holds(
                "it was ejected and readmitted twice",
                () -> happenings(world).stream()
                                .filter(Happening.Readmitted.class::isInstance)
                                .count()
                        >= 2);

        assertThat(portOfA(world)).isEqualTo(port);
        make(world, Behaviour.HEALTHY);
        Eventually.holds("it answers", () -> answers(world));
    }

    private static boolean answers(LiveWorld world) {
        try {
            return Raw.get(world, "/").status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aFlappingServerCutsWhatItHas() throws Exception {
        var slow = swift("A").taking(new Latency.Constant(Duration.ofSeconds(10)));
        var world = opened.open(Scenario.of(slow).with(Duration.ofSeconds(20)));
        try (var raw = Raw.to(world)) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            Eventually.holds("it is being worked on", () -> happened(world, Happening.Started.class));
            make(world, new Behaviour.Flapping(Duration.ofMillis(100), Duration.ofSeconds(10)));

            assertThat(raw.answer().status()).isEqualTo(502);
        }
        told(world, Failure.CLOSED_EARLY, 502);
    }

    @Test
    void aWarmingServerIsSlowAtFirstAndQuickLater() throws Exception {
        var world = opened.open(Scenario.of(swift("A")
                .taking(new Latency.Constant(Duration.ofMillis(20)))
                .behaving(new Behaviour.Warming(Duration.ofMinutes(10)))));
        assertThat(millis(world, 1)).as("ten times 20 ms").isGreaterThanOrEqualTo(190);
        make(world, new Behaviour.Warming(Duration.ofMillis(10)));
        long until = System.nanoTime() + 10_000_000;
        Eventually.holds("it is warm", () -> System.nanoTime() - until > 0);
        assertThat(millis(world, 2)).as("20 ms, and some").isBetween(19L, 180L);
    }

    private static long millis(LiveWorld world, long number) throws IOException {
        assertThat(Raw.get(world, "/").status()).isEqualTo(200);
        Eventually.holds(
                "it is told",
                () -> world.timeline().ofRequest(number).stream()
                        .anyMatch(e -> e.what() instanceof Happening.Completed));
        var story = world.timeline().ofRequest(number);
        return (story.getLast().nanos() - story.getFirst().nanos()) / 1_000_000;
    }

    @Test
    void aWorldOfMisbehavingServersClosesAtOnce() {
        for (var behaviour : List.of(
                new Behaviour.Frozen(),
                new Behaviour.EndlessHead(),
                new Behaviour.Trickling(Duration.ofMinutes(1)),
                new Behaviour.Flapping(Duration.ofHours(1), Duration.ofHours(1)))) {
            var world = with(behaviour);
            assertThat(world.apply(new Command.Send("10.0.0.1", "/", 5))).isInstanceOf(World.Outcome.Done.class);
            Eventually.holds("they are on their way", () -> happened(world, Happening.Routed.class));
            world.close();
        }
        Eventually.holds(
                "no server is left flapping",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t -> t.getName().startsWith("flapping")));
    }
}
