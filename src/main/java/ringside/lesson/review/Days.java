package ringside.lesson.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days of a learner: each begins at four in the morning, so that whoever studies past midnight stays in one day.
 *
 * @param zone where the learner is
 */
public record Days(ZoneId zone) {
    private static final Duration BEGIN = Duration.ofHours(4);

    /** The day that an instant belongs to. */
    public LocalDate of(Instant instant) {
        return instant.atZone(zone).minus(BEGIN).toLocalDate();
    }

    /** When a day begins. */
    public Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).plus(BEGIN).toInstant();
    }

    /** How many days lie between two instants; 0 on the same day, and never less. */
    public long between(Instant earlier, Instant later) {
        return Math.max(0, ChronoUnit.DAYS.between(of(earlier), of(later)));
    }
}
