package ringside.config.proxy;

import java.util.List;
import java.util.Optional;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Retries;
import ringside.engine.Standing;
import ringside.engine.haproxy.Checking;
import ringside.engine.nginx.NextUpstream;
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

    /** The pool of a scenario, with the checks that it has. */
    public static Upstream of(Scenario scenario) {
        var checks = scenario.checks();
        var watch = checks.kind() == Checks.Kind.NONE
                ? Watch.NONE
                : new Watch(
                        Optional.of(new Checking(
                                checks.rise(), checks.fall(), checks.every(), Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        false);
        var servers = scenario.servers().stream()
                .map(s -> new UpstreamServer(new Member(s.id(), s.weight(), Standing.UP), s.address(), watch))
                .toList();
        return new Upstream("pool", scenario.policy(), KeyRule.STANDARD, servers, NextUpstream.STANDARD, checks);
    }

    /** Its servers as a policy sees them at the start. */
    public Pool pool() {
        return Pool.of(servers.stream().map(UpstreamServer::member).toList());
    }
}
