package ringside.engine.textbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ringside.engine.Reason;
import ringside.engine.ServerId;

/** Why one of the textbook's policies chose a server, where no other policy's terms say it. */
public sealed interface TextbookReason extends Reason.OfTextbook {
    /**
     * It has as many turns in a row as its weight, and this was one of them.
     *
     * @param turn which one, from 1
     * @param weight how many it has
     * @param skipped who came before it in the order and could not take the request
     */
    record InRow(int turn, int weight, List<ServerId> skipped) implements TextbookReason {}

    /**
     * The candidate with the fewest requests in flight for its weight won; of several, the one whose turn it was.
     *
     * @param loads each candidate's load before this request
     * @param tied how many candidates had the fewest
     */
    record LeastForWeight(List<Reason.Busy> loads, int tied) implements TextbookReason {}

    /**
     * Dice named some servers, each once; the one with the fewest requests in flight won, the first of equals.
     *
     * @param drawn the loads of those named, in the order they were drawn
     */
    record FewestDrawn(List<Reason.Load> drawn) implements TextbookReason {}

    /**
     * The candidate with the shortest expected wait won; of several, the one whose turn it was.
     *
     * @param waits each candidate's wait
     * @param tied how many candidates had the shortest
     */
    record ShortestWait(List<Wait> waits, int tied) implements TextbookReason {}

    /**
     * One candidate's expected wait.
     *
     * @param server whose
     * @param average its moving average of the time an attempt takes; none before its first has ended
     * @param inFlight its requests in flight before this one
     * @param weight its weight
     * @param nanos the average, or the mean of the others' for one that has none, times the requests in flight with
     *     this one, divided by the weight
     */
    record Wait(ServerId server, Optional<Duration> average, int inFlight, int weight, double nanos) {}

    /**
     * Dice named up to two servers, each once; the one of the lower load won, the first of equals.
     *
     * @param drawn those named, in the order they were drawn
     */
    record LowerLoad(List<Cost> drawn) implements TextbookReason {}

    /**
     * One server's load.
     *
     * @param server whose
     * @param cost its decayed peak of the time an attempt takes; none before its first has ended
     * @param inFlight its requests in flight before this one
     * @param load the cost in nanoseconds times the requests in flight with this one; for one that is busy and has no
     *     cost yet, a penalty above all costs
     */
    record Cost(ServerId server, Optional<Duration> cost, int inFlight, double load) {}

    /**
     * The walk on the ring passed servers that had as much as they may have.
     *
     * @param walk the walk
     * @param full those servers, each once
     */
    record BoundedWalk(Reason.Walk walk, List<Full> full) implements TextbookReason {}

    /**
     * A server that had as much as it may have.
     *
     * @param server who
     * @param inFlight its requests in flight
     * @param cap how many it may have while all together have as many as they have
     */
    record Full(ServerId server, int inFlight, long cap) {}

    /**
     * Every candidate bid for the key; the highest bid won.
     *
     * @param key what was hashed, once with each candidate
     * @param bids each candidate's bid
     */
    record HighestBid(String key, List<Bid> bids) implements TextbookReason {}

    /**
     * One candidate's bid for a key.
     *
     * @param server whose
     * @param hash the hash of the key and its name, unsigned
     * @param weight its weight
     * @param score {@code -weight / ln u}, above 0, where u in (0, 1) is the hash as a fraction
     */
    record Bid(ServerId server, long hash, int weight, double score) {}

    /**
     * A generator seeded with the key's hash jumped from bucket to bucket; the last bucket within the pool won. Only the
     * last bucket of all may go and leave other keys where they are: any other that goes renumbers those behind it.
     *
     * @param key what was hashed
     * @param hash its hash, unsigned
     * @param buckets the buckets it came to, from 0, the winner last
     * @param of how many buckets there are, one for each candidate in the order of the pool
     */
    record Jumped(String key, long hash, List<Integer> buckets, int of) implements TextbookReason {}

    /**
     * A hash was divided by the size of a table; the remainder names the cell, and the cell its server. If that could not
     * take the request, the next cell whose server could was taken.
     *
     * @param key what was hashed
     * @param hash its hash, unsigned
     * @param cell the remainder, from 0
     * @param of how many cells there are
     * @param passed servers of cells before that could not take the request, each once
     */
    record Cell(String key, long hash, int cell, int of, List<ServerId> passed) implements TextbookReason {}
}
