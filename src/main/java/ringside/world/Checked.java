package ringside.world;

import java.time.Duration;

/** Bounds that records put on their numbers, with messages that carry the value and its unit. */
final class Checked {
    private static final int LONGEST_TEXT = 8000;

    private Checked() {}

    static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }

    static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }

    static void within(String what, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    what + " is " + millis(least) + " to " + millis(most) + ", not " + millis(value));
        }
    }

    static void positive(String what, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(what + " is longer than nothing, not " + millis(value));
        }
    }

    static void atMost(String what, Duration value, Duration most) {
        if (value.isNegative() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " is 0 ms to " + millis(most) + ", not " + millis(value));
        }
    }

    static void text(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST_TEXT || value.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException(what + " has 1 to " + LONGEST_TEXT + " characters and no blanks, not \""
                    + Plain.text(value) + "\"");
        }
    }

    private static String millis(Duration value) {
        return value.toMillis() + " ms";
    }
}
