package ringside.view.review;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.time.Instant;
import ringside.lesson.review.Days;

/** How long until a card is asked, in a few letters: minutes of the same day, else days, months or years. */
final class Waits {
    private static final double DAYS_A_MONTH = 30.44;
    private static final double DAYS_A_YEAR = 365.25;
    private static final long LONG_DAYS = 60;
    private static final long MINUTES_AN_HOUR = 60;

    private Waits() {}

    static String shown(Instant now, Instant due, Days days) {
        long apart = days.between(now, due);
        if (apart == 0) {
            long minutes =
                    Math.max(0, Duration.between(now, due).plusSeconds(59).toMinutes());
            return minutes < MINUTES_AN_HOUR
                    ? text("wait.minutes", minutes)
                    : text("wait.hours", Math.round(minutes / (double) MINUTES_AN_HOUR));
        }
        if (apart < LONG_DAYS) {
            return text("wait.days", apart);
        }
        return apart < 2 * DAYS_A_YEAR
                ? text("wait.months", Math.round(apart / DAYS_A_MONTH))
                : text("wait.years", Math.round(apart / DAYS_A_YEAR * 10) / 10.0);
    }
}
