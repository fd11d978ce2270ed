package ringside.engine;

import java.util.List;
import ringside.engine.haproxy.HaproxyReason;

/** Why a policy chose a server, as the figures it compared. */
public sealed interface Reason {
    /** The pick was made without asking for its reason. */
    record Untold() implements Reason {
        /** The one there need be. */
        public static final Untold INSTANCE = new Untold();
    }

    /**
     * It was this server's turn.
     *
     * @param turn the server's place among those that may take requests, from 1
     * @param of how many those are
     * @param skipped who came before it in the order and could not take the request
     */
    record InTurn(int turn, int of, List<ServerId> skipped) implements Reason {}

    /**
     * Every candidate gained its weight; the one with most won and paid the total.
     *
     * @param scores each candidate's running score
     * @param total the sum of the candidates' weights, which the winner paid
     */
    record HighestScore(List<Score> scores, int total) implements Reason {}

    /**
     * One candidate's running score.
     *
     * @param server whose
     * @param weight what it gained
     * @param raised its score after the gain, compared with the others'
     * @param after its score after the winner paid
     */
    record Score(ServerId server, int weight, int raised, int after) {}

    /**
     * The candidate with the fewest requests in flight won; of several, the one whose turn it was.
     *
     * @param loads each candidate's requests in flight before this one
     * @param tied how many candidates had the fewest
     */
    record FewestInFlight(List<Load> loads, int tied) implements Reason {}

    /** How busy one candidate was: its requests in flight. */
    record Load(ServerId server, int inFlight) {}

    /**
     * A hash was divided by the number of slots; the remainder names the slot.
     *
     * @param text what was hashed
     * @param hash its hash, unsigned
     * @param slots how many slots there are, one for each unit of weight or each server
     * @param slot the remainder, from 0
     */
    record Remainder(String text, long hash, int slots, int slot) implements Reason {}

    /**
     * From the key's place on the ring, the first point clockwise whose server may take it.
     *
     * @param key what was hashed
     * @param from where the key lies
     * @param to where the point lies that ended the walk
     * @param passed servers whose points were passed because they could not take the request, each once
     */
    record Walk(String key, Position from, Position to, List<ServerId> passed) implements Reason {}

    /** One of HAProxy's own. */
    sealed interface OfHaproxy extends Reason permits HaproxyReason {}
}
