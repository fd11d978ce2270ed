package ringside.lesson.expression;

import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. */
public enum Sign {
    SAME("=="),
    OTHER("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private static final double SLACK = 1e-9;

    private final String written;

    Sign(String written) {
        this.written = written;
    }

    static Optional<Sign> written(String text) {
        return Arrays.stream(values()).filter(s -> s.written.equals(text)).findFirst();
    }

    /** Whether it can only compare numbers. */
    boolean orders() {
        return this != SAME && this != OTHER;
    }

    /** Whether it holds between two values of one kind; numbers are the same when they differ by less than 1e-9. */
    boolean holds(Value left, Value right) {
        if (!orders()) {
            return same(left, right) == (this == SAME);
        }
        double difference = left.number() - right.number();
        return switch (this) {
            case LESS -> difference < -SLACK;
            case AT_MOST -> difference <= SLACK;
            case MORE -> difference > SLACK;
            default -> difference >= -SLACK;
        };
    }

    private static boolean same(Value left, Value right) {
        if (left instanceof Value.Amount(var a) && right instanceof Value.Amount(var b)) {
            return Math.abs(a - b) <= SLACK;
        }
        return left.equals(right);
    }
}
