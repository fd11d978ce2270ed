package ringside.view.inspect;

import java.util.List;
import java.util.Optional;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** The ring of a picture, for policies that have one; the last one asked about is kept. */
final class Rings {
    private record Made(PolicyChoice choice, List<Member> members, Policy policy) {}

    private Optional<Made> last = Optional.empty();

    /** The ring, if there is one. */
    Optional<RingPolicy> of(Snapshot snapshot) {
        return policyOf(snapshot) instanceof RingPolicy ring ? Optional.of(ring) : Optional.empty();
    }

    /** A policy of the same kind on the same pool: it knows nothing of turns and loads. */
    Policy policyOf(Snapshot snapshot) {
        var choice = snapshot.scenario().policy();
        var members = poolOf(snapshot).members();
        var made = last.filter(m -> m.choice().equals(choice) && m.members().equals(members))
                .orElseGet(() -> make(choice, members));
        last = Optional.of(made);
        return made.policy();
    }

    private static Made make(PolicyChoice choice, List<Member> members) {
        var policy = Policies.make(choice);
        policy.use(Pool.of(members));
        return new Made(choice, members, policy);
    }

    /** The pool of a picture, as its policy sees it. */
    static Pool poolOf(Snapshot snapshot) {
        return Pool.of(snapshot.servers().stream()
                .map(s -> s.spec().member(true).with(standing(s)))
                .toList());
    }

    private static Standing standing(ServerState server) {
        if (server.draining()) {
            return Standing.DRAINING;
        }
        return server.health().up() && !server.spec().down() ? Standing.UP : Standing.DOWN;
    }

    /** The share of the ring whose walk ends at this server, as if all were up. */
    Optional<Double> shareOf(Snapshot snapshot, ServerId server) {
        return of(snapshot).map(ring -> share(ring.ends(_ -> true), server));
    }

    private static double share(List<RingPolicy.Point> points, ServerId server) {
        double share = 0;
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.server().equals(server)) {
                var before = points.get(Math.floorMod(i - 1, points.size())).position();
                share += points.size() == 1 ? 1 : Position.arc(before, point.position());
            }
        }
        return share;
    }

    /** Where a server's point lies, if it has just one. */
    Optional<Position> onlyPointOf(Snapshot snapshot, ServerId server) {
        return of(snapshot)
                .map(ring -> ring.points().stream()
                        .filter(p -> p.server().equals(server))
                        .limit(2)
                        .toList())
                .filter(points -> points.size() == 1)
                .map(points -> points.getFirst().position());
    }
}
