package ringside.engine.guard;

import java.util.BitSet;

/** How the last calls ended. */
final class LastCalls {
    private final BitSet failed = new BitSet();
    private final int window;
    private int next;
    private int calls;
    private int failures;
    private int row;

    LastCalls(int window) {
        this.window = window;
    }

    void add(boolean failure) {
        failures += (failure ? 1 : 0) - (failed.get(next) ? 1 : 0);
        failed.set(next, failure);
        next = next + 1 == window ? 0 : next + 1;
        calls = Math.min(calls + 1, window);
        row = failure ? row + 1 : 0;
    }

    void clear() {
        failed.clear();
        next = 0;
        calls = 0;
        failures = 0;
        row = 0;
    }

    int calls() {
        return calls;
    }

    int failures() {
        return failures;
    }

    /** How many of the very last failed, in a row and without end. */
    int row() {
        return row;
    }
}
