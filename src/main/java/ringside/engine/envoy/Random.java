package ringside.engine.envoy;

import java.util.Arrays;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;

/** Draws a host, each with the same chance whatever it weighs. */
public final class Random implements Policy {
    /*
     * Envoy's RANDOM: the remainder of a random number by the number of hosts. Nothing is remembered, so nothing is lost
     * when hosts come and go, and many Envoys do not follow each other about.
     *
     * Trap: weights mean nothing to it.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "envoy/random",
            "Draws a host, each with the same chance whatever it weighs.",
            (_, _, dice) -> new Random(dice));

    private final Dice dice;
    private Hosts hosts = Hosts.of(Pool.EMPTY);

    /** By these dice. */
    public Random(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void use(Pool pool) {
        hosts = Hosts.of(pool);
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        var pool = hosts.pool();
        if (!hosts.anyOpen(candidates)) {
            return pool.nobody();
        }
        int place = hosts.draw(dice, candidates);
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED -> {
                int[] open = hosts.open(candidates);
                var why = new EnvoyReason.DrawnOne(Arrays.binarySearch(open, place), open.length);
                yield new Pick.Chosen(pool.at(place).id(), why);
            }
        };
    }
}
