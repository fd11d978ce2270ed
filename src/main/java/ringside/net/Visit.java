package ringside.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What came of asking a server of this machine for something, once, over a connection of its own. */
public sealed interface Visit {
    /**
     * An answer came.
     *
     * @param status its status
     * @param field what the field said that was looked for; nothing when it was not there
     */
    record Answered(int status, String field) implements Visit {}

    /** None came: why, in some words such as {@code connection refused}. */
    record Silence(String why) implements Visit {}

    /**
     * Asks 127.0.0.1 for a path.
     *
     * @param field the field of the answer to look for, in lower case
     * @param patience how long each part of it may take
     */
    static Visit get(int port, String path, String field, Duration patience) {
        try (var watchdog = new Watchdog();
                var wire = Wire.to(Loopback.at(port), patience, watchdog)) {
            return ask(wire, port, path, field, patience);
        } catch (ConnectException _) {
            return new Silence("connection refused");
        } catch (SocketTimeoutException _) {
            return new Silence("no answer within " + patience.toSeconds() + " s");
        } catch (BadMessage _) {
            return new Silence("an answer that is not HTTP");
        } catch (EOFException _) {
            return new Silence("closed without an answer");
        } catch (IOException _) {
            return new Silence("connection reset");
        }
    }

    private static Visit ask(Wire wire, int port, String path, String field, Duration patience)
            throws IOException, BadMessage {
        var limits = Limits.usual();
        var out = new Outlet(wire, patience);
        var in = new Inlet(wire);
        var head = new ResponseHead(limits);
        wire.readWithin(patience);
        out.put("GET " + path + " HTTP/1.1\r\nHost: " + Loopback.text(Loopback.at(port))
                + "\r\nUser-Agent: ringside-workshop\r\nConnection: close\r\n\r\n");
        out.flush();
        head.reset();
        while (!head.parse(in.bytes(), in.to(), false)) {
            if (!in.fill()) {
                throw new EOFException();
            }
        }
        var answered = new Answered(head.status(), head.fields().first(field));
        in.skip(head.end());
        var body = new BodyReader(in);
        body.begin(head.framing());
        for (int count = body.next(out); count > 0; count = body.next(out)) {
            body.take(count);
        }
        return answered;
    }

    /** Whether somebody takes connections at a port of 127.0.0.1. */
    static boolean possible(int port) {
        try (var watchdog = new Watchdog();
                var _ = Wire.to(Loopback.at(port), Duration.ofSeconds(1), watchdog)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A port of 127.0.0.1 that is free now: this one, or the next. @throws java.io.UncheckedIOException if there is none */
    static int room(int wanted) {
        var channel = Ports.from(wanted);
        int port = Ports.of(channel);
        Ports.close(channel);
        return port;
    }
}
