package ringside.world;

import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.ServerId;

/** What can happen in a world. Request numbers count from 1 within one world. */
public sealed interface Happening {
    /** Happenings in the life of one request. */
    sealed interface OfRequest extends Happening {
        /** The request's number. */
        long request();

        /** Whether the request ends with this, without the answer it asked for: an error of a server is none. */
        default boolean dropped() {
            return switch (this) {
                case Failed _, Refused _ -> true;
                case Completed(long _, var _, int status) -> status >= 500;
                default -> false;
            };
        }
    }

    /** A request reached the balancer; a connection that nobody looks into has no method and no path. */
    record Arrived(long request, Origin origin, String client, String method, String path, String key)
            implements OfRequest {
        /** Whether it is a connection that nobody looks into. */
        public boolean unopened() {
            return method.isEmpty();
        }
    }

    /** Who made a request. */
    enum Origin {
        /** The world's own traffic. */
        OURS,
        /** Somebody else, such as curl. */
        OUTSIDE
    }

    /** The balancer chose a server; for the first attempt {@code attempt} is 1. */
    record Routed(long request, ServerId server, int attempt, Reason why) implements OfRequest {}

    /** A route leads it to this pool. */
    record Matched(long request, String pool, String route) implements OfRequest {}

    /** It came too soon after others, and is held back for so long. */
    record HeldBack(long request, long nanos) implements OfRequest {}

    /** Too many are in hand: it stands in the balancer's line. */
    record InLine(long request) implements OfRequest {}

    /** A connection to the server was made for it, which took so long; without this it went over one that was there. */
    record Connected(long request, ServerId server, long tookNanos) implements OfRequest {}

    /** The server's workers were all busy: it waits there. */
    record Queued(long request, ServerId server) implements OfRequest {}

    /** The server began to work on it, or, when it is not ours, it was sent there in full. */
    record Started(long request, ServerId server) implements OfRequest {}

    /** One of the server's processes accepted its connection, for which so many were woken. */
    record Accepted(long request, ServerId server, int woken) implements OfRequest {}

    /** The server looked for it in its cache. */
    record LookedUp(long request, ServerId server, Found found) implements OfRequest {}

    /** What a look into a cache came to. */
    enum Found {
        /** It is there and fresh. */
        HIT,
        /** It is there and too old, but served all the same while the origin is asked. */
        STALE,
        /** It is not there: the origin is asked. */
        MISS,
        /** It is not there, but being fetched already: this one waits for that. */
        JOINED
    }

    /** The server looked for its client's session. */
    record Recalled(long request, ServerId server, Recollection session) implements OfRequest {}

    /** What a server knows of a client. */
    enum Recollection {
        /** The client has no session yet: one begins. */
        BEGUN,
        /** It knows the session. */
        KNOWN,
        /** The client has a session that it does not know: what was in it is lost, and a new one begins. */
        LOST
    }

    /** The first byte of the answer reached the balancer. */
    record FirstByte(long request, ServerId server) implements OfRequest {}

    /** An attempt failed and another follows. */
    record Retried(long request, ServerId server, Failure failure) implements OfRequest {}

    /** The answer reached the client in full; a connection that nobody looks into ends with status 0. */
    record Completed(long request, ServerId server, int status) implements OfRequest {}

    /** The request ended without the answer it asked for; the client got this status, or a cut connection for 0. */
    record Failed(long request, Failure failure, int status) implements OfRequest {}

    /** Nobody took it: the client got this status, or a closed connection for 0. */
    record Refused(long request, Pick.Cause cause, int status) implements OfRequest {
        /** One that was answered with the cause's status. */
        public Refused(long request, Pick.Cause cause) {
            this(request, cause, cause.status());
        }
    }

    /** Why an attempt failed. */
    enum Failure {
        /** The server refused the connection. */
        CONNECTION_REFUSED,
        /** The connection could not be made in time. */
        CONNECT_TIMEOUT,
        /** The server took the request and closed without an answer. */
        CLOSED_EARLY,
        /** The connection broke within the answer. */
        BROKEN_ANSWER,
        /** No answer came in time. */
        TIMED_OUT,
        /** The server answered with something that is not HTTP. */
        MALFORMED_ANSWER,
        /** The server's queue was full. */
        QUEUE_FULL,
        /** The server answered with a status of 500 or more. */
        SERVER_ERROR,
        /** The balancer itself can open no more connections. */
        EXHAUSTED,
        /** The client went away. */
        CLIENT_GONE,
        /** The server was killed with the request in hand. */
        KILLED;

        /** Whether it is that something took too long. */
        public boolean late() {
            return this == TIMED_OUT || this == CONNECT_TIMEOUT;
        }
    }

    /** Happenings to one server. */
    sealed interface OfServer extends Happening {
        /** The server's name. */
        ServerId server();
    }

    /** It joined the pool, reachable at this address ({@link #SIMULATED} in virtual time). */
    record Joined(ServerId server, String address) implements OfServer {
        /** The address of servers that nothing can reach. */
        public static final String SIMULATED = "simulated";
    }

    /** It gets nothing new and finishes what it has. */
    record Draining(ServerId server) implements OfServer {}

    /** It is gone. */
    record Left(ServerId server) implements OfServer {}

    /** A check set out. */
    record ProbeSent(ServerId server, Checks.Kind kind) implements OfServer {}

    /** A check came back good; the health after it. */
    record ProbePassed(ServerId server, Checks.Kind kind, String told, long tookNanos, Health health)
            implements OfServer {}

    /** A check came back bad or not at all; the health after it. */
    record ProbeFailed(ServerId server, Checks.Kind kind, String told, long tookNanos, Health health)
            implements OfServer {}

    /** Its checks took it out: it gets nothing new. */
    record Ejected(ServerId server) implements OfServer {}

    /** Its checks brought it back. */
    record Readmitted(ServerId server) implements OfServer {}

    /** Happenings to connections, whatever they carry. */
    sealed interface OfConnection extends Happening {
        /** On which side of the balancer. */
        Leg leg();

        /** The client's address with its port, or the server's name. */
        String peer();
    }

    /** A side of the balancer. */
    enum Leg {
        /** Between it and clients. */
        CLIENT,
        /** Between it and servers. */
        SERVER
    }

    /** A connection was made. */
    record Opened(Leg leg, String peer) implements OfConnection {}

    /**
     * The two ends of an encrypted connection agreed on keys.
     *
     * @param protocol such as {@code TLSv1.3}
     * @param cipher such as {@code TLS_AES_256_GCM_SHA384}
     * @param resumed whether they went on with an earlier session, which spares the costly part
     * @param tookNanos how long it took
     * @param workNanos how much of that our end worked, rather than waited for the other
     */
    record Secured(
            Leg leg, String peer, String protocol, String cipher, boolean resumed, long tookNanos, long workNanos)
            implements OfConnection {}

    /** A connection ended, after so many bytes from the peer and to it, as they went over the network. */
    record Closed(Leg leg, String peer, boolean encrypted, long received, long sent) implements OfConnection {}

    /** Happenings at the origin that is behind the servers' caches; fetches are counted from 1 within one world. */
    sealed interface OfOrigin extends Happening {
        /** The fetch's number. */
        long fetch();

        /** The server whose cache asks. */
        ServerId server();

        /** What it asks for. */
        String key();
    }

    /** It was asked, while so many fetches for the same key from the same server were under way. */
    record OriginAsked(long fetch, ServerId server, String key, Need need, int underWay) implements OfOrigin {}

    /** Why an origin is asked. */
    enum Need {
        /** The key was not in the cache, or too old. */
        MISS,
        /** It is about to expire: it is refreshed early, and served meanwhile. */
        EARLY,
        /** It is too old, and served all the same meanwhile. */
        STALE
    }

    /** It answered, so long after it was asked. */
    record OriginAnswered(long fetch, ServerId server, String key, long tookNanos) implements OfOrigin {}

    /** Too many waited there: it did not take the fetch. */
    record OriginRefused(long fetch, ServerId server, String key) implements OfOrigin {}

    /** Requests failed at it too often: it gets nothing until this time at least. */
    record PassivelyEjected(ServerId server, long untilNanos) implements OfServer {}

    /** Its time out is over. */
    record Returned(ServerId server) implements OfServer {}

    /** Its breaker turned. */
    record BreakerTurned(ServerId server, Breaker to) implements OfServer {}

    /** What a server's breaker does. */
    enum Breaker {
        /** Lets everything through. */
        CLOSED,
        /** Lets nothing through. */
        OPEN,
        /** Lets a few through, to try. */
        HALF_OPEN
    }

    /** So few servers of a pool are well that all are asked. */
    record Panicked(String pool, int well, int of) implements Happening {}

    /** Enough are well again. */
    record Calmed(String pool) implements Happening {}

    /** Keys changed owner; only for policies whose key alone decides. */
    record Remapped(Ledger ledger) implements Happening {}

    /** A command was carried out, with the scenario after it. */
    record Applied(Command command, Scenario after) implements Happening {}

    /** The world began, set up so. */
    record Began(Scenario scenario) implements Happening {}

    /** Something the user should know, such as a port that was busy. */
    record Notice(String text) implements Happening {}

    /** The recorder was lapped and did not see this many events. */
    record Missed(long events) implements Happening {}
}
