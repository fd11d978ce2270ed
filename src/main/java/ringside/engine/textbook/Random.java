package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.Shares;

/** Rolls dice that have a side for each unit of weight of the servers that may be asked. */
public final class Random implements Policy {
    /*
     * Nothing is remembered and nothing is shared, so any number of balancers can do it side by side without a word to
     * each other, and none of them falls into step with another.
     *
     * The trap is that chance is only even in the long run: of n requests to n servers the unluckiest server gets about
     * ln n / ln ln n (for a thousand, five or six), and a queue behind random arrivals is longer than one behind regular
     * ones. One more look at the dice mends most of it: see two choices.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/random",
            "Rolls dice that have a side for each unit of weight of the servers that may be asked.",
            (_, _, dice) -> new Random(dice));

    private final Dice dice;
    private final Shares shares = new Shares();
    private Pool pool = Pool.EMPTY;
    private Candidates dealtTo = _ -> false;

    /** By these dice. */
    public Random(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void use(Pool other) {
        pool = other;
        dealtTo = _ -> false;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        if (!(candidates instanceof Candidates.Up) || candidates != dealtTo) {
            shares.deal(
                    pool.size(),
                    place -> candidates.open(place) ? pool.at(place).weight() : 0);
            dealtTo = candidates;
        }
        int sides = shares.sum();
        return sides == 0 ? pool.nobody() : named(dice.roll(sides), sides, detail);
    }

    private Pick named(int roll, int sides, Detail detail) {
        int place = shares.ownerOf(roll);
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED -> {
                var server = pool.at(place).id();
                yield new Pick.Chosen(server, new Reason.Drawn(sides, List.of(new Reason.Draw(roll, server))));
            }
        };
    }
}
