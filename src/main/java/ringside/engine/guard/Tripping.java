package ringside.engine.guard;

/** When a circuit breaker has seen enough. */
public sealed interface Tripping {
    /** How many of the last calls it looks at. */
    int window();

    /** Whether it is enough when so many of the last calls failed, the very last of them in a row of such a length. */
    boolean enough(int calls, int failures, int row);

    /**
     * After so many failures in a row.
     *
     * @param failures 1 to 1000
     */
    record InARow(int failures) implements Tripping {
        public InARow {
            if (failures < 1 || failures > MOST) {
                throw new IllegalArgumentException("a breaker trips after 1 to 1000 failures, not " + failures);
            }
        }

        @Override
        public int window() {
            return 1;
        }

        @Override
        public boolean enough(int calls, int failed, int row) {
            return row >= failures;
        }
    }

    /**
     * When so large a part of the last calls failed.
     *
     * @param percent the part, 1 to 100
     * @param atLeast how many calls there must be to speak of a part, 1 to {@code window}
     * @param window how many of the last calls count, up to 1000
     */
    record Share(int percent, int atLeast, int window) implements Tripping {
        public Share {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a breaker trips at 1 to 100 % of failures, not " + percent);
            }
            if (atLeast < 1 || atLeast > window || window > MOST) {
                throw new IllegalArgumentException("a breaker looks at 1 to 1000 calls, not at " + atLeast
                        + " at least and " + window + " at most");
            }
        }

        @Override
        public boolean enough(int calls, int failed, int row) {
            return calls >= atLeast && 100 * failed >= percent * calls;
        }
    }

    /** The most calls that anything here counts. */
    int MOST = 1000;
}
