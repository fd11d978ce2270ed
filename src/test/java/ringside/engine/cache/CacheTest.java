package ringside.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is in a cache, until when, and who fetches it. */
class CacheTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final CacheRules PLAIN = CacheRules.plain(2, Duration.ofSeconds(1));
    private static final double UNLUCKY = 0.999;

    private static void fill(Cache cache, String key, long now) {
        assertThat(cache.look(key, now, UNLUCKY)).isEqualTo(Look.MISS);
        cache.fetched(key, now, 0, 0.5);
    }

    @Test
    void whatWasFetchedIsThereUntilItsTimeIsOver() {
        var cache = new Cache(PLAIN);
        fill(cache, "a", 0);
        assertThat(cache.look("a", SECOND - 1, UNLUCKY)).isEqualTo(Look.HIT);
        assertThat(cache.look("a", SECOND, UNLUCKY)).isEqualTo(Look.MISS);
    }

    @Test
    void theLeastRecentlyUsedMakesRoom() {
        var cache = new Cache(PLAIN);
        fill(cache, "a", 0);
        fill(cache, "b", 0);
        cache.look("a", 1, UNLUCKY);
        fill(cache, "c", 2);
        assertThat(cache.look("a", 3, UNLUCKY)).isEqualTo(Look.HIT);
        assertThat(cache.look("b", 3, UNLUCKY)).isEqualTo(Look.MISS);

        cache.use(PLAIN.holding(1));
        assertThat(cache.size()).isOne();
        assertThat(cache.look("a", 4, UNLUCKY)).isEqualTo(Look.HIT);
    }

    @Test
    void jitterMakesTheTimeToLiveMoreOrLess() {
        var cache = new Cache(PLAIN.varying(10));
        cache.fetched("short", 0, 0, 0);
        cache.fetched("long", 0, 0, 0.75);
        assertThat(cache.look("short", 900 * MILLI - 1, UNLUCKY)).isEqualTo(Look.HIT);
        assertThat(cache.look("short", 900 * MILLI, UNLUCKY)).isEqualTo(Look.MISS);
        assertThat(cache.look("long", 1050 * MILLI - 1, UNLUCKY)).isEqualTo(Look.HIT);
        assertThat(cache.look("long", 1050 * MILLI, UNLUCKY)).isEqualTo(Look.MISS);
    }

    @Test
    void everybodyWhoMissesFetchesUnlessItIsInSingleFlight() {
        var herd = new Cache(PLAIN);
        assertThat(herd.look("a", 0, UNLUCKY)).isEqualTo(Look.MISS);
        assertThat(herd.look("a", 1, UNLUCKY)).isEqualTo(Look.MISS);
        assertThat(herd.underWay("a")).isEqualTo(2);

        var flight = new Cache(PLAIN.inSingleFlight(true));
        assertThat(flight.look("a", 0, UNLUCKY)).isEqualTo(Look.MISS);
        assertThat(flight.look("a", 1, UNLUCKY)).isEqualTo(Look.JOINED);
        assertThat(flight.look("b", 1, UNLUCKY)).isEqualTo(Look.MISS);
        flight.missed("a");
        assertThat(flight.look("a", 2, UNLUCKY)).isEqualTo(Look.MISS);
        flight.fetched("a", 3, 1, 0.5);
        assertThat(flight.look("a", 3, UNLUCKY)).isEqualTo(Look.HIT);
        assertThat(flight.underWay("a")).isZero();
    }

    @Test
    void whatIsStaleIsServedWhileOneRefreshesIt() {
        var cache = new Cache(PLAIN.servedStale(Duration.ofSeconds(5)));
        fill(cache, "a", 0);
        assertThat(cache.look("a", SECOND, UNLUCKY)).isEqualTo(Look.STALE_FIRST);
        assertThat(cache.look("a", SECOND, UNLUCKY)).isEqualTo(Look.STALE);
        cache.missed("a");
        assertThat(cache.look("a", 6 * SECOND - 1, UNLUCKY)).isEqualTo(Look.STALE_FIRST);
        assertThat(cache.look("a", 6 * SECOND, UNLUCKY)).isEqualTo(Look.MISS);
        cache.fetched("a", 6 * SECOND, 0, 0.5);
        assertThat(cache.look("a", 7 * SECOND - 1, UNLUCKY)).isEqualTo(Look.HIT);
    }

    @Test
    void anEarlyRefreshComesAsFarBeforeTheEndAsTheFetchTookTimesTheLogarithmOfTheLuck() {
        // with luck 1/e and beta 2, twice the 100 ms that the last fetch took
        double luck = 0.36787944117144233;
        var cache = new Cache(PLAIN.refreshedEarly(2));
        cache.fetched("a", 0, 100 * MILLI, 0.5);
        assertThat(cache.look("a", 799 * MILLI, luck)).isEqualTo(Look.HIT);
        assertThat(cache.look("a", 801 * MILLI, luck)).isEqualTo(Look.HIT_EARLY);
        assertThat(cache.look("a", 801 * MILLI, luck)).isEqualTo(Look.HIT_EARLY);
        assertThat(cache.look("a", 801 * MILLI, UNLUCKY)).isEqualTo(Look.HIT);

        cache.use(PLAIN.refreshedEarly(2).inSingleFlight(true));
        assertThat(cache.look("a", 801 * MILLI, luck)).isEqualTo(Look.HIT);
    }

    @Test
    void whatIsClearedIsGone() {
        var cache = new Cache(PLAIN);
        fill(cache, "a", 0);
        cache.look("b", 0, UNLUCKY);
        cache.clear();
        assertThat(cache.size()).isZero();
        assertThat(cache.underWay("b")).isZero();
        cache.missed("b");
        assertThat(cache.look("a", 1, UNLUCKY)).isEqualTo(Look.MISS);
    }

    @Test
    void theLeastRecentlyUsedHitAsOftenAsChesApproximationSays() {
        // 1000 keys by Zipf's law of exponent 0.8 and room for 100 of them (Che, Tung and Wang 2002)
        var shares = IntStream.rangeClosed(1, 1000)
                .mapToDouble(rank -> Math.pow(rank, -0.8))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        var random = new Random(7);
        var cache = new Cache(CacheRules.plain(100, Duration.ofHours(24)));
        int hits = 0;
        int looks = 0;
        for (int i = 0; i < 300_000; i++) {
            double luck = random.nextDouble() * sum;
            int key = 0;
            while (key < 999 && luck >= shares[key]) {
                luck -= shares[key++];
            }
            var name = "k" + key;
            boolean hit = cache.look(name, i, UNLUCKY) == Look.HIT;
            if (!hit) {
                cache.fetched(name, i, 0, 0.5);
            }
            looks += i >= 50_000 ? 1 : 0;
            hits += hit && i >= 50_000 ? 1 : 0;
        }
        assertThat((double) hits / looks).isCloseTo(che(shares, sum, 100), within(0.005));
    }

    private static double che(double[] shares, double sum, int room) {
        double low = 0;
        double high = 1e6;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            double held = Arrays.stream(shares)
                    .map(s -> 1 - Math.exp(-s / sum * middle))
                    .sum();
            low = held < room ? middle : low;
            high = held < room ? high : middle;
        }
        double time = low;
        return Arrays.stream(shares)
                .map(s -> s / sum * (1 - Math.exp(-s / sum * time)))
                .sum();
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.holding(0))
                .withMessage("a cache's number of entries is 1 to 1000000, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fresh(Duration.ZERO))
                .withMessage("a time to live is 1 ms to 24 h, not 0 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.varying(101))
                .withMessage("a time to live's jitter in percent is 0 to 100, not 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.refreshedEarly(Double.NaN))
                .withMessage("an early refresh is 0 to 100 times as eager, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.servedStale(Duration.ofDays(2)))
                .withMessage("an entry is served stale for 0 ms to 24 h, not 172800000 ms");
    }
}
