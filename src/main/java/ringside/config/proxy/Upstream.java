package ringside.config.proxy;

import java.util.List;
import ringside.engine.KeyRule;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Retries;
import ringside.world.Checks;

/**
 * A pool of servers: nginx calls it an upstream, HAProxy a backend, Envoy a cluster, Kubernetes a service.
 *
 * @param name its name
 * @param policy how a server is chosen
 * @param key what of a request is hashed, where the policy hashes its key
 * @param servers in order; their names differ
 * @param retries when a request that went wrong is tried again, where no route says otherwise
 * @param checks what a check of a server is; each server says whether it is checked
 */
public record Upstream(
        String name, PolicyChoice policy, KeyRule key, List<UpstreamServer> servers, Retries retries, Checks checks) {
    public Upstream {
        servers = List.copyOf(servers);
    }

    /** Its servers as a policy sees them at the start. */
    public Pool pool() {
        return Pool.of(servers.stream().map(UpstreamServer::member).toList());
    }
}
