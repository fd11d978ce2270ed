package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** WebSockets to our servers, through the proxy (RFC 6455). */
@Timeout(60)
class EchoTest {
    private static final String ASK = "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade"
            + "\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
            + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    @RegisterExtension
    final Opened opened = new Opened();

    /** What a client of the JDK's hears. */
    private static final class Ear implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
            heard.add(bytes.remaining() + " bytes");
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer bytes) {
            heard.add("pong of " + bytes.remaining());
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add("error");
        }

        private String next() throws InterruptedException {
            return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void answersTheJdksClientThroughTheProxy() throws Exception {
        var world = opened.open(Opened.servers("A", "B"));
        var ear = new Ear();
        try (var client = HttpClient.newHttpClient()) {
            var socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://localhost:" + Raw.port(world) + "/echo"), ear)
                    .get(20, TimeUnit.SECONDS);
            socket.sendText("hello", true).get(20, TimeUnit.SECONDS);
            assertThat(ear.next()).isEqualTo("hello");
            socket.sendText("gr\u00fc\u00df ", false).get(20, TimeUnit.SECONDS);
            socket.sendPing(ByteBuffer.allocate(3)).get(20, TimeUnit.SECONDS);
            socket.sendText("dich \ud83c\udf0d", true).get(20, TimeUnit.SECONDS);
            assertThat(ear.next()).isEqualTo("pong of 3");
            assertThat(ear.next()).isEqualTo("gr\u00fc\u00df dich \ud83c\udf0d");
            socket.sendText("x".repeat(200_000), true).get(20, TimeUnit.SECONDS);
            assertThat(ear.next()).isEqualTo("x".repeat(200_000));
            socket.sendBinary(ByteBuffer.allocate(300), true).get(20, TimeUnit.SECONDS);
            assertThat(ear.next()).isEqualTo("300 bytes");
            assertThat(Opened.happened(world, Happening.Completed.class)).isFalse();
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").get(20, TimeUnit.SECONDS);
            assertThat(ear.next()).isEqualTo("closed 1000");
            Eventually.holds(
                    "it is complete",
                    () -> Opened.happenings(world).contains(new Happening.Completed(1, new ServerId("A"), 101)));
        }
    }

    @Test
    void agreesAsTheStandardsExampleDoes() throws Exception {
        try (var raw = Raw.to(opened.open(Opened.servers("A")))) {
            var answer = raw.send(ASK).answer();

            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.field("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(answer.field("X-Ringside-Server")).isEqualTo("A");
            raw.send(frame(0x81, "Hello"));
            assertThat(raw.in().readNBytes(7)).containsExactly(0x81, 0x05, 'H', 'e', 'l', 'l', 'o');
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Version: 13, Sec-WebSocket-Version: 8, 426",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, Sec-WebSocket-Key: dGhlIHNhbXBsZQ==, 400",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, Sec-WebSocket-Key: !GhlIHNhbXBsZSBub25jZQ==, 400",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, X: y, 400",
        "GET, POST, 400",
        "Upgrade: websocket, Upgrade: chat, 200",
        "GET /echo, GET /other, 200",
    })
    void opensInTheOneWayThereIs(String part, String instead, int status) throws Exception {
        try (var raw = Raw.to(opened.open(Opened.servers("A")))) {
            var answer = raw.send(ASK.replace(part, instead)).answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.field("Sec-WebSocket-Version")).isEqualTo(status == 426 ? "13" : "");
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "a reserved bit, c1 80 00000000, 1002",
        "a kind that is none, 83 80 00000000, 1002",
        "a control that is none, 8b 80 00000000, 1002",
        "no mask, 81 00, 1002",
        "a ping in parts, 09 80 00000000, 1002",
        "a ping too long, 89 fe 007e 00000000, 1002",
        "a continuation of nothing, 80 80 00000000, 1002",
        "a message within a message, 01 80 00000000 81 80 00000000, 1002",
        "a length written at length, 82 fe 0005 00000000 0000000000, 1002",
        "a length written at more length, 82 ff 0000000000000100 00000000, 1002",
        "a negative length, 82 ff 8000000000000000 00000000, 1002",
        "a close of one byte, 88 81 00000000 03, 1002",
        "a close with a code that is never said, 88 82 00000000 03ed, 1002",
        "a close with a code of nobody's, 88 82 00000000 07d0, 1002",
        "a close whose reason is no text, 88 83 00000000 03e8 ff, 1007",
        "text that is not UTF-8, 81 82 00000000 c328, 1007",
        "text cut within a character, 81 81 00000000 c3, 1007",
        "a message too long, 82 ff 0000000000100001 00000000, 1009",
        "a normal close, 88 82 00000000 03e8, 1000",
        "a close with a code of its own, 88 82 00000000 0fa0, 4000",
    })
    void closesWithTheCodeThatFits(String what, String hex, int code) throws Exception {
        try (var raw = Raw.to(opened.open(Opened.servers("A")))) {
            raw.send(ASK).answer();
            raw.send(HexFormat.of().parseHex(hex.replace(" ", "")));
            var close = raw.in().readNBytes(4);

            assertThat(close[0]).as(what).isEqualTo((byte) 0x88);
            assertThat(((close[2] & 0xff) << 8) | (close[3] & 0xff)).isEqualTo(code);
            raw.socket().shutdownOutput();
            assertThat(raw.rest()).doesNotContain("(reset)");
        }
    }

    @Test
    void answersACloseThatSaysNothingWithOne() throws Exception {
        try (var raw = Raw.to(opened.open(Opened.servers("A")))) {
            raw.send(ASK).answer();
            raw.send(frame(0x88, ""));

            assertThat(raw.in().readNBytes(2)).containsExactly(0x88, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, Echo.MOST})
    void bringsBackMessagesOfEveryLength(int length) throws Exception {
        try (var raw = Raw.to(opened.open(Opened.servers("A")))) {
            raw.send(ASK).answer();
            raw.send(frame(0x82, "\u0080".repeat(length)));
            int head = length < 126 ? 2 : length < 65_536 ? 4 : 10;

            assertThat(raw.in().readNBytes(head)[0]).isEqualTo((byte) 0x82);
            assertThat(Raw.latin(raw.in().readNBytes(length))).isEqualTo("\u0080".repeat(length));
        }
    }

    @Test
    void goesAwayWhenNothingComes() throws Exception {
        var limits = Limits.usual().tunnelling(Duration.ofMillis(50));
        var setting = Setting.of(LiveOptions.anywhere().within(limits), _ -> {});
        opened.closing(setting.watchdog());
        var server = new LocalServer(Opened.swift("A"), Ports.from(0), setting);
        opened.closing(server);
        try (var raw = Raw.to(server.port())) {
            raw.send(ASK).answer();

            assertThat(raw.in().readNBytes(4)).startsWith(0x88).endsWith(0x03, 0xe9);
        }
    }

    @Test
    void aZombieSaysNothingAndACrashCuts() throws Exception {
        var world = opened.open(Opened.servers("A"));
        try (var raw = Raw.to(world)) {
            raw.send(ASK).answer();
            world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Zombie()));
            raw.send(frame(0x81, "anybody?"));
            world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Crashed()));

            assertThat(raw.rest()).isEqualTo("(reset)");
        }
    }

    @Test
    void keepsNoWorkerFromOthers() throws Exception {
        var world = opened.open(Scenario.of(ServerSpec.named("A").taking(new Latency.Constant(Duration.ZERO))));
        try (var raw = Raw.to(world)) {
            raw.send(ASK).answer();

            assertThat(Raw.get(world, "/").status()).isEqualTo(200);
        }
    }

    /** One frame of a client's: a first byte, and a payload of characters below 256. */
    private static byte[] frame(int first, String payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        int length = payload.length();
        frame.write(first);
        frame.write(0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127));
        if (length > 125) {
            frame.write(
                    ByteBuffer.allocate(8).putLong(length).array(), length < 65_536 ? 6 : 0, length < 65_536 ? 2 : 8);
        }
        frame.write(MASK);
        var bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < length; i++) {
            frame.write(bytes[i] ^ MASK[i % 4]);
        }
        return frame.toByteArray();
    }
}
