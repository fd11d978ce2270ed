package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Passes a request's body on to a server while the answer is being awaited, for an answer may come before its end. */
final class BodyPump implements Runnable {
    /** How far it got. */
    sealed interface State {
        /** It is still passing bytes on. */
        record Running() implements State {}

        /** The client has sent everything, and the last of it is leaving or has left. */
        record Sent() implements State {}

        /** The server takes no more; it may yet say why. */
        record Unwanted() implements State {}

        /** The client broke off. */
        record Abandoned() implements State {}

        /** What the client sent can't be passed on. */
        record Bad(BadMessage why) implements State {}
    }

    private final Client client;
    private final UpstreamConnection server;
    private final Duration timeout;
    private final Runnable sent;
    private final long by;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile State state = new State.Running();

    private BodyPump(Client client, UpstreamConnection server, Duration timeout, long by, Runnable sent) {
        this.client = client;
        this.server = server;
        this.timeout = timeout;
        this.sent = sent;
        this.by = by;
    }

    /**
     * Starts passing on the body that the client's reader is at; the server's answer is awaited from its end on. All of
     * it is over by a moment of the watchdog's time.
     */
    static BodyPump start(Client client, UpstreamConnection server, Duration timeout, long by, Runnable sent) {
        var pump = new BodyPump(client, server, timeout, by, sent);
        Thread.ofVirtual().name("body").start(pump);
        return pump;
    }

    State state() {
        return state;
    }

    /** Whether the whole body has been passed on; waits for its last bytes to leave. */
    boolean finished() {
        if (!(state instanceof State.Sent)) {
            return false;
        }
        try {
            done.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return state instanceof State.Sent;
    }

    @Override
    public void run() {
        try {
            pass();
            server.wire().readWithin(timeout, by);
        } catch (Outlet.Blocked _) {
            state = new State.Unwanted();
            server.wire().readWithin(timeout, by);
        } catch (BadMessage bad) {
            giveUp(new State.Bad(bad));
        } catch (SocketTimeoutException _) {
            giveUp(new State.Bad(new BadMessage(408, "the body did not come in time")));
        } catch (IOException _) {
            giveUp(new State.Abandoned());
        } finally {
            client.wire().readAtLeisure();
            done.countDown();
        }
    }

    private void giveUp(State how) {
        state = how;
        server.close();
    }

    private void pass() throws IOException, BadMessage {
        var limits = client.limits();
        var out = server.out();
        boolean chunked = client.head().framing() instanceof Framing.Chunked;
        long passed = 0;
        long waited = 0;
        while (true) {
            var clock = client.wire().watchdog();
            long began = clock.nanos();
            client.wire().readWithin(patience(passed, waited), by);
            int count = client.body().next(out);
            client.wire().readAtLeisure();
            waited += clock.nanos() - began;
            if (count == 0) {
                break;
            }
            passed += count;
            if (passed > limits.bodyBytes()) {
                throw new BadMessage(413, "a body has " + limits.bodyBytes() + " bytes at most");
            }
            if (chunked) {
                out.chunk(client.in().bytes(), client.in().from(), count);
            } else {
                out.put(client.in().bytes(), client.in().from(), count);
            }
            client.body().take(count);
        }
        if (chunked) {
            out.lastChunk(client.body().trailers());
        }
        sent.run();
        state = new State.Sent();
        out.flush();
    }

    /** How long the next bytes may take: a pause is allowed, but on average a body comes at a least speed. */
    private Duration patience(long passed, long waitedNanos) {
        var limits = client.limits();
        var earned = Duration.ofSeconds(passed / limits.bodyBytesPerSecond());
        var left = limits.bodyGrace().plus(earned).minusNanos(waitedNanos);
        return left.compareTo(limits.body()) < 0 ? left : limits.body();
    }
}
