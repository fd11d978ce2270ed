package ringside.engine.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Dice;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Ticks;

/** Draws places on a ring, and keeps the least busy for its weight of the servers that are nearest. */
public final class Random implements FarmPolicy {
    /*
     * HAProxy's random(draws), two of them unless said otherwise: the power of two choices (Mitzenmacher 2001) on the
     * nodes of the consistent ring. Many balancers in front of the same servers can use it without following each other
     * about, as they do with leastconn.
     *
     * Traps. The chances are the ring's arcs, not the weights: 5, 1, 1, 3 came out as 52, 9, 9 and 29 in a hundred. On
     * idle servers two draws are no better than one: the later draw wins every tie.
     */
    private static final PolicyOption.Whole DRAWS =
            new PolicyOption.Whole("draws", "how many places are drawn on the ring", 1, 1000, 2);
    private static final int HALF = 16;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/random",
            "Draws places on a ring, and keeps the least busy for its weight of the servers that are nearest.",
            List.of(DRAWS, HashType.factorOption(), Farm.ALL_BACKUPS),
            Optional.empty(),
            Random::new);

    private final Farm farm;
    private final RingWalk walk;
    private final int draws;
    private final Dice dice;

    /** By these options, this clock and these dice. */
    public Random(PolicyChoice choice, Ticks ticks, Dice dice) {
        this.farm = new Farm(ticks, choice);
        this.walk = new RingWalk(farm, HashType.factor(choice));
        this.draws = DRAWS.of(choice);
        this.dice = dice;
    }

    @Override
    public Farm farm() {
        return farm;
    }

    @Override
    public void use(Pool pool) {
        farm.use(pool);
        walk.lay();
    }

    @Override
    public Pick pick(Call call) {
        if (farm.reweighed()) {
            walk.lay();
        }
        if (walk.nodes().size() == 0) {
            return farm.nobody(call);
        }
        var drawn = new ArrayList<HaproxyReason.Draw>();
        int kept = draw(call, drawn);
        for (int more = 1; more < draws; more++) {
            int place = draw(call, drawn);
            kept = busier(place, kept, call) ? kept : place;
        }
        if (!call.open(kept)) {
            return farm.pool().nobody();
        }
        if (!farm.room(kept, call.loads())) {
            return new Pick.Refused(Pick.Cause.ALL_FULL);
        }
        return call.reasoned()
                ? new Pick.Chosen(farm.id(kept), new HaproxyReason.Draws(List.copyOf(drawn)))
                : farm.pool().chosen(kept);
    }

    private int draw(Call call, List<HaproxyReason.Draw> drawn) {
        int hash = dice.roll(1 << HALF) << HALF | dice.roll(1 << HALF);
        int place = walk.nodes().placeOf(walk.end(hash, call));
        if (call.reasoned()) {
            drawn.add(new HaproxyReason.Draw(
                    Position.ofInt(hash), farm.id(place), call.loads().inFlight(place), farm.weight(place)));
        }
        return place;
    }

    private boolean busier(int one, int other, Call call) {
        return (long) call.loads().inFlight(one) * farm.weight(other)
                > (long) call.loads().inFlight(other) * farm.weight(one);
    }
}
