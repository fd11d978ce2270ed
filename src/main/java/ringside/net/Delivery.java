package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import ringside.engine.Attempt;
import ringside.engine.Outcome;
import ringside.engine.ServerId;
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

        /** The client has seen nothing of an answer; this status fits, unless the request may be sent again. */
        record Failed(Failure failure, int status, boolean again, Outcome outcome) implements End {}

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
    private final ServerId server;
    private final long began;
    private boolean settled;

    Delivery(Site site, Client client, Asked asked, ServerId server) {
        this.site = site;
        this.client = client;
        this.asked = asked;
        this.server = server;
        this.began = site.now();
    }

    /** Sends the request and passes the answer on; the server is settled in any case, once. */
    End run() {
        try {
            var end = site.upstream(server).map(this::run).orElseGet(Delivery::killed);
            settle(end.outcome(), end instanceof End.Failed failed && failed.again());
            return end;
        } finally {
            settle(new Outcome.Abandoned(), false);
        }
    }

    private void settle(Outcome outcome, boolean retried) {
        if (!settled) {
            settled = true;
            site.settle(new Attempt(server, outcome, retried, site.now() - began));
        }
    }

    private static End killed() {
        return unreached(Failure.KILLED, 502, Outcome.How.REFUSED);
    }

    private static End unreached(Failure failure, int status, Outcome.How how) {
        return new End.Failed(failure, status, true, new Outcome.Broken(how));
    }

    /** A rested connection may have been closed by the server just now: that costs nothing but a second, fresh one. */
    private End run(Upstream upstream) {
        var rested = upstream.rested(asked.repeatable());
        if (rested.isPresent()) {
            var end = over(rested.get(), upstream);
            if (!(end instanceof End.Failed(var failure, var _, boolean again, var _)
                    && failure == Failure.CLOSED_EARLY
                    && again)) {
                return end;
            }
        }
        try {
            return over(upstream.connect(site.timeout()), upstream);
        } catch (SocketTimeoutException _) {
            return unreached(Failure.CONNECT_TIMEOUT, 504, Outcome.How.CONNECT_TIMEOUT);
        } catch (IOException _) {
            return upstream.gone() ? killed() : unreached(Failure.CONNECTION_REFUSED, 502, Outcome.How.REFUSED);
        }
    }

    private End over(UpstreamConnection connection, Upstream upstream) {
        var passage = new Passage(site, client, asked, connection, upstream);
        var end = passage.run(outcome -> settle(outcome, false));
        if (passage.reusable()) {
            upstream.giveBack(connection);
        } else {
            upstream.discard(connection);
        }
        return end;
    }
}
