package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ringside.engine.cache.CacheRules;
import ringside.world.Arrivals;
import ringside.world.Caching;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.Traffic;

/** What caches do, beside what theory says of them. Each seed's answer is always the same; intervals are of 99 %. */
class CacheLawsTest {
    private static final long SECOND = 1_000_000_000;
    private static final double PER_SECOND = 1000;
    private static final double FETCH = 0.1;

    /** What a run came to: how many fetches each stampede had, without the last, and how the looks ended. */
    private static final class Watch implements Story {
        private final long from;
        private final List<Integer> stampedes = new ArrayList<>();
        private long looks;
        private long hits;
        private long waited;

        /** Counts looks from an instant on. */
        private Watch(long from) {
            this.from = from;
        }

        @Override
        public void tell(long nanos, Happening what) {
            if (what instanceof Happening.OriginAsked ask) {
                if (ask.underWay() == 0) {
                    stampedes.add(0);
                }
                stampedes.set(stampedes.size() - 1, stampedes.getLast() + 1);
            } else if (what instanceof Happening.LookedUp(long _, var _, var found) && nanos >= from) {
                looks++;
                hits += found == Happening.Found.HIT ? 1 : 0;
                waited += found == Happening.Found.MISS || found == Happening.Found.JOINED ? 1 : 0;
            }
        }

        private double[] whole() {
            return stampedes.stream()
                    .limit(stampedes.size() - 1)
                    .mapToDouble(n -> n)
                    .toArray();
        }
    }

    /** So many requests a second for one key, which the origin takes 100 ms to fetch; nobody waits for a worker. */
    private static Watch hotKey(CacheRules rules, double perSecond, int seconds) {
        var caching = new Caching(
                rules, Duration.ZERO, new Caching.Origin(10_000, 0, new Latency.Constant(Duration.ofMillis(100))));
        var scenario = Scenario.of(ServerSpec.named("A").sized(10_000, 0))
                .with(Traffic.none().arriving(new Arrivals.Poisson(perSecond)).asking(new Keys.Uniform(1)))
                .caching(Optional.of(caching));
        var watch = new Watch(SECOND);
        new Simulation(Tape.of(scenario.seeded(3)), watch).advanceTo(seconds * SECOND);
        return watch;
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    /** Half the width of the interval in which a mean lies in 99 of a hundred cases. */
    private static double margin(double[] values) {
        double mean = mean(values);
        double variance =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        return 2.576 * Math.sqrt(variance / values.length);
    }

    private static void meanIs(double law, double[] values) {
        assertThat(law).isBetween(mean(values) - margin(values), mean(values) + margin(values));
    }

    @Test
    void aStampedeHasAFetchForEachWhoComesWhileTheFirstIsUnderWay() {
        // 1 and as many as arrive within 100 ms: 1 + 1000/s * 0.1 s, Poisson
        var stampedes = hotKey(CacheRules.plain(10, Duration.ofSeconds(1)), PER_SECOND, 250)
                .whole();
        assertThat(stampedes).hasSizeGreaterThan(150);
        assertThat(margin(stampedes)).isLessThan(3);
        meanIs(1 + PER_SECOND * FETCH, stampedes);
    }

    @Test
    void singleFlightHasOneFetchAndAllOthersWaitForIt() {
        var watch = hotKey(CacheRules.plain(10, Duration.ofSeconds(1)).inSingleFlight(true), PER_SECOND, 250);
        assertThat(watch.whole()).hasSizeGreaterThan(200).containsOnly(1);
        assertThat(watch.waited).isGreaterThan(200 * 90);
    }

    @Test
    void anEarlyRefreshIsMostlyAloneAndNobodyWaits() {
        // The chance of a refresh grows by e each (beta * fetch) of time. If Exp(1) is what it has summed up to when
        // the first
        // sets out, e^(1/beta) times that is there when it is back: 1 / (1 + e^(1/beta) - 1) of them are alone, and on
        // average there are e^(1/beta)
        for (double beta : new double[] {1, 2}) {
            var watch = hotKey(CacheRules.plain(10, Duration.ofSeconds(2)).refreshedEarly(beta), 300, 800);
            var refreshes = DoubleStream.of(watch.whole()).skip(1).toArray();
            assertThat(margin(refreshes)).isLessThan(0.13 * Math.exp(1 / beta));
            meanIs(Math.exp(1 / beta), refreshes);
            meanIs(
                    Math.exp(-1 / beta),
                    DoubleStream.of(refreshes).map(n -> n == 1 ? 1 : 0).toArray());
            assertThat(watch.waited).isZero();
        }
        var alone = hotKey(
                CacheRules.plain(10, Duration.ofSeconds(2)).refreshedEarly(1).inSingleFlight(true), 300, 300);
        assertThat(DoubleStream.of(alone.whole()).skip(1)).containsOnly(1.0);
        assertThat(alone.waited).isZero();
    }

    @Test
    void whatIsStaleIsRefreshedByOneAndNobodyWaits() {
        var rules = CacheRules.plain(10, Duration.ofSeconds(1)).servedStale(Duration.ofSeconds(1));
        var watch = hotKey(rules, PER_SECOND, 250);
        assertThat(DoubleStream.of(watch.whole()).skip(1))
                .hasSizeGreaterThan(200)
                .containsOnly(1.0);
        assertThat(watch.waited).isZero();
    }

    @Test
    void aKeyHitsAsOftenAsItsRateAndItsTimeToLiveSay() {
        // a key asked for L times a second, fresh for T, has L*T hits for each miss; 1000 keys by Zipf's law of
        // exponent 1
        double perSecond = 200;
        double ttl = 10;
        var shares =
                IntStream.rangeClosed(1, 1000).mapToDouble(rank -> 1.0 / rank).toArray();
        double sum = DoubleStream.of(shares).sum();
        double law = DoubleStream.of(shares)
                .map(share -> share / sum)
                .map(share -> share * share * perSecond * ttl / (1 + share * perSecond * ttl))
                .sum();
        var ratios = LongStream.rangeClosed(1, 12)
                .mapToDouble(seed -> zipf(perSecond, Duration.ofSeconds(10), seed))
                .toArray();
        assertThat(margin(ratios)).isLessThan(0.005);
        meanIs(law, ratios);
    }

    private static double zipf(double perSecond, Duration ttl, long seed) {
        var caching = new Caching(
                CacheRules.plain(1000, ttl),
                Duration.ZERO,
                new Caching.Origin(10_000, 0, new Latency.Constant(Duration.ZERO)));
        var scenario = Scenario.of(ServerSpec.named("A"))
                .with(Traffic.none().arriving(new Arrivals.Poisson(perSecond)).asking(new Keys.Zipf(1000, 1)))
                .caching(Optional.of(caching));
        var watch = new Watch(50 * SECOND);
        new Simulation(Tape.of(scenario.seeded(seed)), watch).advanceTo(200 * SECOND);
        return (double) watch.hits / watch.looks;
    }
}
