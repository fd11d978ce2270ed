package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import ringside.engine.Outcome;
import ringside.engine.ServerId;
import ringside.engine.gate.Visit;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** One request sent to one server, and its answer passed on. */
final class Delivery {
    /** What came of it. */
    sealed interface End {
        /** What it says of the server. */
        Outcome outcome();

        /** The client has the whole answer. */
        record Answered(int status, boolean queueFull, boolean keep) implements End {
            @Override
            public Outcome outcome() {
                return new Outcome.Answered(status);
            }
        }

        /**
         * The client has seen nothing of an answer; this status fits, unless the request is tried elsewhere.
         *
         * @param repeatable whether the request may be sent again although a server may have had it
         */
        record Failed(Failure failure, int status, boolean repeatable, Outcome outcome) implements End {}

        /** The client has seen a part of the answer, or is gone. */
        record Cut(Failure failure, Outcome outcome) implements End {}

        /** The request's own body was bad; the client has seen nothing of an answer. */
        record Bad(BadMessage why) implements End {
            @Override
            public Outcome outcome() {
                return new Outcome.Abandoned();
            }
        }
    }

    private final Site site;
    private final Client client;
    private final Asked asked;
    private final Visit visit;
    private final ServerId server;
    private boolean settled;
    private boolean again;

    Delivery(Site site, Client client, Asked asked, Visit visit, ServerId server) {
        this.site = site;
        this.client = client;
        this.asked = asked;
        this.visit = visit;
        this.server = server;
    }

    /** Sends the request and passes the answer on; the server is settled in any case, once. */
    End run() {
        var end = site.upstream(server).map(this::run).orElseGet(Delivery::killed);
        if (!settled) {
            settle(end.outcome(), end instanceof End.Failed failed && failed.repeatable());
        }
        return end;
    }

    /** Whether the request is tried elsewhere because of how this ended. */
    boolean again() {
        return again;
    }

    /** The value of the cookie that keeps the client at the server, if it needs one. */
    Optional<String> cookie() {
        return visit.cookie();
    }

    /** The server has done its part, which came to this. */
    void settle(Outcome outcome, boolean repeatable) {
        settled = true;
        again = site.gate().ended(visit, outcome, repeatable);
    }

    /** Whether an answer with this status is kept from the client, because the request is tried elsewhere for it. */
    boolean declines(int status) {
        if (status >= 500
                && asked.repeatable()
                && site.gate().rules().retries().statuses().contains(status)) {
            settle(new Outcome.Answered(status), true);
        }
        return again;
    }

    /** The answer has reached the client's side, unless the server was settled before. */
    void answered(int status) {
        if (!settled) {
            settle(new Outcome.Answered(status), false);
        }
    }

    private static End killed() {
        return unreached(Failure.KILLED, Outcome.How.REFUSED);
    }

    private static End unreached(Failure failure, Outcome.How how) {
        return new End.Failed(failure, 503, true, new Outcome.Broken(how));
    }

    /** A rested connection may have been closed by the server just now: that costs nothing but a second, fresh one. */
    private End run(Upstream upstream) {
        var rested = upstream.rested(asked.repeatable());
        if (rested.isPresent()) {
            var end = over(rested.get(), upstream);
            if (!(end instanceof End.Failed(var failure, var _, boolean repeatable, var _)
                    && failure == Failure.CLOSED_EARLY
                    && repeatable)) {
                return end;
            }
        }
        try {
            long began = site.now();
            var fresh = upstream.connect(site.timeout());
            site.tell(new Happening.Connected(asked.number(), server, site.now() - began));
            return over(fresh, upstream);
        } catch (SocketTimeoutException _) {
            return unreached(Failure.CONNECT_TIMEOUT, Outcome.How.CONNECT_TIMEOUT);
        } catch (Descriptors.Exhausted _) {
            return new End.Failed(Failure.EXHAUSTED, 503, false, new Outcome.Abandoned());
        } catch (IOException _) {
            return upstream.gone() ? killed() : unreached(Failure.CONNECTION_REFUSED, Outcome.How.REFUSED);
        }
    }

    private End over(UpstreamConnection connection, Upstream upstream) {
        connection.wire().time(client.wire().stopwatch());
        var passage = new Passage(site, client, asked, connection, upstream);
        var end = passage.run(this);
        if (passage.reusable()) {
            upstream.giveBack(connection);
        } else {
            upstream.discard(connection);
        }
        return end;
    }
}
