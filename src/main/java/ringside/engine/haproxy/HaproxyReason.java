package ringside.engine.haproxy;

import java.util.List;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.ServerId;

/** Why one of HAProxy's policies chose a server, where its terms are its own. */
public sealed interface HaproxyReason extends Reason.OfHaproxy {
    /** When a server of {@code roundrobin} has its next turn. */
    enum When {
        /** At its position of this round. */
        THIS_ROUND,
        /** As soon as nobody is due by now: it was not asked in this round yet. */
        NOT_ASKED_YET,
        /** In the next round. */
        NEXT_ROUND
    }

    /**
     * The first server that was due by now won; if none was, the first that was not asked in this round yet; else the
     * first of this round; else, in a new round, the first of that.
     *
     * @param order every server's next turn before the pick, in the order of the trees
     * @param position the position that the round stood at
     * @param next the winner's next turn after the pick
     */
    record Earliest(List<Due> order, int position, Due next) implements HaproxyReason {}

    /**
     * One server's next turn.
     *
     * @param server whose
     * @param weight its effective weight: 16 for each unit of weight
     * @param when in which part of the order
     * @param position where in the round it is due, if it is due in this one
     */
    record Due(ServerId server, int weight, When when, int position) {}

    /**
     * It was this cell's turn in the map.
     *
     * @param cell the cell, from 0
     * @param of how many there are, in proportion to the weights
     * @param skipped servers of cells before it that could not take the request, each once
     */
    record NextCell(int cell, int of, List<ServerId> skipped) implements HaproxyReason {}

    /**
     * The lowest key won, the one that has had it longest of several.
     *
     * @param keys each server's key in the order of the tree
     */
    record LowestKey(List<Key> keys) implements HaproxyReason {}

    /**
     * One server's key: 0 when it is idle, else its requests in flight and one more, times 4096, divided by the effective
     * weight.
     *
     * @param server whose
     * @param inFlight its requests in flight
     * @param weight its effective weight: 16 for each unit of weight
     * @param key the key
     */
    record Key(ServerId server, int inFlight, int weight, long key) {}

    /**
     * It had the lowest number of those with room.
     *
     * @param number its number
     * @param full those with lower numbers, which have as many requests as they may have or were to be avoided
     */
    record FirstWithRoom(int number, List<ServerId> full) implements HaproxyReason {}

    /**
     * Of the two nodes on either side of the hash, the nearer; the walk began there.
     *
     * @param text what was hashed
     * @param hash where it lies
     * @param before the node before it
     * @param after the node at it or after it
     * @param to the node that decided: the nearer, or where the walk from there ended
     * @param passed servers whose nodes were passed, each once
     */
    record Nearer(String text, Position hash, Node before, Node after, Node to, List<Passed> passed)
            implements HaproxyReason {}

    /**
     * A node of the ring.
     *
     * @param server whose
     * @param position where it lies
     * @param distance from the hash, the short way: 0 to 2^32 - 1
     */
    record Node(ServerId server, Position position, long distance) {}

    /** A server whose nodes were passed, and why. */
    sealed interface Passed {
        /** Who was passed. */
        ServerId server();

        /** It had just failed for this request, or may not be asked. */
        record Avoided(ServerId server) implements Passed {}

        /**
         * It had its share of the load.
         *
         * @param inFlight its requests in flight
         * @param cap how many it may have while the others have so few
         */
        record Loaded(ServerId server, int inFlight, int cap) implements Passed {}
    }

    /**
     * There was nothing to hash; it was this node's turn.
     *
     * @param node the node
     * @param skipped servers of nodes before it that could not take the request, each once
     */
    record NextNode(Node node, List<ServerId> skipped) implements HaproxyReason {}

    /**
     * Places on the ring were drawn; of their servers the one with the fewest requests in flight for its weight won, the
     * last of such.
     *
     * @param draws each draw; the servers of some may be the same
     */
    record Draws(List<Draw> draws) implements HaproxyReason {}

    /**
     * One draw.
     *
     * @param place where it fell on the ring
     * @param server whose node was nearest
     * @param inFlight the server's requests in flight
     * @param weight its effective weight: 16 for each unit of weight
     */
    record Draw(Position place, ServerId server, int inFlight, int weight) {}
}
