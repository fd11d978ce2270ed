package ringside.view;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import ringside.engine.Position;

/** Numbers as the screen shows them: the same everywhere, whatever the locale. */
public final class Figures {
    private static final double MILLI = 1e6;
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final char THIN = '\u2009';

    private Figures() {}

    /** A count, grouped by threes: {@code 4 127}. */
    public static String count(long number) {
        var digits = Long.toString(Math.abs(number));
        var grouped = new StringBuilder(number < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(THIN);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** A share of 1 in percent with one decimal: {@code 30.0 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** A time span in the unit that suits it: {@code 0.4 ms}, {@code 12 ms}, {@code 1.25 s}. */
    public static String span(long nanos) {
        double millis = nanos / MILLI;
        if (millis < 9.95) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        return millis < 999.5
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }

    /** Bytes in the unit that suits them: {@code 512 B}, {@code 1.4 kB}, {@code 12 MB}. */
    public static String bytes(long number) {
        double shown = number;
        int unit = 0;
        while (shown >= 999.5 && unit < UNITS.size() - 1) {
            shown /= 1000;
            unit++;
        }
        boolean exact = unit == 0 || shown >= 9.95;
        return String.format(Locale.ROOT, exact ? "%.0f %s" : "%.1f %s", shown, UNITS.get(unit));
    }

    /** A duration as people write it: {@code 500 ms}, {@code 1 s}, {@code 1.5 s}. */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000.0 + " s";
    }

    /** Whole milliseconds: {@code 1 004}. */
    public static String millis(long nanos) {
        return count(Math.round(nanos / MILLI));
    }

    /** The clock: {@code 00:42.180}, or {@code 1:00:42.180} from an hour on. */
    public static String clock(long nanos) {
        long millis = nanos / 1_000_000;
        long seconds = millis / 1000;
        var minutes = String.format(Locale.ROOT, "%02d:%02d.%03d", seconds / 60 % 60, seconds % 60, millis % 1000);
        return seconds < 3600 ? minutes : seconds / 3600 + ":" + minutes;
    }

    /** The same without its milliseconds: {@code 00:42}. */
    public static String clockSeconds(long nanos) {
        var clock = clock(nanos);
        return clock.substring(0, clock.length() - 4);
    }

    /** A speed beside real time: {@code ¼×}, {@code 1×}, {@code 20×}. */
    public static String speed(double times) {
        var whole = Math.rint(times);
        if (times >= 9.5) {
            return String.format(Locale.ROOT, "%.0f×", times);
        }
        if (Math.abs(times - whole) < 0.05 && whole >= 1) {
            return String.format(Locale.ROOT, "%.0f×", whole);
        }
        return times > 1 ? String.format(Locale.ROOT, "%.1f×", times) : fraction(times);
    }

    private static String fraction(double times) {
        int parts = (int) Math.rint(1 / times);
        return switch (parts) {
            case 1 -> String.format(Locale.ROOT, "%.1f×", times);
            case 2 -> "½×";
            case 3 -> "⅓×";
            case 4 -> "¼×";
            case 5 -> "⅕×";
            case 8 -> "⅛×";
            case 10 -> "⅒×";
            default -> "1/" + parts + "×";
        };
    }

    /** A rate: {@code 0.5/s}, {@code 80/s}. */
    public static String rate(double perSecond) {
        return perSecond < 9.95 ? String.format(Locale.ROOT, "%.1f/s", perSecond) : count(Math.round(perSecond)) + "/s";
    }

    /** A place on the ring: its first digits and its angle, {@code 0xcada… 285°}. */
    public static String place(Position position) {
        return String.format(
                Locale.ROOT, "0x%04x… %.0f°", position.onScreenRing() >>> 16, Math.floor(position.turn() * 360));
    }
}
