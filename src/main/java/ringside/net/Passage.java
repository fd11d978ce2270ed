package ringside.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import ringside.engine.Outcome;
import ringside.net.Delivery.End;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** A request's way over one connection to a server, and the answer's way back. */
final class Passage {
    private static final int MOST_INTERIM = 10;
    private static final int SWITCHING = 101;

    private final Site site;
    private final Client client;
    private final Asked asked;
    private final UpstreamConnection connection;
    private final Upstream upstream;
    private Optional<BodyPump> pump = Optional.empty();
    private long sentBefore;
    private boolean answering;
    private int answered;
    private boolean reusable;

    Passage(Site site, Client client, Asked asked, UpstreamConnection connection, Upstream upstream) {
        this.site = site;
        this.client = client;
        this.asked = asked;
        this.connection = connection;
        this.upstream = upstream;
        sentBefore = client.out().sent();
    }

    /** Whether the connection can carry another request, once this one has run. */
    boolean reusable() {
        return reusable;
    }

    /** Goes there and back on behalf of a delivery, which learns as soon as the server has done its part. */
    End run(Delivery delivery) {
        try {
            send();
        } catch (IOException _) {
            return broken(Failure.CLOSED_EARLY);
        }
        try {
            awaitHead();
            return connection.head().status() == SWITCHING ? changeProtocol() : passOn(delivery);
        } catch (Outlet.Blocked _) {
            return clientGone();
        } catch (BadMessage _) {
            return broken(Failure.MALFORMED_ANSWER);
        } catch (SocketTimeoutException _) {
            return broken(Failure.TIMED_OUT);
        } catch (IOException _) {
            return broken(answering ? Failure.BROKEN_ANSWER : Failure.CLOSED_EARLY);
        }
    }

    /** Sends the head, together with the body when all of it has come; a longer body is pumped meanwhile. */
    private void send() throws IOException {
        var out = connection.out();
        RequestWriter.write(client.head(), upstream, out, asked, site.secret());
        if (!client.body().buffered()) {
            out.flush();
            pump = Optional.of(BodyPump.start(client, connection, site.timeout(), asked.by(), this::sent));
            return;
        }
        if (client.head().framing() instanceof Framing.Length(var length)) {
            out.put(client.in().bytes(), client.in().from(), (int) length);
        }
        out.flush();
        connection.wire().readWithin(site.timeout(), asked.by());
        sent();
    }

    private void sent() {
        if (!upstream.ours()) {
            site.tell(new Happening.Started(asked.number(), upstream.id()));
        }
    }

    private void awaitHead() throws IOException, BadMessage {
        var head = connection.head();
        var in = connection.in();
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            head.reset();
            in.rewind();
            while (!head.parse(in.bytes(), in.to(), asked.toHead())) {
                if (!in.fill()) {
                    throw new EOFException("closed before the end of a head");
                }
                answering = true;
            }
            in.skip(head.end());
            if (!head.interim() || head.status() == SWITCHING) {
                site.tell(new Happening.FirstByte(asked.number(), upstream.id()));
                return;
            }
            passInterim(head);
        }
        throw BadMessage.malformed("too many interim answers");
    }

    /** Every interim answer goes to those who know such answers (RFC 9110 §15.2). */
    private void passInterim(ResponseHead head) throws IOException {
        if (asked.http11()) {
            ResponseWriter.writeInterim(head, client.out());
            sentBefore = client.out().sent();
        }
    }

    /** From now on the two connections are one, and the server has its part until they end. */
    private End changeProtocol() throws IOException, BadMessage {
        var head = connection.head();
        var protocol = Upgrade.of(head.fields(), head.options());
        if (protocol.isEmpty()
                || !protocol.get().equalsIgnoreCase(asked.upgrade().orElse(""))) {
            throw BadMessage.malformed("nobody asked for this protocol");
        }
        answered = SWITCHING;
        var outcome = new Outcome.Answered(SWITCHING);
        ResponseWriter.writeSwitch(head, upstream.id(), asked, protocol.get(), client.out());
        client.out().flush();
        var limits = client.limits();
        var pipe = new Pipe(client.wire(), connection.wire(), limits, limits.tunnel(), () -> {});
        return switch (pipe.run(client.in().rest(), connection.in().rest())) {
            case FINISHED -> new End.Answered(SWITCHING, false, false);
            case IDLE -> new End.Cut(Failure.TIMED_OUT, outcome);
            case CLIENT_GONE -> new End.Cut(Failure.CLIENT_GONE, outcome);
            case SERVER_GONE -> new End.Cut(upstream.gone() ? Failure.KILLED : Failure.BROKEN_ANSWER, outcome);
        };
    }

    private End passOn(Delivery delivery) throws IOException, BadMessage {
        var head = connection.head();
        int status = head.status();
        answered = status;
        if (pump.isEmpty() && delivery.declines(status)) {
            return new End.Failed(Failure.SERVER_ERROR, status, true, new Outcome.Answered(status));
        }
        boolean unmeasured = !(head.framing() instanceof Framing.None || head.framing() instanceof Framing.Length);
        boolean requestDone = pump.isEmpty() || pump.get().finished();
        boolean keep = asked.keepAlive() && requestDone && (asked.http11() || !unmeasured);
        boolean queueFull = upstream.ours() && head.fields().count(FieldName.X_RINGSIDE_QUEUE) > 0;
        var manner = new ResponseWriter.Manner(
                asked.number(), asked.http11(), unmeasured && asked.http11(), keep, delivery.cookie());
        ResponseWriter.write(head, upstream.id(), manner, client.out());
        passBody(manner.chunked());
        reusable = head.keepAlive() && requestDone && connection.in().available() == 0;
        delivery.answered(status);
        client.out().flush();
        useUpBody();
        return new End.Answered(status, queueFull, keep);
    }

    private void passBody(boolean chunked) throws IOException, BadMessage {
        var body = connection.body();
        var in = connection.in();
        var out = client.out();
        body.begin(connection.head().framing());
        while (true) {
            connection.wire().readWithin(client.limits().body(), asked.by());
            int count = body.next(out);
            if (count == 0) {
                break;
            }
            if (chunked) {
                out.chunk(in.bytes(), in.from(), count);
            } else {
                out.put(in.bytes(), in.from(), count);
            }
            body.take(count);
        }
        if (chunked) {
            out.lastChunk(body.trailers());
        }
    }

    /** A body that went with its head was kept for another attempt; now it is done with. */
    private void useUpBody() {
        if (pump.isEmpty() && client.head().framing() instanceof Framing.Length(var length)) {
            client.body().take((int) length);
        }
    }

    private End broken(Failure seen) {
        var state = pump.map(BodyPump::state).orElseGet(BodyPump.State.Sent::new);
        boolean seenByClient = client.out().sent() > sentBefore;
        if (state instanceof BodyPump.State.Abandoned) {
            return clientGone();
        }
        if (state instanceof BodyPump.State.Bad(var why)) {
            return seenByClient ? clientGone() : new End.Bad(why);
        }
        boolean cut = seen == Failure.CLOSED_EARLY || seen == Failure.BROKEN_ANSWER;
        var failure = cut && upstream.gone() ? Failure.KILLED : seen;
        if (seenByClient) {
            return new End.Cut(failure, outcome(seen));
        }
        client.out().clear();
        return new End.Failed(failure, seen == Failure.TIMED_OUT ? 504 : 502, asked.repeatable(), outcome(seen));
    }

    private static End clientGone() {
        return new End.Cut(Failure.CLIENT_GONE, new Outcome.Abandoned());
    }

    /** What a failure says of the server. */
    private Outcome outcome(Failure seen) {
        if (answered > 0) {
            return new Outcome.Truncated(answered);
        }
        return new Outcome.Broken(
                switch (seen) {
                    case TIMED_OUT -> Outcome.How.TIMEOUT;
                    case MALFORMED_ANSWER -> Outcome.How.INVALID_HEADER;
                    default -> connection.rested() ? Outcome.How.CLOSED_RESTED : Outcome.How.CLOSED;
                });
    }
}
