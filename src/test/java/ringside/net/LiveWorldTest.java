package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;
import static ringside.net.Opened.swift;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.PolicyChoice;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.RequestState;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;
import ringside.world.World;

/** The live world over real sockets, at ports that are free. */
@Timeout(60)
class LiveWorldTest {
    private static final Checks QUICK =
            new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(20), Duration.ofMillis(150), 2, 2);
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
    void roundRobinAlternates() throws Exception {
        var world = opened.open(servers("A", "B", "C"));
        var servers = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            servers.add(serverOf(world));
        }

        assertThat(servers).containsExactly("A", "B", "C", "A", "B", "C");
    }

    @Test
    void writesDownNoRequestsWhereNobodyWatches() throws Exception {
        var world = opened.open(servers("A", "B"), LiveOptions.anywhere().unwatched());
        assertThat(List.of(serverOf(world), serverOf(world))).containsExactly("A", "B");
        done(world.apply(new Command.SetWeight(A, 2)));
        Eventually.holds("the command is written down", () -> happened(world, Happening.Applied.class));

        assertThat(happened(world, Happening.Joined.class)).isTrue();
        assertThat(happened(world, Happening.OfRequest.class)).isFalse();
    }

    @Test
    void nginxSkipsAServerThatRefusedOnce() throws Exception {
        var refusing = swift("A").behaving(new Behaviour.Refusing());
        var world =
                opened.open(Scenario.of(refusing, swift("B"), swift("C")).with(PolicyChoice.of("nginx/round-robin")));
        var servers = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            servers.add(serverOf(world));
        }

        assertThat(servers).containsExactly("B", "C", "B", "C", "B", "C");
        Eventually.holds("the last is told", () -> ended(world, 6));
        assertThat(happenings(world))
                .filteredOn(h ->
                        h instanceof Happening.Routed routed && routed.server().equals(A))
                .hasSize(1);
    }

    @Test
    void aPolicyThatHashesAHeaderSeesItAndAnotherWhenItIsTold() throws Exception {
        var world = opened.open(servers("A", "B", "C").with(hashing("X-User")));
        assertThat(serversOf(world, "x-user", "ann", 4)).hasSize(1);
        assertThat(serversOf(world, "x-group", "ann", 4))
                .as("no such header, so it takes turns")
                .hasSize(3);

        done(world.apply(new Command.SetPolicy(hashing("X-Group"))));
        assertThat(serversOf(world, "X-GROUP", "ann", 4)).hasSize(1);
    }

    private static PolicyChoice hashing(String header) {
        return new PolicyChoice("haproxy/hdr", Map.of("header", header));
    }

    private static Set<String> serversOf(LiveWorld world, String header, String value, int times) throws IOException {
        var servers = new HashSet<String>();
        for (int i = 0; i < times; i++) {
            try (var raw = Raw.to(world)) {
                servers.add(raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + header + ": " + value
                                + "\r\nConnection: close\r\n\r\n")
                        .answer()
                        .field("X-Ringside-Server"));
            }
        }
        return servers;
    }

    @Test
    void nginxSkipsAServerThatBrokeOffAndNotOneThatOwnedUp() throws Exception {
        try (var silent = new Backend((_, _, _) -> false);
                var sorry = Backend.answering("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")) {
            var world = opened.open(Scenario.of(
                            ServerSpec.named("A").at(silent.address()),
                            ServerSpec.named("B").at(sorry.address()))
                    .with(PolicyChoice.of("nginx/round-robin")));
            for (int i = 0; i < 4; i++) {
                assertThat(Raw.get(world, "/").status()).isEqualTo(500);
            }

            assertThat(silent.heads()).hasSize(1);
            assertThat(sorry.heads()).hasSize(4);
        }
    }

    @Test
    void anOutsideRequestIsFoundOnTheTimelineByTheNumberInItsAnswer() throws Exception {
        var world = opened.open(servers("A", "B"));
        Raw.get(world, "/");
        var answer = Raw.get(world, "/cart?key=user:7");
        long number = Long.parseLong(answer.field("X-Ringside-Request"));
        Eventually.holds("the request has ended", () -> ended(world, number));

        var story = world.timeline().ofRequest(number).stream().map(Event::what).toList();
        assertThat(story).filteredOn(Happening.Connected.class::isInstance).hasSize(1);
        assertThat(story)
                .filteredOn(what -> !(what instanceof Happening.Connected))
                .containsExactly(
                        new Happening.Arrived(
                                2, Happening.Origin.OUTSIDE, "127.0.0.1", "GET", "/cart?key=user:7", "user:7"),
                        new Happening.Routed(2, B, 1, new Reason.InTurn(2, 2, List.of())),
                        new Happening.Started(2, B),
                        new Happening.FirstByte(2, B),
                        new Happening.Completed(2, B, 200));
        assertThat(answer.body()).isEqualTo("B answered request 2 for user:7\n");
    }

    private static boolean ended(LiveWorld world, long number) {
        return world.timeline()
                .at(Long.MAX_VALUE)
                .request(number)
                .flatMap(RequestState::end)
                .isPresent();
    }

    @Test
    void makesItsOwnTrafficAsManyClients() {
        var scenario = servers("A", "B").with(new Traffic(new Arrivals.Constant(500), 7, new Keys.Uniform(3)));
        var world = opened.open(scenario);
        Eventually.holds(
                "200 requests were answered",
                () -> world.timeline().at(Long.MAX_VALUE).totals().answered() > 200);

        var arrived = happenings(world).stream()
                .filter(Happening.Arrived.class::isInstance)
                .map(Happening.Arrived.class::cast)
                .toList();
        assertThat(arrived).allMatch(a -> a.origin() == Happening.Origin.OURS);
        assertThat(arrived)
                .extracting(Happening.Arrived::client)
                .containsOnly("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7");
        assertThat(arrived)
                .extracting(Happening.Arrived::path)
                .containsOnly("/?key=user:0", "/?key=user:1", "/?key=user:2");
        assertThat(world.load().orElseThrow().made()).isPositive();
    }

    @Test
    void sendsWhatItIsToldTo() {
        var world = opened.open(servers("A"));
        done(world.apply(Command.Send.forKey("10.0.0.9", "user:1", 5)));

        Eventually.holds(
                "5 requests were answered",
                () -> world.timeline().at(Long.MAX_VALUE).totals().answered() == 5);
    }

    @Test
    void aServerThatDrainsFinishesWhatItHas() throws Exception {
        var slow = ServerSpec.named("A").taking(new Latency.Constant(Duration.ofMillis(300)));
        var world = opened.open(Scenario.of(slow, swift("B")));
        var answer = new ArrayList<Raw.Answer>();
        var asker = Thread.ofVirtual().start(() -> {
            try {
                answer.add(Raw.get(world, "/"));
            } catch (IOException _) {
                // the assertion on the answer tells
            }
        });
        Eventually.holds("A is at work", () -> happened(world, Happening.Started.class));
        done(world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN)));
        assertThat(serverOf(world)).isEqualTo("B");
        asker.join();

        assertThat(answer).extracting(Raw.Answer::body).containsExactly("A answered request 1 for /\n");
        Eventually.holds("A has left", () -> happened(world, Happening.Left.class));
    }

    @Test
    void undoingADrainBringsTheServerBackAsItWas() throws Exception {
        var slow = ServerSpec.named("A").taking(new Latency.Constant(Duration.ofMillis(500)));
        var world = opened.open(Scenario.of(slow));
        done(world.apply(new Command.Send("10.0.0.1", "/", 1)));
        Eventually.holds("A is at work", () -> happened(world, Happening.Started.class));
        var address =
                world.timeline().at(Long.MAX_VALUE).server(A).orElseThrow().address();
        var remove = new Command.RemoveServer(A, Command.Leaving.DRAIN);
        var outcome = world.apply(remove);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        World.Outcome.Done.class,
                        d -> done(world.apply(d.inverse().orElseThrow())));

        assertThat(serverOf(world)).isEqualTo("A");
        assertThat(world.timeline().at(Long.MAX_VALUE).server(A).orElseThrow().address())
                .isEqualTo(address);
        assertThat(happened(world, Happening.Left.class)).isFalse();
    }

    @Test
    void anEmptyPoolRefuses() throws Exception {
        assertThat(Raw.get(opened.open(servers()), "/").status()).isEqualTo(503);
    }

    @Test
    void aLearnersOwnServerJoinsByItsAddress() throws Exception {
        try (var backend = Backend.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmine")) {
            var world = opened.open(servers("A"));
            done(world.apply(new Command.AddServer(ServerSpec.named("mine").at(backend.address()))));
            var bodies = List.of(Raw.get(world, "/").body(), Raw.get(world, "/").body());

            assertThat(bodies).contains("mine");
            Eventually.holds(
                    "its beginning is told",
                    () -> happenings(world).contains(new Happening.Joined(new ServerId("mine"), backend.address())));
        }
    }

    @Test
    void anAddressBeyondThisMachineIsRejectedAndNothingChanges() {
        var world = opened.open(servers("A"));
        var outcome = world.apply(new Command.AddServer(ServerSpec.named("far").at("10.0.0.1:80")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        World.Outcome.Rejected.class, r -> assertThat(r.why()).contains("--allow-remote"));
        assertThat(world.scenario().servers()).hasSize(1);
        assertThatThrownBy(() -> opened.open(Scenario.of(ServerSpec.named("far").at("10.0.0.1:80"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysThatChangeHandsAreWrittenDown() {
        var world = opened.open(servers("A", "B", "C").with(PolicyChoice.of("textbook/ring")));
        done(world.apply(new Command.RemoveServer(B, Command.Leaving.DRAIN)));
        Eventually.holds("the ledger is told", () -> happened(world, Happening.Remapped.class));

        var ledger = world.timeline().at(Long.MAX_VALUE).remap().orElseThrow();
        assertThat(ledger.entries()).hasSize(1000);
        assertThat(ledger.fraction()).isBetween(0.2, 0.5);
    }

    @Test
    void aBusyPortMakesItMoveToTheNextAndSaySo() throws Exception {
        try (var taken = new ServerSocket(0, 1, Loopback.v4())) {
            var options = LiveOptions.anywhere().at(taken.getLocalPort()).serversFrom(taken.getLocalPort());
            var world = opened.open(servers("A"), options);

            assertThat(Raw.get(world, "/").status()).isEqualTo(200);
            int busy = taken.getLocalPort();
            Eventually.holds(
                    "both moves are told",
                    () -> happenings(world).stream()
                                    .filter(h -> h instanceof Happening.Notice(var text)
                                            && text.startsWith("port " + busy + " is busy"))
                                    .count()
                            == 2);
        }
    }

    @Test
    void answersOnIpv6Too() throws Exception {
        var world = opened.open(servers("A"));
        try (var socket = new Socket(Loopback.v6(), Raw.port(world))) {
            socket.getOutputStream().write(Ascii.bytes("GET / HTTP/1.0\r\n\r\n"));

            assertThat(Raw.latin(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200 OK");
        } catch (java.net.SocketException e) {
            Assumptions.abort("this machine has no ::1: " + e.getMessage());
        }
    }

    @Test
    void leavesNeitherThreadsNorSocketsBehind() throws Exception {
        opened.open(servers("warm-up")).close();
        var threads = Thread.getAllStackTraces().keySet();
        long sockets = sockets();
        for (int i = 0; i < 5; i++) {
            var spec = ServerSpec.named("slow").taking(new Latency.Constant(Duration.ofMinutes(5)));
            var world = new LiveWorld(
                    Scenario.of(spec, swift("B"))
                            .with(QUICK)
                            .with(Traffic.none().arriving(new Arrivals.Constant(300)))
                            .with(Duration.ofMinutes(5)),
                    LiveOptions.anywhere());
            Eventually.holds(
                    "requests are under way",
                    () -> world.timeline().at(Long.MAX_VALUE).totals().answered() > 20);
            world.close();
            world.close();
        }

        Eventually.holds("every socket is closed", () -> sockets() <= sockets);
        Eventually.holds(
                "every thread has ended",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .filter(t -> !threads.contains(t))
                        .noneMatch(t -> t.getName().equals("recorder")));
    }

    /** Sockets that this process has open, where that can be known. */
    private static long sockets() {
        var folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.filter(LiveWorldTest::socket).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean socket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException _) {
            return false;
        }
    }
}
