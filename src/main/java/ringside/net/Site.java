package ringside.net;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.Attempt;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trail;
import ringside.world.Happening;

/** What the proxy needs of the world it stands in. May be asked from any thread. */
interface Site {
    /** Begins to follow a request. */
    Trail begin(Request request);

    /** Chooses a server that was not tried yet; every attempt is settled once. */
    Pick pick(Trail trail);

    /** An attempt at a server that was chosen has ended. */
    void settle(Attempt attempt);

    /** Nanoseconds since the world began. */
    long now();

    /** The way to a server, unless it is gone. */
    Optional<Upstream> upstream(ServerId server);

    /** How long a request may wait for the first byte of its answer. */
    Duration timeout();

    /** The request header, in lower case, that the policy looks at, if it looks at one. */
    Optional<String> header();

    /** The number of the next request, counted from 1. */
    long nextRequest();

    /** By what the world's own clients and servers are known. */
    Secret secret();

    /** A request has ended, with a status (0 for a cut connection) from a server, if not from the proxy itself. */
    void served(Asked asked, Optional<ServerId> by, int status, long tookNanos, long bytes);

    /** Something happened. */
    void tell(Happening what);
}
