package ringside.sim;

import org.jspecify.annotations.Nullable;

/** What is planned to happen a certain time after it was planned, unless it is called off, as it mostly is. */
final class Deadlines {
    /*
     * Every request has a deadline and hardly any comes to it. In a heap, the dead ones of a whole timeout lie on one another:
     * at 50 000 requests a second and a timeout of 1 s, 50 000 of them, each holding on to a request that is long over. But
     * what is planned for the same time ahead comes due in the order in which it was planned: a row does, which any of them
     * leaves at once (Varghese and Lauck 1987, scheme 2, of which every interval has its own).
     */
    private final Row<Due> line = new Row<>();
    private long ahead;

    /** Those that are so many nanoseconds ahead when they are planned. */
    Deadlines(long ahead) {
        this.ahead = ahead;
    }

    /** Whether this is the place of what is planned for so many nanoseconds ahead: nobody's, when it is empty. */
    boolean takes(long nanos) {
        if (line.size() == 0) {
            ahead = nanos;
        }
        return ahead == nanos;
    }

    /** Plans one, which leaves when it is cancelled. */
    Due add(long instant, long order, Runnable action) {
        var deadline = new Due(instant, order, action) {
            @Override
            void cancel() {
                line.remove(this);
            }
        };
        line.add(deadline);
        return deadline;
    }

    /** The earliest; null when there is none. */
    @Nullable
    Due first() {
        return line.first();
    }

    void clear() {
        line.clear();
    }
}
