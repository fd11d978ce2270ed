package ringside.lesson.expression;

import java.util.Arrays;
import java.util.Optional;

/** The functions of numbers that an expression may use. */
public enum Arithmetic {
    /** {@code about(a, b, d)}: whether a and b differ by at most d. */
    ABOUT("about", 3),
    /** {@code min(a, b)}: the smaller. */
    MIN("min", 2),
    /** {@code max(a, b)}: the larger. */
    MAX("max", 2),
    /** {@code round(a)}: the nearest whole number. */
    ROUND("round", 1);

    private final String written;
    private final int arguments;

    Arithmetic(String written, int arguments) {
        this.written = written;
        this.arguments = arguments;
    }

    static Optional<Arithmetic> written(String text) {
        return Arrays.stream(values()).filter(f -> f.written.equals(text)).findFirst();
    }

    /** How it is written. */
    public String written() {
        return written;
    }

    /** How many numbers it takes. */
    public int arguments() {
        return arguments;
    }

    Value.Kind result() {
        return this == ABOUT ? Value.Kind.TRUTH : Value.Kind.NUMBER;
    }

    Value of(double[] a) {
        return switch (this) {
            case ABOUT -> Value.of(Math.abs(a[0] - a[1]) <= a[2] + 1e-12);
            case MIN -> Value.of(Math.min(a[0], a[1]));
            case MAX -> Value.of(Math.max(a[0], a[1]));
            case ROUND -> Value.of(Math.rint(a[0]));
        };
    }
}
