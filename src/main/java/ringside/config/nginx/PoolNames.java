package ringside.config.nginx;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ringside.config.Printable;
import ringside.config.proxy.Upstream;
import ringside.engine.Member;
import ringside.engine.Standing;
import ringside.engine.Terms;

/** What each pool is called where a {@code proxy_pass} leads to it: nothing in a name can say more than a name. */
final class PoolNames {
    private static final int LONGEST = 200;

    private final IdentityHashMap<Upstream, String> names = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    PoolNames(List<Upstream> upstreams, Page page) {
        for (var upstream : upstreams) {
            var name = bare(upstream) ? upstream.name() : free(upstream.name());
            names.put(upstream, name);
            if (!name.equals(upstream.name())) {
                page.note("the pool " + Printable.brief(upstream.name()) + " is called " + name
                        + ", since nginx has its name for one thing only, without blanks and signs");
            }
        }
    }

    String of(Upstream upstream) {
        return Optional.ofNullable(names.get(upstream)).orElse(upstream.name());
    }

    /** Whether it is the pool that nginx makes of an address to which requests are passed. */
    static boolean bare(Upstream upstream) {
        if (upstream.servers().size() != 1 || !upstream.policy().equals(Method.ROUND_ROBIN.policy())) {
            return false;
        }
        var server = upstream.servers().getFirst();
        return server.address().equals(Optional.of(upstream.name()))
                && Endpoint.valid(upstream.name(), 0).equals(server.address())
                && plain(server.member());
    }

    private static boolean plain(Member member) {
        return member.weight() == 1
                && member.standing() == Standing.UP
                && member.terms().equals(Terms.STANDARD);
    }

    private String free(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        var start = plain.isEmpty() ? "pool" : plain.substring(0, Math.min(plain.length(), LONGEST));
        var free = start;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = start + "_" + n;
        }
        return free;
    }
}
