package ringside.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.world.Scenario;

/** Who owns which key, asked of the very policy that decides; policies that do not decide by key give keys to nobody. */
final class Owners {
    /** The owner of a key that nobody owns. */
    static final String NOBODY = "nobody";

    private final Pool pool;
    private final Policy policy;
    private final boolean keyed;

    private Owners(PolicyChoice choice, Pool pool) {
        this.pool = pool;
        this.policy = Policies.make(choice);
        this.keyed = Policies.keyed(choice);
        policy.use(pool);
    }

    static Owners of(PolicyChoice choice, Pool pool) {
        return new Owners(choice, pool);
    }

    /** By the policy of a scenario, with all its servers up. */
    static Owners of(Scenario scenario) {
        return of(scenario.policy(), poolOf(scenario));
    }

    /** The servers of a scenario, all up. */
    static Pool poolOf(Scenario scenario) {
        return Pool.of(scenario.servers().stream()
                .map(s -> Member.up(s.id().name(), s.weight()))
                .toList());
    }

    /** The name of a key's owner. */
    String of(String key) {
        if (!keyed) {
            return NOBODY;
        }
        var pick = policy.pick(Request.keyed(key), Candidates.upIn(pool), Loads.IDLE, Detail.PLAIN);
        return pick instanceof Pick.Chosen(var server, var _) ? server.name() : NOBODY;
    }

    /** How a text is hashed and divided, as a key or as a client's address; empty for a policy that does not divide. */
    Optional<Reason.Remainder> remainder(String text) {
        var request = new Request(text, "/", text);
        var pick = policy.pick(request, Candidates.upIn(pool), Loads.IDLE, Detail.REASONED);
        return pick instanceof Pick.Chosen(var _, Reason.Remainder why) ? Optional.of(why) : Optional.empty();
    }

    /** How many of the keys each owner has. */
    Map<String, Integer> count(List<String> keys) {
        var counts = new HashMap<String, Integer>();
        keys.forEach(key -> counts.merge(of(key), 1, Integer::sum));
        return counts;
    }

    /** The share of the ring whose keys a server owns, 0 to 1; 0 for a policy without a ring. */
    double shareOfRing(ServerId server) {
        return sharesOfRing().getOrDefault(server, 0.0);
    }

    /** The share of each server. */
    Collection<Double> shares() {
        return sharesOfRing().values();
    }

    private Map<ServerId, Double> sharesOfRing() {
        return policy instanceof RingPolicy ring ? RingPolicy.shares(ring.ends(_ -> true)) : Map.of();
    }

    /** How many points the ring has; 0 for a policy without a ring. */
    int points() {
        return policy instanceof RingPolicy ring ? ring.points().size() : 0;
    }

    /** The arcs whose keys a server owns, clockwise; none for a policy without a ring. */
    List<Brushed> arcsOf(ServerId server) {
        if (!(policy instanceof RingPolicy ring)) {
            return List.of();
        }
        var ends = ring.ends(_ -> true);
        var arcs = new ArrayList<Brushed>();
        for (int i = 0; i < ends.size(); i++) {
            var before = ends.get(i == 0 ? ends.size() - 1 : i - 1);
            if (ends.get(i).server().equals(server)) {
                double from = ends.size() == 1 ? 0 : before.position().turn();
                arcs.add(new Brushed(
                        from, ends.size() == 1 ? 1 : ends.get(i).position().turn()));
            }
        }
        return arcs;
    }

    /** How far round the ring a key lies, 0 to 1; 0 for a policy without a ring. */
    double turnOf(String key) {
        return policy instanceof RingPolicy ring ? ring.positionOf(key).turn() : 0;
    }

    /** How far round the ring the first point of a server lies, 0 to 1; 0 when there is none. */
    double turnOf(ServerId server) {
        return policy instanceof RingPolicy ring
                ? ring.points().stream()
                        .filter(p -> p.server().equals(server))
                        .findFirst()
                        .map(p -> p.position().turn())
                        .orElse(0.0)
                : 0;
    }
}
