package ringside.config.nginx;

import java.time.Duration;
import java.util.Optional;

/** Times as nginx has them: {@code 10s}, {@code 1h30m}, and a bare number for seconds. */
final class NginxTime {
    /*
     * nginx's ngx_parse_time: units go down from the largest, each at most once, with blanks behind them if need be. Times
     * that are kept in seconds know years and months and no milliseconds; those kept in milliseconds the other way round.
     */
    private static final String SECONDS = "yMwdhms";
    private static final String MILLIS = "wdhms";
    private static final long LONGEST = 100L * 365 * 24 * 3600 * 1000;

    private NginxTime() {}

    /** A time that nginx keeps in seconds, up to 100 years. */
    static Optional<Duration> inSeconds(String text) {
        return parse(text, SECONDS, false);
    }

    /** A time that nginx keeps in milliseconds, up to 100 years. */
    static Optional<Duration> inMillis(String text) {
        return parse(text, MILLIS, true);
    }

    /** The same as a text: in whole seconds, or else in milliseconds, rounded up. */
    static String of(Duration time) {
        long millis = time.plusNanos(999_999).toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static Optional<Duration> parse(String text, String units, boolean millis) {
        long total = 0;
        int unit = -1;
        boolean bare = false;
        for (int at = 0; at < text.length(); ) {
            int digits = digits(text, at);
            int end = at + digits;
            if (digits == 0 || digits > 12 || bare) {
                return Optional.empty();
            }
            boolean inMillis = millis && text.startsWith("ms", end);
            bare = end == text.length() || text.charAt(end) == ' ';
            int next = bare || inMillis ? units.length() : units.indexOf(text.charAt(end), unit + 1);
            if (next < 0 || next <= unit) {
                return Optional.empty();
            }
            unit = next;
            long each = inMillis ? 1 : bare ? 1000 : millisIn(text.charAt(end));
            long count = Long.parseLong(text, at, end, 10);
            if (count > (LONGEST - total) / each) {
                return Optional.empty();
            }
            total += count * each;
            at = end + (inMillis ? 2 : bare ? 0 : 1);
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return unit < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(total));
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static long millisIn(char unit) {
        return 1000L
                * switch (unit) {
                    case 'y' -> 365 * 24 * 3600;
                    case 'M' -> 30 * 24 * 3600;
                    case 'w' -> 7 * 24 * 3600;
                    case 'd' -> 24 * 3600;
                    case 'h' -> 3600;
                    case 'm' -> 60;
                    default -> 1;
                };
    }
}
