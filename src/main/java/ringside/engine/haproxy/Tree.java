package ringside.engine.haproxy;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Leaves in the order of their keys; equal keys keep the order in which they came, as in HAProxy's elastic trees. */
final class Tree<L extends Tree.Leaf> {
    /** What hangs in a tree. */
    static class Leaf {
        private long key;
        private long arrival;
    }

    private final TreeSet<L> leaves =
            new TreeSet<>(Comparator.<L>comparingLong(Tree::keyOf).thenComparingLong(Tree::arrivalOf));
    private long arrivals;

    private static long keyOf(Leaf leaf) {
        return leaf.key;
    }

    private static long arrivalOf(Leaf leaf) {
        return leaf.arrival;
    }

    /** Hangs a leaf behind all of its key. */
    void put(L leaf, long key) {
        Leaf newcomer = leaf;
        newcomer.key = key;
        newcomer.arrival = arrivals++;
        leaves.add(leaf);
    }

    /** Takes a leaf out, if it hangs here. */
    void remove(L leaf) {
        leaves.remove(leaf);
    }

    boolean isEmpty() {
        return leaves.isEmpty();
    }

    Optional<L> first() {
        return leaves.isEmpty() ? Optional.empty() : Optional.of(leaves.first());
    }

    /** The leaves in order. */
    Stream<L> leaves() {
        return leaves.stream();
    }
}
