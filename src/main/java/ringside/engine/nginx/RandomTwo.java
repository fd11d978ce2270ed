package ringside.engine.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Dice;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/** Rolls dice for two different servers and keeps the one with fewer requests in flight for its weight. */
public final class RandomTwo extends Naming {
    /*
     * nginx's random two least_conn (ngx_http_upstream_random_module.c): the power of two choices. Equals go to the second
     * server rolled, and that is the trap: while all are idle, every server but the one rolled first may win, so a
     * heavy server gets less than its weight (5, 1, 1, 3 become 32.5, 15.4, 15.4 and 36.7 %).
     *
     * A roll that only found the first of the two counts towards the misses as well, as it does in nginx.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/random-two",
            "Rolls dice for two different servers and keeps the one with fewer requests in flight for its weight.",
            (_, ticks, dice) -> new RandomTwo(ticks, dice));

    private final Dice dice;

    /** By these dice, and by this clock. */
    public RandomTwo(Ticks ticks, Dice dice) {
        super(ticks);
        this.dice = dice;
    }

    @Override
    Optional<Pick> name(Visit visit) {
        int sides = peers().totalWeight();
        var draws = new ArrayList<Reason.Draw>();
        Optional<Peer> first = Optional.empty();
        do {
            int roll = dice.roll(sides);
            var peer = peers().atSlot(roll);
            draws.add(new Reason.Draw(roll, peer.member.id()));
            if (!visit.eligible(peer) || first.filter(peer::equals).isPresent()) {
                continue;
            }
            if (first.isPresent()) {
                return Optional.of(lessBusy(first.get(), peer, visit, draws));
            }
            first = Optional.of(peer);
        } while (visit.missed());
        return Optional.empty();
    }

    private Pick lessBusy(Peer first, Peer second, Visit visit, List<Reason.Draw> draws) {
        long firstLoad = (long) visit.inFlight(first) * second.weight();
        long secondLoad = (long) visit.inFlight(second) * first.weight();
        return visit.choose(
                secondLoad > firstLoad ? first : second,
                () -> new Reason.TwoDrawn(
                        peers().totalWeight(), List.copyOf(draws), visit.busy(first), visit.busy(second)));
    }
}
