package ringside.net;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How much and how long a peer may ask for.
 *
 * @param lineBytes the longest start line or field line
 * @param headBytes the longest head, start line included
 * @param bodyBytes the longest request body
 * @param head how long a request's head may take from its first byte
 * @param idle how long a connection may wait for its next request
 * @param body how long a body may pause
 * @param bodyGrace how long a request body may be slower than {@code bodyBytesPerSecond}
 * @param bodyBytesPerSecond the slowest that a request body may come on average once the grace is over
 * @param write how long one buffer may take to be read by its receiver
 * @param connect how long a connection to a server may take to be made
 * @param request how long one request may take from its head to its answer's last byte; a change of protocol ends it
 * @param tunnel how long neither side may say anything once nobody looks into what they say
 * @param idlePerServer how many unused connections are kept for each server
 */
public record Limits(
        int lineBytes,
        int headBytes,
        long bodyBytes,
        Duration head,
        Duration idle,
        Duration body,
        Duration bodyGrace,
        int bodyBytesPerSecond,
        Duration write,
        Duration connect,
        Duration request,
        Duration tunnel,
        int idlePerServer) {
    /** 8 KiB a line, 32 KiB a head, 16 GiB a body; 5 s for a head, 60 s between requests, 8 s for a stall, 1 h in all. */
    public static Limits usual() {
        return new Limits(
                8 * 1024,
                32 * 1024,
                16L << 30,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(8),
                Duration.ofSeconds(6),
                512,
                Duration.ofSeconds(8),
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                256);
    }

    /** The same with other times for a head and for a body's pause. */
    public Limits waiting(Duration forHead, Duration forBody) {
        return with(draft -> {
            draft.head = forHead;
            draft.body = forBody;
            draft.bodyGrace = forBody;
        });
    }

    /** The same with another time between requests. */
    public Limits idling(Duration other) {
        return with(draft -> draft.idle = other);
    }

    /** The same with another longest request body. */
    public Limits bodiesUpTo(long bytes) {
        return with(draft -> draft.bodyBytes = bytes);
    }

    /** The same with another time for a receiver to read one buffer. */
    public Limits writingWithin(Duration other) {
        return with(draft -> draft.write = other);
    }

    /** The same with another time for one request. */
    public Limits answeringWithin(Duration other) {
        return with(draft -> draft.request = other);
    }

    /** The same with another time for both sides to be silent once nobody looks into what they say. */
    public Limits tunnelling(Duration other) {
        return with(draft -> draft.tunnel = other);
    }

    private Limits with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** Limits while they are being changed. */
    private static final class Draft {
        private int lineBytes;
        private int headBytes;
        private long bodyBytes;
        private Duration head;
        private Duration idle;
        private Duration body;
        private Duration bodyGrace;
        private int bodyBytesPerSecond;
        private Duration write;
        private Duration connect;
        private Duration request;
        private Duration tunnel;
        private int idlePerServer;

        private Draft(Limits of) {
            lineBytes = of.lineBytes;
            headBytes = of.headBytes;
            bodyBytes = of.bodyBytes;
            head = of.head;
            idle = of.idle;
            body = of.body;
            bodyGrace = of.bodyGrace;
            bodyBytesPerSecond = of.bodyBytesPerSecond;
            write = of.write;
            connect = of.connect;
            request = of.request;
            tunnel = of.tunnel;
            idlePerServer = of.idlePerServer;
        }

        private Limits done() {
            return new Limits(
                    lineBytes,
                    headBytes,
                    bodyBytes,
                    head,
                    idle,
                    body,
                    bodyGrace,
                    bodyBytesPerSecond,
                    write,
                    connect,
                    request,
                    tunnel,
                    idlePerServer);
        }
    }
}
