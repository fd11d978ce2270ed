package ringside.config.haproxy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Pattern;

/** Times as HAProxy writes them: a whole number and us, ms, s, m, h or d; milliseconds when none is named. */
final class Times {
    /** The longest time that HAProxy can count. */
    static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private static final Pattern TIME = Pattern.compile("([0-9]+)(us|ms|s|m|h|d)?");
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private Times() {}

    /** The time that a word says; part of a millisecond counts as a whole one. */
    static Duration of(Word word) {
        var matcher = TIME.matcher(word.text());
        if (!matcher.matches()) {
            throw word.wrong("is no time; write a whole number with us, ms, s, m, h or d, such as 500ms");
        }
        var unit = matcher.group(2) == null ? "ms" : matcher.group(2);
        var micros = digits(matcher.group(1)).multiply(BigInteger.valueOf(microsIn(unit)));
        var millis = micros.add(BigInteger.valueOf(999)).divide(THOUSAND);
        if (millis.bitLength() > 31) {
            throw word.wrong("is too long; HAProxy counts up to " + LONGEST.toMillis() + "ms, which is 24 days");
        }
        return Duration.ofMillis(millis.longValueExact());
    }

    /** A number so long that it is too long anyway is cut, or it would take its time. */
    private static BigInteger digits(String text) {
        return new BigInteger(text.length() > 100 ? "9".repeat(100) : text);
    }

    private static long microsIn(String unit) {
        return switch (unit) {
            case "us" -> 1;
            case "ms" -> 1_000;
            case "s" -> 1_000_000;
            case "m" -> 60_000_000;
            case "h" -> 3_600_000_000L;
            default -> 86_400_000_000L;
        };
    }

    /** The time in HAProxy's words; part of a millisecond counts as a whole one, and the longest time as the end. */
    static String of(Duration time) {
        long millis = time.compareTo(LONGEST) >= 0
                ? LONGEST.toMillis()
                : time.plusNanos(999_999).toMillis();
        return millis > 0 && millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
