package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.world.Arrivals;
import ringside.world.Checks;
import ringside.world.Handling;
import ringside.world.Handling.Layer;
import ringside.world.HandlingCommand.SetLayer;
import ringside.world.HandlingCommand.SetTls;
import ringside.world.Happening;
import ringside.world.Happening.Leg;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;
import ringside.world.World;

/** Encryption that ends at the balancer, and encryption that is passed through. */
@Timeout(120)
class TlsTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final Certificates OURS = Certificates.inMemory();

    @RegisterExtension
    final Opened opened = new Opened();

    private static Scenario with(Scenario scenario, Layer layer, Handling.Tls tls) {
        return scenario.with(Handling.USUAL.with(layer).with(tls).with(Duration.ofSeconds(10)));
    }

    private LiveWorld world(Scenario scenario, Layer layer, Handling.Tls tls) {
        return opened.open(with(scenario, layer, tls), LiveOptions.anywhere().showing(OURS));
    }

    private LiveWorld world() {
        return world(servers("A", "B"), Layer.HTTP, Handling.Tls.AT_BALANCER);
    }

    private static SSLContext trusting(X509Certificate authority) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("only", authority);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static SSLContext trustingUs() throws Exception {
        return trusting(OURS.credentials().authority());
    }

    /** A connection whose client asks for this host. */
    private static SSLSocket connect(LiveWorld world, SSLContext context, String host, String... versions)
            throws IOException {
        var socket = (SSLSocket)
                context.getSocketFactory().createSocket(Raw.to(world).socket(), host, Raw.port(world), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        if (versions.length > 0) {
            parameters.setProtocols(versions);
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String ask(SSLSocket socket) throws IOException {
        try (socket) {
            socket.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static List<Happening.Secured> handshakes(LiveWorld world, Leg leg, int count) {
        Eventually.holds(
                count + " handshakes were told", () -> handshakes(world, leg).size() >= count);
        return handshakes(world, leg);
    }

    private static List<Happening.Secured> handshakes(LiveWorld world, Leg leg) {
        return happenings(world).stream()
                .filter(Happening.Secured.class::isInstance)
                .map(Happening.Secured.class::cast)
                .filter(done -> done.leg() == leg)
                .toList();
    }

    @Test
    void servesBothPlainAndEncryptedRequests() throws Exception {
        var world = world();
        assertThat(world.entrances()).hasSize(2);
        assertThat(world.entrances().getFirst()).startsWith("http://127.0.0.1:");
        assertThat(world.entrances().getLast()).startsWith("https://127.0.0.1:");
        assertThat(world.entrance()).contains(world.entrances().getLast());

        assertThat(ask(connect(world, trustingUs(), "localhost"))).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(ask(connect(world, trustingUs(), "127.0.0.1"))).startsWith("HTTP/1.1 200 OK\r\n");
        var plain = world.entrances().getFirst();
        try (var raw = Raw.to(Integer.parseInt(plain.substring(plain.lastIndexOf(':') + 1)))) {
            assertThat(raw.send(GET).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void agreesOnTheOneProtocolItSpeaks() throws Exception {
        var socket = connect(world(), trustingUs(), "localhost");
        socket.startHandshake();
        assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
        assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        socket.close();
    }

    @Test
    void isNotTrustedByThoseWhoKnowAnotherAuthority() throws Exception {
        var stranger = trusting(Issuer.fresh().certificate());
        var world = world();
        assertThatThrownBy(() -> ask(connect(world, stranger, "localhost"))).isInstanceOf(SSLException.class);
        Eventually.holds("it was closed", () -> happened(world, Happening.Closed.class));
        assertThat(ask(connect(world, trustingUs(), "localhost"))).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void isNotTakenForAnotherHost() throws Exception {
        var world = world();
        assertThatThrownBy(() -> ask(connect(world, trustingUs(), "example.org")))
                .isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void resumesASessionAndSaysSo(String version) throws Exception {
        var world = world();
        var context = trustingUs();
        ask(connect(world, context, "localhost", version));
        ask(connect(world, context, "localhost", version));

        assertThat(handshakes(world, Leg.CLIENT, 2))
                .map(done -> done.protocol() + (done.resumed() ? " resumed" : " full"))
                .containsExactly(version + " full", version + " resumed");
        Eventually.holds("both are counted", () -> {
            var leg = world.timeline().at(world.now()).legs().client();
            return leg.handshakes() == 2 && leg.resumed() == 1 && leg.closed() == 2 && leg.encrypted() > 1000;
        });
    }

    /** A greeting of TLS 1.1 with one cipher of its time, answered with the alert that names the version. */
    @Test
    void refusesOlderVersions() throws Exception {
        var hello = "0302" + "00".repeat(32) + "00" + "0002c014" + "0100";
        var greeting =
                "160301" + "%04x".formatted(hello.length() / 2 + 4) + "01" + "%06x".formatted(hello.length() / 2);
        try (var raw = Raw.to(world())) {
            raw.send(HexFormat.of().parseHex(greeting + hello));
            assertThat(raw.in().readNBytes(7)).containsExactly(21, 3, 3, 0, 2, 2, 70);
        }
    }

    @Test
    void tellsThoseWhoForgotTheSchemeWhatToAskFor() throws Exception {
        try (var raw = Raw.to(world())) {
            var answer = raw.send(GET).answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("this port speaks TLS: ask for https://");
        }
    }

    @Test
    void waitsForAHandshakeForAWhileOnly() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofMillis(200), Duration.ofSeconds(5));
        var world = opened.open(
                with(servers("A"), Layer.HTTP, Handling.Tls.AT_BALANCER),
                LiveOptions.anywhere().showing(OURS).within(limits));
        try (var raw = Raw.to(world)) {
            raw.send(new byte[] {22, 3, 1});
            assertThat(raw.rest()).isEmpty();
        }
    }

    @Test
    void takesALargeBodyAndGivesItBack() throws Exception {
        var body = new byte[4 << 20];
        Arrays.fill(body, (byte) 'x');
        var backend = new Backend((_, in, out) -> {
            var all = in.readNBytes(body.length);
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + all.length + "\r\n\r\n");
            out.write(all);
            return false;
        });
        try (backend;
                var socket = connect(
                        world(
                                Scenario.of(ServerSpec.named("A").at(backend.address())),
                                Layer.HTTP,
                                Handling.Tls.AT_BALANCER),
                        trustingUs(),
                        "localhost")) {
            var writing = CompletableFuture.runAsync(() -> {
                try {
                    var out = socket.getOutputStream();
                    out.write(("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            var all = socket.getInputStream().readAllBytes();
            writing.get();
            assertThat(Arrays.copyOfRange(all, all.length - body.length, all.length))
                    .isEqualTo(body);
        }
    }

    @Test
    void inLayer4EncryptionEndsHereAndPlainBytesGoOn() throws Exception {
        var backend = new Backend((_, in, out) -> {
            var rest = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            Backend.write(out, "heard " + rest);
            return false;
        });
        try (backend) {
            var world = world(
                    Scenario.of(ServerSpec.named("A").at(backend.address())), Layer.TCP, Handling.Tls.AT_BALANCER);
            try (var socket = connect(world, trustingUs(), "localhost", "TLSv1.3")) {
                socket.getOutputStream().write("hello\r\n\r\nto the end".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("heard to the end");
            }
            assertThat(backend.heads()).containsExactly("hello\r\n\r\n");
            Eventually.holds("one leg was encrypted and one was not", () -> {
                var legs = world.timeline().at(world.now()).legs();
                return legs.client().encrypted() > 0
                        && legs.client().clear() == 0
                        && legs.server().clear() == 35
                        && legs.server().encrypted() == 0;
            });
        }
    }

    @Test
    void anEncryptedStreamThatIsBrokenOffIsNotPassedOnAsItsEnd() throws Exception {
        var ended = new CompletableFuture<String>();
        var backend = new Backend((_, in, _) -> {
            try {
                in.readAllBytes();
                ended.complete("the end");
            } catch (IOException _) {
                ended.complete("cut");
            }
            return false;
        });
        try (backend) {
            var world = world(
                    Scenario.of(ServerSpec.named("A").at(backend.address())), Layer.TCP, Handling.Tls.AT_BALANCER);
            var raw = Raw.to(world);
            var socket = (SSLSocket)
                    trustingUs().getSocketFactory().createSocket(raw.socket(), "localhost", Raw.port(world), false);
            socket.getOutputStream().write("hello\r\n\r\nand".getBytes(StandardCharsets.US_ASCII));
            Eventually.holds("it arrived", () -> !backend.heads().isEmpty());
            raw.socket().shutdownOutput();

            assertThat(ended.get()).isEqualTo("cut");
            raw.close();
        }
    }

    @Test
    void passesThroughWhatOurServersEncryptAndChecksThemAllTheSame() throws Exception {
        var checks = new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(50), Duration.ofSeconds(5), 1, 1);
        var world = world(servers("A", "B").with(checks), Layer.TCP, Handling.Tls.AT_SERVERS);

        assertThat(ask(connect(world, trustingUs(), "localhost"))).endsWith("A answered for /\n");
        Eventually.holds("it is checked", () -> happened(world, Happening.ProbePassed.class));
        assertThat(happened(world, Happening.ProbeFailed.class)).isFalse();
        assertThat(handshakes(world, Leg.SERVER, 2))
                .extracting(Happening.Secured::peer)
                .contains("A");
        assertThat(handshakes(world, Leg.CLIENT)).isEmpty();
    }

    @Test
    void theWayInChangesWhileRequestsFlow() throws Exception {
        var traffic = new Traffic(new Arrivals.Constant(100), 3, new Keys.Uniform(10));
        var world = world(servers("A", "B").with(traffic), Layer.HTTP, Handling.Tls.OFF);
        var plain = world.entrances();
        flows(world);
        done(world.apply(new SetTls(Handling.Tls.AT_BALANCER)));
        assertThat(handshakes(world, Leg.CLIENT, 1)).isNotEmpty();
        flows(world);
        done(world.apply(new SetLayer(Layer.TCP)));
        assertThat(world.entrances()).hasSize(1).first().asString().startsWith("tcp://");
        done(world.apply(new SetLayer(Layer.HTTP)));
        done(world.apply(new SetTls(Handling.Tls.OFF)));
        flows(world);

        assertThat(world.entrances()).isEqualTo(plain);
        assertThat(happenings(world))
                .filteredOn(Happening.Failed.class::isInstance)
                .isEmpty();
    }

    @Test
    void encryptionMovesToTheServersAndBack() throws Exception {
        var traffic = new Traffic(new Arrivals.Constant(50), 2, new Keys.Uniform(10));
        var world = world(servers("A", "B").with(traffic), Layer.TCP, Handling.Tls.OFF);
        done(world.apply(new SetTls(Handling.Tls.AT_SERVERS)));
        assertThat(world.apply(new SetLayer(Layer.HTTP))).isInstanceOf(World.Outcome.Rejected.class);
        assertThat(handshakes(world, Leg.SERVER, 2))
                .allMatch(done -> done.protocol().equals("TLSv1.3"));
        done(world.apply(new SetTls(Handling.Tls.OFF)));
        done(world.apply(new SetLayer(Layer.HTTP)));
        flows(world);
    }

    private static void done(World.Outcome outcome) {
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }

    private static void flows(LiveWorld world) {
        long before = world.timeline().at(world.now()).totals().answered();
        Eventually.holds(
                "requests are answered",
                () -> world.timeline().at(world.now()).totals().answered() > before + 10);
    }

    @Test
    void changesNothingWhenThereIsNoCertificateToBeHad() {
        var none = new Certificates() {
            @Override
            public Credentials credentials() {
                throw new IllegalArgumentException("the key is open to others");
            }

            @Override
            public Optional<String> file() {
                return Optional.empty();
            }
        };
        var world = opened.open(servers("A"), LiveOptions.anywhere().showing(none));
        var before = world.entrances();

        assertThat(world.apply(new SetTls(Handling.Tls.AT_BALANCER)))
                .isEqualTo(new World.Outcome.Rejected("the key is open to others"));
        assertThat(world.entrances()).isEqualTo(before);
    }
}
