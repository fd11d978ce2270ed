package ringside.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with and without units, as people write them. */
public final class Units {
    private static final String AMOUNT = "([0-9]{1,18}(?:\\.[0-9]{1,20})?)";
    private static final Pattern DURATION = Pattern.compile(AMOUNT + "(ns|us|ms|s|m|h)");
    private static final Pattern RATE = Pattern.compile(AMOUNT + "/(s|min|m|h)");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}%");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern BARE = Pattern.compile("[-+]?[0-9.]+");

    private static final double LEAST_PLAIN = 1e-3;

    private Units() {}

    /**
     * A duration such as {@code 10ms}; the units are ns, us, ms, s, m and h.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static Duration duration(String text) {
        var matcher = matched(DURATION, text, "a duration such as 10ms, 1s or 2m");
        var nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosIn(matcher.group(2))));
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(text + " is too long; a duration is at most 2000000h");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    /**
     * A rate such as {@code 80/s} or {@code 600/min}, as how many a second.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static double rate(String text) {
        var matcher = matched(RATE, text, "a rate such as 80/s or 600/min");
        double amount = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "min", "m" -> amount / 60;
            case "h" -> amount / 3600;
            default -> amount;
        };
    }

    /**
     * A factor such as {@code x3}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static double times(String text) {
        if (!text.startsWith("x") || !isNumber(text.substring(1))) {
            throw new IllegalArgumentException(Printable.brief(text) + " is no factor");
        }
        return Double.parseDouble(text.substring(1));
    }

    /**
     * A whole percentage such as {@code 20%}, 0 to 999.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static int percent(String text) {
        if (!isPercent(text)) {
            throw new IllegalArgumentException(Printable.brief(text) + " is no whole percentage");
        }
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }

    static boolean isPercent(String text) {
        return PERCENT.matcher(text).matches();
    }

    /** The duration in the largest unit that needs no fraction. */
    public static String of(Duration duration) {
        long nanos = duration.toNanos();
        for (String unit : new String[] {"h", "m", "s", "ms", "us"}) {
            if (nanos != 0 && nanos % nanosIn(unit) == 0) {
                return nanos / nanosIn(unit) + unit;
            }
        }
        return nanos == 0 ? "0ms" : nanos + "ns";
    }

    /** The rate as {@code 80/s}. */
    public static String ofRate(double perSecond) {
        return of(perSecond) + "/s";
    }

    /** The number in plain decimals without idle zeros, unless those would be too many to be read again. */
    public static String of(double number) {
        if (number != 0 && Math.abs(number) < LEAST_PLAIN) {
            return Double.toString(number);
        }
        var plain = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        return plain.equals("0.0") ? "0" : plain;
    }

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Matcher matched(Pattern pattern, String text, String wanted) {
        var matcher = pattern.matcher(text);
        if (matcher.matches()) {
            return matcher;
        }
        var problem = BARE.matcher(text).matches() ? " has no unit" : " is not understood";
        throw new IllegalArgumentException(Printable.brief(text) + problem + "; write " + wanted);
    }

    private static long nanosIn(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }
}
