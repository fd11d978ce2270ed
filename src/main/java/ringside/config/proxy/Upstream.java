package ringside.config.proxy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.KeyRule;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Retries;
import ringside.engine.haproxy.Checking;
import ringside.world.Checks;
import ringside.world.Scenario;

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

    /** The pool of a scenario, with its checks, and with the rule by which the worlds try again. */
    public static Upstream of(Scenario scenario) {
        var checks = scenario.checks();
        var watch = checks.kind() == Checks.Kind.NONE
                ? Watch.NONE
                : new Watch(
                        Optional.of(new Checking(
                                checks.rise(), checks.fall(), checks.every(), Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        false);
        var members = scenario.pool(_ -> true).members();
        var servers = IntStream.range(0, members.size())
                .mapToObj(i -> new UpstreamServer(
                        members.get(i), scenario.servers().get(i).address(), watch))
                .toList();
        return new Upstream(
                "pool",
                scenario.policy(),
                scenario.handling().key(),
                servers,
                scenario.handling().retries(),
                checks);
    }

    /** Its servers as a policy sees them at the start. */
    public Pool pool() {
        return Pool.of(servers.stream().map(UpstreamServer::member).toList());
    }
}
