package ringside.config.nginx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.Member;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

/** The pools of a configuration: those it names, and those of one server that a {@code proxy_pass} makes. */
final class Pools {
    private final Notes notes;
    private final List<Upstream> read = new ArrayList<>();
    private final Map<String, Upstream> named = new HashMap<>();
    private final Map<String, Upstream> bare = new LinkedHashMap<>();
    private final IdentityHashMap<Upstream, NextUpstream> rules = new IdentityHashMap<>();

    Pools(Notes notes) {
        this.notes = notes;
    }

    /** Reads an upstream of {@code http}. */
    void http(Directive block) {
        var upstream = UpstreamReader.read(block, Grammar.UPSTREAM, notes);
        read.add(upstream);
        named.put(upstream.name().toLowerCase(Locale.ROOT), upstream);
    }

    /** Reads an upstream of {@code stream}, which no {@code proxy_pass} of {@code http} can mean. */
    void stream(Directive block) {
        read.add(UpstreamReader.read(block, Grammar.STREAM_UPSTREAM, notes));
    }

    /** The name of the pool that a URL leads to by such a rule. */
    String passedTo(Target target, NextUpstream rule) {
        var upstream = find(target);
        rules.putIfAbsent(upstream, rule);
        return upstream.name();
    }

    /** All of them; their rules are those of the first location that leads to each. */
    List<Upstream> all() {
        return Stream.concat(read.stream(), bare.values().stream())
                .map(this::ruled)
                .toList();
    }

    private Upstream ruled(Upstream u) {
        var rule = rules.getOrDefault(u, NextUpstream.STANDARD);
        return new Upstream(u.name(), u.policy(), u.key(), u.servers(), rule, u.checks());
    }

    private Upstream find(Target target) {
        int colon = Endpoint.isSocket(target.host()) ? -1 : target.host().indexOf(':');
        var host = colon < 0 ? target.host() : target.host().substring(0, colon);
        var upstream = named.get(host.toLowerCase(Locale.ROOT));
        if (upstream == null) {
            return one(target);
        }
        if (colon >= 0) {
            throw target.url().wrong("gives the upstream " + host + " a port; write the name alone");
        }
        return upstream;
    }

    private Upstream one(Target target) {
        var address = Endpoint.read(target.url(), target.host(), target.port());
        if (Endpoint.lacksPort(address)) {
            notes.refused(address, target.url(), "has no port behind its colon; write one");
        }
        return bare.computeIfAbsent(address, Pools::ofOne);
    }

    private static Upstream ofOne(String address) {
        var id = new ServerNames().idOf(address);
        var terms = id.name().equals(address) ? Terms.STANDARD : Terms.STANDARD.writtenAs(address);
        var server = new UpstreamServer(new Member(id, 1, Standing.UP, terms), Optional.of(address), Watch.NONE);
        return new Upstream(
                address,
                Method.ROUND_ROBIN.policy(),
                Method.ROUND_ROBIN.key(),
                List.of(server),
                NextUpstream.STANDARD,
                Checks.none());
    }
}
