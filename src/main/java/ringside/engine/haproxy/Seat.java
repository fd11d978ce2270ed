package ringside.engine.haproxy;

import ringside.engine.ServerId;

/** One server's seat in a {@link Schedule}. */
final class Seat extends Tree.Leaf {
    final ServerId id;
    /** The tree that it hangs in; one that is never used when it is not scheduled. */
    Tree<Seat> tree;

    int place;
    int weight;
    /** The position at which it is due. */
    int due;
    /** The position at which it was due before. */
    int last;
    /** What the division of the round by its weight left over so far. */
    int rest;

    Seat(ServerId id, Tree<Seat> tree) {
        this.id = id;
        this.tree = tree;
    }
}
