package ringside.config.proxy;

import java.util.ArrayList;
import java.util.List;
import ringside.config.Reach;
import ringside.world.Handling;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

/**
 * A pool as a scenario, without traffic.
 *
 * @param scenario the scenario
 * @param notes what a scenario has no words for, each in one sentence
 */
public record Imported(Scenario scenario, List<String> notes) {
    public Imported {
        notes = List.copyOf(notes);
    }

    /**
     * The scenario of a pool.
     *
     * @param routes the ways that lead to it; the first says when requests are tried again
     * @throws IllegalArgumentException when a scenario cannot have so many servers
     */
    public static Imported of(Upstream upstream, List<PathRoute> routes) {
        var notes = new ArrayList<String>();
        var servers =
                upstream.servers().stream().map(server -> spec(server, notes)).toList();
        var rules = routes.stream().map(PathRoute::retries).distinct().toList();
        if (rules.size() > 1) {
            notes.add("a scenario has one rule for retries, that of the path "
                    + routes.getFirst().path());
        }
        var retries = ImportedRetries.of(rules.isEmpty() ? upstream.retries() : rules.getFirst(), notes);
        var handling = Handling.USUAL.with(upstream.key()).with(retries);
        var scenario = new Scenario(upstream.policy(), servers, Traffic.none(), upstream.checks(), handling, 1);
        return new Imported(scenario, notes);
    }

    private static ServerSpec spec(UpstreamServer server, List<String> notes) {
        var member = server.member();
        var name = member.id().name();
        if (server.watch().agent()) {
            notes.add("a scenario has no agents, as " + name + " has one");
        }
        if (server.watch().observing().isPresent()) {
            notes.add("a scenario's traffic is not observed, as that of " + name + " is");
        }
        if (member.weight() == 0) {
            notes.add("a scenario's weights begin with 1: " + name + " is down instead of weighing 0");
        }
        var spec = ServerSpec.named(name)
                .weighing(Math.max(1, member.weight()))
                .on(member.terms())
                .down(!member.open());
        return server.address().map(address -> addressed(spec, address, notes)).orElse(spec);
    }

    private static ServerSpec addressed(ServerSpec spec, String address, List<String> notes) {
        try {
            return spec.at(Reach.ANYWHERE.check(address));
        } catch (IllegalArgumentException e) {
            notes.add(spec.id() + " has no address in the scenario, which makes it one of Ringside's own: "
                    + e.getMessage());
            return spec;
        }
    }
}
