package ringside.engine.envoy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trail;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;

/** A policy by which the xxHash64 of a request's key leads to its host. */
abstract sealed class HashPolicy<L extends Layout> implements Policy permits RingHash, Maglev {
    /*
     * Rings and tables are laid for the hosts that are healthy, anew at each change. An attempt of a request counts those
     * before it; and as with Envoy's predicate of previous hosts, one that leads to a host that may not be asked is
     * followed by another at once.
     */

    private final Utf8 utf8 = new Utf8();
    private final int factor;
    private final L nothing;
    private Hosts hosts = Hosts.of(Pool.EMPTY);
    private BoundedLoad bound;
    private L layout;

    /**
     * A policy without hosts.
     *
     * @param factor the percentage that bounds loads, 0 for none
     * @param nothing what hashes are looked up in when there is no host
     */
    HashPolicy(int factor, L nothing) {
        this.factor = factor;
        this.nothing = nothing;
        this.layout = nothing;
        this.bound = new BoundedLoad(factor, hosts);
    }

    /** Lays what hashes are looked up in, for at least one host. */
    abstract L lay(Hosts among);

    L layout() {
        return layout;
    }

    Pool pool() {
        return hosts.pool();
    }

    @Override
    public final void use(Pool pool) {
        var now = Hosts.of(pool);
        layout = layOrNothing(now);
        hosts = now;
        bound = new BoundedLoad(factor, now);
    }

    /** Lays what hashes are looked up in. */
    final L layOrNothing(Hosts among) {
        return among.count() == 0 ? nothing : lay(among);
    }

    long hash(String key) {
        return XxHash64.of(utf8.hold(key), 0);
    }

    @Override
    public final Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        return pick(request.key(), 0, candidates, loads, detail);
    }

    @Override
    public final Pick pick(Trail trail, Candidates up, Loads loads, Detail detail) {
        return pick(trail.request().key(), trail.tried().size(), up, loads, detail);
    }

    private Pick pick(String key, int from, Candidates candidates, Loads loads, Detail detail) {
        if (!hosts.anyOpen(candidates)) {
            return hosts.pool().nobody();
        }
        long hash = hash(key);
        int attempt = from;
        int named = layout.ownerOf(hash, attempt);
        while (!candidates.open(named)) {
            attempt++;
            if (attempt - from == layout.attempts()) {
                return hosts.pool().nobody();
            }
            named = layout.ownerOf(hash, attempt);
        }
        if (detail == Detail.REASONED) {
            return reasoned(
                    layout.why(key, hash, attempt, passed(hash, from, attempt)), hash, named, candidates, loads);
        }
        return hosts.pool()
                .chosen(bound.holds() ? bound.place(hash, named, candidates, loads, HashPolicy::ignore) : named);
    }

    private static void ignore(int probed) {}

    private List<ServerId> passed(long hash, int from, int to) {
        var passed = new LinkedHashSet<ServerId>();
        for (int attempt = from; attempt < to; attempt++) {
            passed.add(hosts.pool().at(layout.ownerOf(hash, attempt)).id());
        }
        return List.copyOf(passed);
    }

    private Pick reasoned(EnvoyReason.Named why, long hash, int named, Candidates candidates, Loads loads) {
        var pool = hosts.pool();
        if (!bound.holds()) {
            return new Pick.Chosen(pool.at(named).id(), why);
        }
        var probes = new ArrayList<EnvoyReason.Probe>();
        int place = bound.place(hash, named, candidates, loads, probed -> probes.add(bound.probe(probed, loads)));
        return new Pick.Chosen(
                pool.at(place).id(), new EnvoyReason.Bounded(why, pool.at(named).id(), List.copyOf(probes)));
    }
}
