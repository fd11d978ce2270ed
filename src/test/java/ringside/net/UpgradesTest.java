package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.ServerId;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.World;

/** Connections that change to another protocol (RFC 9110 §7.8). */
@Timeout(60)
class UpgradesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String ASK =
            "GET /chat HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: chat/1\r\n\r\n";
    private static final String SWITCH =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: chat/1\r\nX-Chat: yes\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    /** Agrees, and then sends back whatever comes, until the other side has finished. */
    private static Backend agreeing() throws IOException {
        return new Backend((_, in, out) -> {
            Backend.write(out, SWITCH);
            mirror(in, out);
            return false;
        });
    }

    private static void mirror(InputStream in, OutputStream out) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            out.write(b);
        }
    }

    @Test
    void carriesBytesBothWaysOnceTheServerHasAgreed() throws Exception {
        var backend = agreeing();
        var world = opened.before(backend);
        try (var raw = Raw.to(world)) {
            var answer = raw.send(ASK).answer();

            assertThat(answer.head().split("\r\n"))
                    .containsExactly(
                            "HTTP/1.1 101 Switching Protocols",
                            "X-Chat: yes",
                            "Via: 1.1 ringside",
                            "X-Ringside-Request: 1",
                            "X-Ringside-Server: S0",
                            "Connection: Upgrade",
                            "Upgrade: chat/1");
            raw.send("GET /not/http HTTP/1.1\r\n\r\n");
            assertThat(Raw.latin(raw.in().readNBytes(26))).isEqualTo("GET /not/http HTTP/1.1\r\n\r\n");
            raw.send("bye");
            raw.socket().shutdownOutput();
            assertThat(raw.rest()).isEqualTo("bye");
        }
        assertThat(backend.heads()).hasSize(1);
        assertThat(backend.heads().getFirst()).contains("\r\nConnection: Upgrade\r\nUpgrade: chat/1\r\n");
        Eventually.holds("it is complete", () -> Opened.happened(world, Happening.Completed.class));
    }

    @Test
    void keepsOneWayOpenWhenTheOtherHasFinished() throws Exception {
        var backend = new Backend((_, in, out) -> {
            Backend.write(out, SWITCH + "first words");
            var all = Raw.latin(in.readAllBytes());
            Backend.write(out, " after " + all);
            return false;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(ASK).answer();
            assertThat(Raw.latin(raw.in().readNBytes(11))).isEqualTo("first words");
            raw.send("the end");
            raw.socket().shutdownOutput();

            assertThat(raw.rest()).isEqualTo(" after the end");
        }
    }

    @Test
    void keepsTheClientsWayOpenWhenTheServerHasFinished() throws Exception {
        var got = new CompletableFuture<String>();
        var backend = new Backend((_, in, out) -> {
            Backend.write(out, SWITCH);
            Backend.finish(out);
            got.complete(Raw.latin(in.readAllBytes()));
            return false;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(ASK).answer();
            assertThat(raw.rest()).isEmpty();
            raw.send("and yet");
            raw.socket().shutdownOutput();

            assertThat(got.get(20, TimeUnit.SECONDS)).isEqualTo("and yet");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: chat/1\r\n",
                "Connection: upgrade\r\n",
                "Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
                "Connection: upgrade\r\nUpgrade: H2C\r\n",
                "Connection: upgrade\r\nUpgrade: HTTP/2.0\r\n",
                "Connection: upgrade\r\nUpgrade: TLS/1.3\r\n",
                "Connection: upgrade\r\nUpgrade: chat/1, h2c\r\n",
                "Connection: upgrade\r\nUpgrade: chat/1\r\nUpgrade: chat/1\r\n",
                "Connection: upgrade\r\nUpgrade: chat 1\r\n",
                "Connection: upgrade\r\nUpgrade: chat/\r\n",
                "Connection: upgrade\r\nUpgrade:\r\n",
                "Connection: upgrade\r\nUpgrade: chat/1\r\nContent-Length: 1\r\n",
                "Connection: upgrade\r\nUpgrade: chat/1\r\nTransfer-Encoding: chunked\r\n",
            })
    void ignoresAWishThatIsNotPlain(String fields) throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
            assertThat(raw.answer().status()).isEqualTo(200);
        }
        assertThat(backend.heads().getFirst()).doesNotContainIgnoringCase("upgrade");
    }

    @Test
    void ignoresTheWishOfAnHttp10Client() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(ASK.replace("HTTP/1.1", "HTTP/1.0")).answer();
        }
        assertThat(backend.heads().getFirst()).doesNotContainIgnoringCase("upgrade");
    }

    @Test
    void goesOnInHttpWhenMoreOfItFollowsTheWish() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(ASK + "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.answer().status()).isEqualTo(200);
            assertThat(raw.answer().field("X-Ringside-Request")).isEqualTo("2");
        }
        assertThat(backend.heads()).hasSize(2);
        assertThat(backend.heads().getFirst()).doesNotContainIgnoringCase("upgrade");
        assertThat(backend.heads().getLast()).startsWith("GET /second ");
    }

    @Test
    void closesWhenTheServerGoesOnInHttpForWhatFollowsMayBeMeantOtherwise() throws Exception {
        var asked = new CountDownLatch(1);
        var sent = new CountDownLatch(1);
        var backend = new Backend((_, _, out) -> {
            asked.countDown();
            await(sent);
            Backend.write(out, OK);
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(ASK);
            await(asked);
            raw.send("GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
            sent.countDown();
            var answer = raw.answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("Connection")).isEqualTo("close");
            assertThat(raw.rest()).isEmpty();
        }
        assertThat(backend.heads()).hasSize(1);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nConnection: upgrade\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nUpgrade: chat/1\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: chat/2\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: chat/1, chat/2\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
            })
    void answers502WhenTheServerChangesToSomethingElse(String answer) throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering(answer)))) {
            assertThat(raw.send(ASK).answer().status()).isEqualTo(502);
        }
    }

    @Test
    void closesBothSidesWhenNeitherSaysAnything() throws Exception {
        var ended = new CountDownLatch(1);
        var backend = new Backend((_, in, out) -> {
            Backend.write(out, SWITCH);
            mirror(in, out);
            ended.countDown();
            return false;
        });
        var limits = Limits.usual().tunnelling(Duration.ofMillis(50));
        var world = opened.before(limits, Duration.ofSeconds(5), backend);
        try (var raw = Raw.to(world)) {
            raw.send(ASK).answer();

            assertThat(raw.rest()).isEmpty();
        }
        await(ended);
        Eventually.holds(
                "it is written down",
                () -> Opened.happenings(world).contains(new Happening.Failed(1, Happening.Failure.TIMED_OUT, 0)));
    }

    @Test
    void theServerHoldsItsPartUntilTheEndAndDrainsOnlyThen() throws Exception {
        var world = opened.before(agreeing());
        try (var raw = Raw.to(world)) {
            raw.send(ASK).answer();
            done(world.apply(new Command.RemoveServer(new ServerId("S0"), Command.Leaving.DRAIN)));
            raw.send("still here");
            assertThat(Raw.latin(raw.in().readNBytes(10))).isEqualTo("still here");
            assertThat(Opened.happened(world, Happening.Left.class)).isFalse();
            raw.socket().shutdownOutput();
            assertThat(raw.rest()).isEmpty();
        }
        Eventually.holds("the server has left", () -> Opened.happened(world, Happening.Left.class));
        assertThat(Opened.happenings(world)).noneMatch(Happening.Failed.class::isInstance);
    }

    @Test
    void aKillCutsIt() throws Exception {
        var world = opened.before(agreeing());
        try (var raw = Raw.to(world)) {
            raw.send(ASK).answer();
            done(world.apply(new Command.RemoveServer(new ServerId("S0"), Command.Leaving.KILL)));

            assertThat(raw.rest()).isEqualTo("(reset)");
        }
        Eventually.holds(
                "it is written down",
                () -> Opened.happenings(world).contains(new Happening.Failed(1, Happening.Failure.KILLED, 0)));
    }

    private static void done(World.Outcome outcome) {
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }
}
