package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.world.Happening;

/** Both herds: amplification = upstream calls / requests, without remedies and with each of them. */
final class ThunderingHerdRowTest {
    private static final String PAGE = "cache 4s hit 1ms workers 4 latency constant 200ms ";

    private static Day.Plan hotPage(String remedies) {
        return Day.of("thundering-herd")
                .first("processes A off")
                .first(PAGE + remedies)
                .first("traffic constant 100/s");
    }

    /** Calls to the origin for each request, once the page is in the cache. */
    private static double amplification(Day day) {
        return (double) day.told(Happening.OriginAsked.class, 2, 44).size()
                / day.told(Happening.Arrived.class, 2, 44).size();
    }

    private static long waited(Day day) {
        return day.told(Happening.LookedUp.class, 2, 44).stream()
                .filter(l -> l.found() == Happening.Found.MISS || l.found() == Happening.Found.JOINED)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"all, 16, 52", "one, 1, 22"})
    void wakesSixteenProcessesForOneVisitorOrOne(String whom, int woken, int millis) {
        var day = Day.of("thundering-herd")
                .first("processes A 16 wake " + whom + " wake-cost 2ms")
                .at(1, "send 1")
                .until(3);
        assertThat(day.told(Happening.Accepted.class, 0, 3))
                .singleElement()
                .extracting(Happening.Accepted::woken)
                .isEqualTo(woken);
        assertThat(day.figures().all().maxNanos())
                .isBetween(TimeUnit.MILLISECONDS.toNanos(millis), TimeUnit.MILLISECONDS.toNanos(millis + 1));
    }

    @Test
    void asksTwentyTimesForAPageThatExpiredWhileAHundredAskASecondAndItTakesAFifthOfOne() {
        var day = hotPage("").until(44);
        assertThat(day.told(Happening.OriginAsked.class, 2, 44))
                .extracting(Happening.OriginAsked::underWay)
                .startsWith(IntStream.range(0, 20).boxed().toArray(Integer[]::new));
        assertThat(amplification(day)).isCloseTo(20 / 500.0, within(0.01));
        assertThat(waited(day)).isGreaterThan(150);
    }

    @Test
    void asksOnceInSingleFlightButManyWait() {
        var day = hotPage("single-flight true").until(44);
        assertThat(day.told(Happening.OriginAsked.class, 2, 44))
                .hasSize(10)
                .extracting(Happening.OriginAsked::underWay)
                .containsOnly(0);
        assertThat(amplification(day)).isCloseTo(1 / 420.0, within(0.0005));
        assertThat(waited(day)).isEqualTo(200);
    }

    @Test
    void letsNobodyWaitWhenRefreshedEarly() {
        var day = hotPage("single-flight true early 1").until(44);
        assertThat(waited(day)).isZero();
        assertThat(amplification(day)).isLessThan(0.005);
    }

    @Test
    void servesOldPagesInsteadOfWaiting() {
        var day = hotPage("single-flight true stale 2s").until(44);
        assertThat(waited(day)).isZero();
        assertThat(amplification(day)).isCloseTo(1 / 420.0, within(0.0005));
        assertThat(day.told(Happening.LookedUp.class, 2, 44))
                .filteredOn(l -> l.found() == Happening.Found.STALE)
                .hasSize(200);
    }

    @ParameterizedTest
    @CsvSource({"0%, 50, 100", "20%, 10, 25", "50%, 8, 17"})
    void keepsPagesFromExpiringTogetherByJitter(String jitter, int least, int most) {
        var day = Day.of("thundering-herd")
                .first("processes A off")
                .first("cache 10s jitter " + jitter + " hit 1ms single-flight true workers 4 latency constant 40ms")
                .first("keys uniform 100")
                .first("traffic constant 400/s")
                .until(40);
        assertThat(IntStream.range(30, 40).map(day::calls).max().orElseThrow()).isBetween(least, most);
        assertThat(day.told(Happening.OriginAsked.class, 0, 40)).hasSizeBetween(380, 450);
    }
}
