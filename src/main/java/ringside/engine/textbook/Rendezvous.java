package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;

/** Gives each key to the server that bids most for it: each one's bid is a hash of the key and its name, by its weight. */
public final class Rendezvous implements Policy {
    /*
     * Highest random weight (Thaler and Ravishankar 1998). Who wins a key does not depend on who else lost it: a leaver's
     * keys go to the runners-up, evenly, and no other key moves. There is nothing to store and nothing to build, and the
     * shares are as even as chance alone makes them.
     *
     * The bid is -weight / ln u, where u in (0, 1) is the hash as a fraction. For uniform u, -ln u / weight is an
     * exponential time of rate weight, and of such times the one of rate w is the first with chance w / (sum of rates):
     * shares are exact, and one more unit of weight only wins keys. The logarithm is the strict one, which is the same on
     * every machine. Equal bids go to the first by name, so that the order of servers does not matter.
     *
     * The trap is the price of a lookup: every server is hashed for every key, which a thousand servers make slow.
     */
    private static final double UNIT = 0x1p-52;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/rendezvous",
            "Gives each key to the server that bids most for it: each one's bid is a hash of the key and its name, by"
                    + " its weight.",
            List.of(),
            new RaceLaw(),
            _ -> new Rendezvous());

    private final Utf8 utf8 = new Utf8();
    private Pool pool = Pool.EMPTY;
    private long[] seeds = {};

    @Override
    public void use(Pool other) {
        seeds = other.members().stream()
                .mapToLong(m -> XxHash64.of(utf8.hold(m.id().name()), 0))
                .toArray();
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        utf8.hold(request.key());
        double highest = 0;
        int winner = 0;
        for (int place = 0; place < seeds.length; place++) {
            double score = candidates.open(place) ? score(place) : 0;
            if (score > highest || (score > 0 && score == highest && isBefore(place, winner))) {
                highest = score;
                winner = place;
            }
        }
        return highest == 0 ? pool.nobody() : chosen(winner, request.key(), candidates, detail);
    }

    private long hash(int place) {
        return XxHash64.of(utf8, seeds[place]);
    }

    private double score(int place) {
        double fraction = ((hash(place) >>> 12) + 0.5) * UNIT;
        return pool.at(place).weight() / -StrictMath.log(fraction);
    }

    private boolean isBefore(int one, int other) {
        return pool.at(one).id().compareTo(pool.at(other).id()) < 0;
    }

    private Pick chosen(int winner, String key, Candidates candidates, Detail detail) {
        return switch (detail) {
            case PLAIN -> pool.chosen(winner);
            case REASONED ->
                new Pick.Chosen(pool.at(winner).id(), new TextbookReason.HighestBid(key, bids(candidates)));
        };
    }

    private List<TextbookReason.Bid> bids(Candidates candidates) {
        return candidates
                .placesIn(pool)
                .mapToObj(place -> new TextbookReason.Bid(
                        pool.at(place).id(), hash(place), pool.at(place).weight(), score(place)))
                .toList();
    }
}
