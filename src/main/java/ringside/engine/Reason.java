package ringside.engine;

import java.util.List;
import java.util.Optional;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.haproxy.HaproxyReason;
import ringside.engine.textbook.TextbookReason;

/** Why a policy chose a server, as the figures it compared. */
public sealed interface Reason {
    /** The pick was made without asking for its reason. */
    record Untold() implements Reason {
        /** The one there need be. */
        public static final Untold INSTANCE = new Untold();
    }

    /** The request was there before, and was to try the same server once more. */
    record OnceMore() implements Reason {}

    /** Its client was there before and stays: the policy was not asked. */
    record Stays() implements Reason {}

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

    /**
     * Every candidate's current weight grew by its effective weight; the first with the most won and paid the sum of
     * what was gained.
     *
     * @param gains each candidate's part
     * @param total the sum of the effective weights, which the winner paid
     */
    record Raised(List<Gain> gains, int total) implements Reason {}

    /**
     * One candidate's part in a step of smooth weighted round robin.
     *
     * @param server whose
     * @param weight its configured weight
     * @param effective what it gained: less than its weight for a while after failures
     * @param before its current weight before the step; with the gain, that is what was compared
     * @param after its current weight after the winner paid
     */
    record Gain(ServerId server, int weight, int effective, int before, int after) {}

    /**
     * The candidate with the fewest requests in flight for its weight won; several such took a turn among them.
     *
     * @param loads each candidate's load before this request
     * @param turn the turn, when there were several
     */
    record FewestForWeight(List<Busy> loads, Optional<Raised> turn) implements Reason {}

    /** How busy one candidate was for its weight. */
    record Busy(ServerId server, int inFlight, int weight) {}

    /**
     * A hash named a slot, one for each unit of weight, and was hashed on as long as the slot's server could not take
     * the request.
     *
     * @param text what was hashed
     * @param slots how many slots there are
     * @param rounds each round; the last one decided
     */
    record Rounds(String text, int slots, List<Round> rounds) implements Reason {}

    /**
     * One round.
     *
     * @param hash the hash so far, unsigned
     * @param slot its remainder by the number of slots
     * @param server whose slot that is
     */
    record Round(long hash, int slot, ServerId server) {}

    /**
     * Dice were rolled, one side for each unit of weight, until they named a server that could take the request.
     *
     * @param sides how many sides the dice have
     * @param draws each roll; the last one decided
     */
    record Drawn(int sides, List<Draw> draws) implements Reason {}

    /** One roll, from 0, and the server it named. */
    record Draw(int roll, ServerId server) {}

    /**
     * Dice named two different servers, and the one less busy for its weight won, the second if they were equal.
     *
     * @param sides how many sides the dice have
     * @param draws each roll, those included that named no server that could take the request
     * @param first the load of the first named before this request
     * @param second the load of the second
     */
    record TwoDrawn(int sides, List<Draw> draws, Busy first, Busy second) implements Reason {}

    /** There is one server, and nothing to choose. */
    record OnlyOne() implements Reason {}

    /**
     * The point found on the ring is several servers' alike, who took a turn among them.
     *
     * @param walk how it was found
     * @param turn the turn
     */
    record SharedPoint(Walk walk, Raised turn) implements Reason {}

    /**
     * Another rule stood in.
     *
     * @param because why the policy's own rule did not decide
     * @param then what decided
     */
    record Instead(Because because, Reason then) implements Reason {}

    /** Why a policy's own rule did not decide. */
    enum Because {
        /** None of the servers but the backups could take the request. */
        BACKUPS_ONLY,
        /** It missed too often: server after server that it named could not take the request. */
        TOO_MANY_MISSES,
        /** The request has no key. */
        NO_KEY,
        /** The server that the client was at can't have it. */
        OWN_SERVER_OUT
    }

    /** One of the textbook's own. */
    sealed interface OfTextbook extends Reason permits TextbookReason {}

    /** One of HAProxy's own. */
    sealed interface OfHaproxy extends Reason permits HaproxyReason {}

    /** One of Envoy's own. */
    sealed interface OfEnvoy extends Reason permits EnvoyReason {}
}
