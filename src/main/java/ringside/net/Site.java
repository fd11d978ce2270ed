package ringside.net;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.world.Happening;

/** What the proxy needs of the world it stands in. May be asked from any thread. */
interface Site {
    /** What every request passes. */
    Gate gate();

    /** Nanoseconds since the world began. */
    long now();

    /** The way to a server, unless it is gone. */
    Optional<Upstream> upstream(ServerId server);

    /** How long a request may wait for the first byte of its answer. */
    Duration timeout();

    /** The header fields of requests, in lower case, that anybody looks at. */
    Set<String> fields();

    /** Whether a route is for this host, so that requests for it pass. */
    boolean routed(String host);

    /** The number of the next request, counted from 1. */
    long nextRequest();

    /** By what the world's own clients and servers are known. */
    Secret secret();

    /** A request has ended, with a status (0 for a cut connection) from a server, if not from the proxy itself. */
    void served(Asked asked, Optional<ServerId> by, int status, long tookNanos, long bytes);

    /** Something happened. */
    void tell(Happening what);
}
