package ringside.engine.textbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;

/** Rolls for two different servers, or more, and keeps the one with the fewest requests in flight. */
public final class TwoChoices implements Policy {
    /*
     * Two rolls, not one: with n requests on n servers the longest queue falls from about ln n / ln ln n to about
     * ln ln n / ln 2 (Azar, Broder, Karlin and Upfal 1994; Mitzenmacher 2001); a thousand servers, from five or six to
     * three. A third roll gains little more. The second roll skips the first server, so two rolls never agree.
     *
     * Why not look at all of them? Many balancers that each see the same least busy server all send their next request
     * there, the more so the older their news is. Two dice do not agree on whom to look at. The trap: weights have no
     * effect, and one roll of dice is no comparison at all.
     */
    private static final PolicyOption.Whole DRAWS =
            new PolicyOption.Whole("draws", "how many different servers are compared", 1, 1000, 2);

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/two-choices",
            "Rolls for two different servers, or more, and keeps the one with the fewest requests in flight.",
            List.of(DRAWS),
            Optional.empty(),
            (choice, _, dice) -> new TwoChoices(DRAWS.of(choice), dice));

    private final int draws;
    private final Dice dice;
    private final Hand hand = new Hand();
    private Pool pool = Pool.EMPTY;

    /** So many draws by these dice; all servers are compared when there are fewer. */
    public TwoChoices(int draws, Dice dice) {
        this.draws = draws;
        this.dice = dice;
    }

    @Override
    public void use(Pool other) {
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        int drawn = hand.draw(draws, pool, candidates, dice);
        if (drawn == 0) {
            return pool.nobody();
        }
        int winner = hand.at(0);
        for (int i = 1; i < drawn; i++) {
            winner = loads.inFlight(hand.at(i)) < loads.inFlight(winner) ? hand.at(i) : winner;
        }
        return switch (detail) {
            case PLAIN -> pool.chosen(winner);
            case REASONED -> new Pick.Chosen(pool.at(winner).id(), why(drawn, loads));
        };
    }

    private Reason why(int drawn, Loads loads) {
        return new TextbookReason.FewestDrawn(IntStream.range(0, drawn)
                .map(hand::at)
                .mapToObj(place -> new Reason.Load(pool.at(place).id(), loads.inFlight(place)))
                .toList());
    }
}
