package ringside.engine.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Dice;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/** Rolls dice that have a side for each unit of weight until they name a server that can take the request. */
public final class Random extends Naming {
    /*
     * nginx's random (ngx_http_upstream_random_module.c). A server that is down keeps its sides, and rolling them is a
     * miss. Meant for many balancers in front of the same servers: round robin in each of them would have all of them
     * begin with the same server.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/random",
            "Rolls dice that have a side for each unit of weight until they name a server that can take the request.",
            (_, ticks, dice) -> new Random(ticks, dice));

    private final Dice dice;

    /** By these dice, and by this clock. */
    public Random(Ticks ticks, Dice dice) {
        super(ticks);
        this.dice = dice;
    }

    @Override
    Optional<Pick> name(Visit visit) {
        int sides = peers().totalWeight();
        var draws = new ArrayList<Reason.Draw>();
        do {
            int roll = dice.roll(sides);
            var peer = peers().atSlot(roll);
            draws.add(new Reason.Draw(roll, peer.member.id()));
            if (visit.eligible(peer)) {
                return Optional.of(visit.choose(peer, () -> new Reason.Drawn(sides, List.copyOf(draws))));
            }
        } while (visit.missed());
        return Optional.empty();
    }
}
