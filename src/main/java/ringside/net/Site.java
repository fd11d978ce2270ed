package ringside.net;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.world.Happening;

/** What the proxy needs of the world it stands in. May be asked from any thread. */
interface Site {
    /** Chooses a server that was not tried yet; every one chosen is settled once. */
    Pick pick(Request request, Set<ServerId> tried);

    /** A request that this server was chosen for has ended there. */
    void settle(ServerId server);

    /** The way to a server, unless it is gone. */
    Optional<Upstream> upstream(ServerId server);

    /** How long a request may wait for the first byte of its answer. */
    Duration timeout();

    /** The number of the next request, counted from 1. */
    long nextRequest();

    /** By what the world's own clients and servers are known. */
    Secret secret();

    /** Something happened. */
    void tell(Happening what);
}
