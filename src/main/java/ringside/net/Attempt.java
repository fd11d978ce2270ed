package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import ringside.engine.ServerId;
import ringside.world.Happening.Failure;

/** One request sent to one server, and its answer passed on. */
final class Attempt {
    /** What came of it. */
    sealed interface End {
        /** The client has the whole answer. */
        record Answered(int status, boolean queueFull, boolean keep) implements End {}

        /** The client has seen nothing of an answer; this status fits, unless the request may be sent again. */
        record Failed(Failure failure, int status, boolean again) implements End {}

        /** The client has seen a part of the answer, or is gone. */
        record Cut(Failure failure) implements End {}

        /** The request's own body was bad; the client has seen nothing of an answer. */
        record Bad(BadMessage why) implements End {}
    }

    private final Site site;
    private final Client client;
    private final Asked asked;
    private final ServerId server;
    private boolean settled;

    Attempt(Site site, Client client, Asked asked, ServerId server) {
        this.site = site;
        this.client = client;
        this.asked = asked;
        this.server = server;
    }

    /** Sends the request and passes the answer on; the server is settled in any case, once. */
    End run() {
        try {
            var found = site.upstream(server);
            return found.isPresent() ? run(found.get()) : new End.Failed(Failure.KILLED, 502, true);
        } finally {
            settle();
        }
    }

    private void settle() {
        if (!settled) {
            settled = true;
            site.settle(server);
        }
    }

    /** A rested connection may have been closed by the server just now: that costs nothing but a second, fresh one. */
    private End run(Upstream upstream) {
        var rested = upstream.rested();
        if (rested.isPresent()) {
            var end = over(rested.get(), upstream);
            if (!(end instanceof End.Failed(var failure, var _, boolean again)
                    && failure == Failure.CLOSED_EARLY
                    && again)) {
                return end;
            }
        }
        try {
            return over(upstream.connect(site.timeout()), upstream);
        } catch (SocketTimeoutException _) {
            return new End.Failed(Failure.CONNECT_TIMEOUT, 504, true);
        } catch (IOException _) {
            return new End.Failed(upstream.gone() ? Failure.KILLED : Failure.CONNECTION_REFUSED, 502, true);
        }
    }

    private End over(UpstreamConnection connection, Upstream upstream) {
        var passage = new Passage(site, client, asked, connection, upstream);
        var end = passage.run(this::settle);
        if (passage.reusable()) {
            upstream.giveBack(connection);
        } else {
            upstream.discard(connection);
        }
        return end;
    }
}
