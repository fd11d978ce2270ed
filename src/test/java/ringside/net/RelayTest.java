package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.Pick;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.Handling.Layer;
import ringside.world.HandlingCommand.SetLayer;
import ringside.world.Happening;
import ringside.world.Happening.Failure;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Snapshot;
import ringside.world.Traffic;
import ringside.world.World;

/** Layer 4: connections that are passed on and never looked into. */
@Timeout(120)
class RelayTest {
    private static final ServerId A = new ServerId("A");
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    private static Scenario relayed(Scenario scenario) {
        return scenario.with(Handling.USUAL.with(Layer.TCP));
    }

    /** A server that does not speak HTTP: the test holds its end of the one connection that comes. */
    private record Peer(ServerSocket listener) implements AutoCloseable {
        static Peer listening() throws IOException {
            return new Peer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        }

        ServerSpec spec(String name) {
            return ServerSpec.named(name).at("127.0.0.1:" + listener.getLocalPort());
        }

        Socket accept() throws IOException {
            var socket = listener.accept();
            socket.setSoTimeout(20_000);
            return socket;
        }

        void stopListening() throws IOException {
            listener.close();
        }

        @Override
        public void close() throws IOException {
            stopListening();
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket socket, int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }

    private static String hearAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void keepsAConnectionWithItsServerAndGivesTheNextToTheNext() throws Exception {
        var world = opened.open(relayed(servers("A", "B")));
        assertThat(world.entrances()).containsExactly("tcp://127.0.0.1:" + Raw.port(world));
        try (var first = Raw.to(world)) {
            assertThat(first.send(GET).answer().body()).isEqualTo("A answered for /\n");
            try (var second = Raw.to(world)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(second.send(GET).answer().body()).isEqualTo("B answered for /\n");
                    assertThat(first.send(GET).answer().body()).isEqualTo("A answered for /\n");
                }
                Eventually.holds("both are in flight", () -> inFlight(world) == 2);
            }
        }
        Eventually.holds("both have ended", () -> inFlight(world) == 0);
        assertThat(happenings(world))
                .filteredOn(Happening.Arrived.class::isInstance)
                .map(h -> ((Happening.Arrived) h).client() + "|" + ((Happening.Arrived) h).path())
                .containsExactly("127.0.0.1|", "127.0.0.1|");
        assertThat(world.timeline().at(world.now()).totals().answered()).isEqualTo(2);
    }

    private static int inFlight(LiveWorld world) {
        return world.timeline().at(world.now()).servers().stream()
                .mapToInt(server -> server.inFlight())
                .sum();
    }

    @Test
    void passesOnThatTheClientHasFinishedAndWaitsForTheAnswer() throws Exception {
        try (var peer = Peer.listening()) {
            var world = opened.open(relayed(Scenario.of(peer.spec("A"))));
            try (var client = Raw.to(world);
                    var server = peer.accept()) {
                client.send("question");
                client.socket().shutdownOutput();

                assertThat(hearAll(server)).isEqualTo("question");
                say(server, "answer");
                server.shutdownOutput();
                assertThat(client.rest()).isEqualTo("answer");
            }
            Eventually.holds("it is told", () -> happened(world, Happening.Completed.class));
        }
    }

    @Test
    void passesOnThatTheServerHasFinishedAndStillTakesWhatTheClientSends() throws Exception {
        try (var peer = Peer.listening()) {
            var world = opened.open(relayed(Scenario.of(peer.spec("A"))));
            try (var client = Raw.to(world);
                    var server = peer.accept()) {
                say(server, "greeting");
                server.shutdownOutput();

                assertThat(client.rest()).isEqualTo("greeting");
                client.send("more");
                client.socket().shutdownOutput();
                assertThat(hearAll(server)).isEqualTo("more");
            }
            Eventually.holds("it is told", () -> happened(world, Happening.Completed.class));
        }
    }

    @Test
    void carriesMuchBothWaysAtOnceInLittleMemory() throws Exception {
        int blocks = 1024;
        try (var peer = Peer.listening();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var world = opened.open(relayed(Scenario.of(peer.spec("A"))));
            long before = direct();
            try (var client = Raw.to(world);
                    var server = peer.accept()) {
                var up = CompletableFuture.supplyAsync(() -> sent(client.socket(), blocks, 1), threads);
                var down = CompletableFuture.supplyAsync(() -> sent(server, blocks, 2), threads);
                var atServer = CompletableFuture.supplyAsync(() -> digested(server), threads);
                var atClient = CompletableFuture.supplyAsync(() -> digested(client.socket()), threads);

                assertThat(atServer.get()).isEqualTo(up.get());
                assertThat(atClient.get()).isEqualTo(down.get());
                assertThat(direct() - before).as("bytes of direct memory").isLessThan(4L << 20);
            }
            Eventually.holds("it is told", () -> happened(world, Happening.Completed.class));
            Eventually.holds(
                    "64 MiB went each way on both sides",
                    () -> world.timeline().at(world.now()).legs().equals(carried((2L * blocks) << 16)));
        }
    }

    private static Snapshot.Legs carried(long bytes) {
        var leg = new Snapshot.Leg(1, 1, 0, 0, 0, 0, 0, bytes, 0);
        return new Snapshot.Legs(leg, leg);
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** Sends blocks of 64 KiB, no two alike, and says nothing more: their digest. */
    private static String sent(Socket socket, int blocks, int seed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[1 << 16];
            for (int i = 0; i < blocks; i++) {
                block[i] = (byte) (i * seed);
                digest.update(block);
                socket.getOutputStream().write(block);
            }
            socket.shutdownOutput();
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digested(Socket socket) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[1 << 16];
            for (int n = socket.getInputStream().read(block);
                    n >= 0;
                    n = socket.getInputStream().read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsAConnectionThatSaysNothingForTooLong() throws Exception {
        try (var peer = Peer.listening()) {
            var limits = Limits.usual().tunnelling(Duration.ofMillis(150));
            var world = opened.open(
                    relayed(Scenario.of(peer.spec("A"))), LiveOptions.anywhere().within(limits));
            try (var client = Raw.to(world);
                    var server = peer.accept()) {
                client.send("question");
                assertThat(hear(server, 8)).isEqualTo("question");
                say(server, "answer");

                assertThat(client.rest()).isEqualTo("answer");
                assertThat(server.getInputStream().read()).isEqualTo(-1);
            }
            Eventually.holds("it is told", () -> happened(world, Happening.Completed.class));
        }
    }

    @Test
    void callsItATimeoutWhenTheServerNeverAnswered() throws Exception {
        try (var peer = Peer.listening()) {
            var limits = Limits.usual().tunnelling(Duration.ofMillis(150));
            var world = opened.open(
                    relayed(Scenario.of(peer.spec("A"))), LiveOptions.anywhere().within(limits));
            try (var client = Raw.to(world);
                    var _ = peer.accept()) {
                client.send("question");
                assertThat(client.rest()).isEmpty();
            }
            Eventually.holds(
                    "it is told", () -> happenings(world).contains(new Happening.Failed(1, Failure.TIMED_OUT, 0)));
        }
    }

    @Test
    void goesToAnotherServerWhenOneCannotBeReached() throws Exception {
        int nobody;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        var world =
                opened.open(relayed(Scenario.of(ServerSpec.named("A").at("127.0.0.1:" + nobody), Opened.swift("B"))));
        try (var client = Raw.to(world)) {
            assertThat(client.send(GET).answer().body()).isEqualTo("B answered for /\n");
        }
        Eventually.holds("it is told", () -> happened(world, Happening.Completed.class));
        assertThat(happenings(world)).contains(new Happening.Retried(1, A, Failure.CONNECTION_REFUSED));
    }

    @Test
    void closesAConnectionThatNobodyMayTake() throws Exception {
        var world = opened.open(relayed(Scenario.of()));
        try (var client = Raw.to(world)) {
            assertThat(client.rest()).isIn("", "(reset)");
        }
        Eventually.holds(
                "it is told", () -> happenings(world).contains(new Happening.Refused(1, Pick.Cause.NO_SERVERS, 0)));
    }

    @Test
    void cutsTheConnectionWhenNobodyCanBeReached() throws Exception {
        int nobody;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        var world = opened.open(relayed(Scenario.of(ServerSpec.named("A").at("127.0.0.1:" + nobody))));
        try (var client = Raw.to(world)) {
            assertThat(client.rest()).isEqualTo("(reset)");
        } catch (SocketException _) {
            // cut before it could be used at all
        }
        Eventually.holds(
                "it is told", () -> happenings(world).contains(new Happening.Failed(1, Failure.CONNECTION_REFUSED, 0)));
    }

    @Test
    void aKilledServersConnectionsAreCut() throws Exception {
        var world = opened.open(relayed(servers("A", "B")));
        try (var client = Raw.to(world)) {
            client.send(GET).answer();
            world.apply(new Command.RemoveServer(A, Command.Leaving.KILL));

            assertThat(client.rest()).isIn("", "(reset)");
        }
        Eventually.holds("it is told", () -> happenings(world).contains(new Happening.Failed(1, Failure.KILLED, 0)));
    }

    @Test
    void aDrainingServerKeepsItsConnectionsAndGetsNoNewOnes() throws Exception {
        var world = opened.open(relayed(servers("A", "B")));
        try (var client = Raw.to(world)) {
            client.send(GET).answer();
            world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN));
            for (int i = 0; i < 3; i++) {
                try (var other = Raw.to(world)) {
                    assertThat(other.send(GET).answer().body()).isEqualTo("B answered for /\n");
                }
                assertThat(client.send(GET).answer().body()).isEqualTo("A answered for /\n");
            }
            assertThat(happened(world, Happening.Left.class)).isFalse();
        }
        Eventually.holds("A has left", () -> happenings(world).contains(new Happening.Left(A)));
    }

    @Test
    void ejectionCutsNothing() throws Exception {
        try (var peer = Peer.listening()) {
            var checks = new Checks(Checks.Kind.TCP, "/", Duration.ofMillis(20), Duration.ofMillis(200), 1, 1);
            var world = opened.open(relayed(Scenario.of(peer.spec("A")).with(checks)));
            try (var client = Raw.to(world)) {
                client.send("question");
                var server = peer.accept();
                while (server.getInputStream().read() != 'q') {
                    server = peer.accept();
                }
                peer.stopListening();
                Eventually.holds("A is ejected", () -> happened(world, Happening.Ejected.class));

                say(server, "answer");
                server.close();
                assertThat(client.rest()).startsWith("answer");
            }
        }
    }

    @Test
    void ourOwnClientsKeepAConnectionEach() {
        var traffic = new Traffic(new Arrivals.Constant(400), 3, new Keys.Uniform(10));
        var world = opened.open(relayed(servers("A", "B")).with(traffic));
        Eventually.holds("much was asked", () -> world.load().orElseThrow().made() > 50);

        var clients = new HashSet<String>();
        happenings(world).stream()
                .filter(Happening.Arrived.class::isInstance)
                .map(Happening.Arrived.class::cast)
                .forEach(arrived -> {
                    assertThat(arrived.origin()).isEqualTo(Happening.Origin.OURS);
                    clients.add(arrived.client());
                });
        assertThat(clients).hasSize(3);
    }

    @Test
    void theWayInChangesWhileOurOwnRequestsFlow() throws Exception {
        var traffic = new Traffic(new Arrivals.Constant(200), 5, new Keys.Uniform(10));
        var world = opened.open(servers("A", "B").with(traffic).with(Duration.ofSeconds(20)));
        Eventually.holds("requests flow", () -> answered(world) > 20);
        var before = world.scenario();

        var toTcp = world.apply(new SetLayer(Layer.TCP));
        assertThat(world.entrances()).hasSize(1).allMatch(at -> at.startsWith("tcp://"));
        Eventually.holds(
                "a connection came",
                () -> happenings(world).stream()
                        .anyMatch(h -> h instanceof Happening.Arrived arrived
                                && arrived.path().isEmpty()));
        var back = ((World.Outcome.Done) toTcp).inverse().orElseThrow();
        assertThat(world.apply(back)).isInstanceOf(World.Outcome.Done.class);
        assertThat(world.scenario()).isEqualTo(before);
        long soFar = answered(world);
        Eventually.holds("requests flow again", () -> answered(world) > soFar + 20);
        assertThat(happenings(world))
                .filteredOn(Happening.Failed.class::isInstance)
                .isEmpty();
    }

    private static long answered(LiveWorld world) {
        return world.timeline().at(world.now()).totals().answered();
    }
}
