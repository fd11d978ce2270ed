package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Dice;
import ringside.engine.Trials;
import ringside.engine.envoy.ActiveHealthCheck.Result;
import ringside.engine.envoy.CircuitBreakers.Resource;
import ringside.engine.envoy.CircuitBreakers.Verdict;
import ringside.engine.envoy.PriorityLoad.Choice;
import ringside.engine.envoy.PriorityLoad.Level;
import ringside.engine.guard.RetryShare;
import ringside.engine.limit.Verdict.Limited;

/** Priorities, checks, circuit breakers, zones and rate limits. */
class EnvoyMachinesTest {
    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
    }

    /* The tables of Envoy's documentation, for priorities of 100 hosts each. */
    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "10, 100",
        "100 100, 100 0",
        "72 72, 100 0",
        "71 71, 99 1",
        "50 50, 70 30",
        "25 100, 35 65",
        "25 25, 50 50",
        "100 100 100, 100 0 0",
        "72 72 100, 100 0 0",
        "71 71 100, 99 1 0",
        "50 50 100, 70 30 0",
        "25 100 100, 35 65 0",
        "25 25 100, 35 35 30",
        "0 0 100, 0 0 100",
        "0 10 0, 34 33 33",
        "0 0, 50 50"
    })
    void loadSpillsToTheNextPriorityAsTheFirstFails(String healthy, String load) {
        var levels =
                numbers(healthy).stream().map(count -> new Level(100, count)).toList();
        assertThat(PriorityLoad.of(levels).healthy()).isEqualTo(numbers(load));
    }

    @Test
    void degradedHostsGetWhatHealthyOnesCanNotTake() {
        var load = PriorityLoad.of(List.of(new Level(100, 25, 75), new Level(100, 0, 0)));
        assertThat(load.healthy()).containsExactly(35, 0);
        assertThat(load.degraded()).containsExactly(65, 0);
        assertThat(load.choose(34)).isEqualTo(new Choice(0, false));
        assertThat(load.choose(35)).isEqualTo(new Choice(0, true));
        assertThat(load.choose(199)).isEqualTo(new Choice(0, true));
        assertThat(load.choose(200)).isEqualTo(new Choice(0, false));
        assertThat(load.choose(-1)).isEqualTo(new Choice(0, false));
        assertThat(PriorityLoad.of(List.of(new Level(3, 0, 2))).degraded()).containsExactly(100);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50 50, false false",
        "50, 49 100, false false",
        "50, 49 20, true true",
        "50, 50 10, false true",
        "50, 10 55, true false",
        "0, 1 1, false false",
        "0, 0 0, false false",
        "51, 50 10, true true"
    })
    void aPriorityPanicsWhenTooFewOfItsHostsAreWellAndTheOthersCanNotHelp(
            int threshold, String healthy, String panics) {
        var levels =
                numbers(healthy).stream().map(count -> new Level(100, count)).toList();
        assertThat(PriorityLoad.of(levels, threshold).panics())
                .isEqualTo(
                        Stream.of(panics.split(" ", -1)).map(Boolean::valueOf).toList());
    }

    @Test
    void whenAllPrioritiesPanicTheLoadGoesByTheNumberOfHosts() {
        assertThat(PriorityLoad.of(List.of(new Level(10, 1), new Level(20, 2), new Level(0, 0)))
                        .healthy())
                .containsExactly(34, 66, 0);
        assertThat(PriorityLoad.of(List.of(new Level(0, 0), new Level(0, 0))).healthy())
                .containsExactly(100, 0);
        assertThat(PriorityLoad.of(List.of(new Level(10, 0), new Level(10, 0)), 0)
                        .healthy())
                .containsExactly(100, 0);
    }

    @Test
    void whatRoundingLeavesGoesToTheFirstThatCanTakeIt() {
        assertThat(PriorityLoad.of(List.of(new Level(100, 21), new Level(100, 29)), 20)
                        .healthy())
                .containsExactly(43, 57);
        assertThat(PriorityLoad.of(List.of(new Level(9, 0), new Level(100, 0, 21), new Level(100, 0, 29)), 20)
                        .degraded())
                .containsExactly(0, 43, 57);
    }

    @Test
    void loadsAlwaysAddUpToAHundredAndFollowTheirShares() {
        Trials.of(500, random -> {
            var levels = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(_ -> {
                        int hosts = random.nextInt(20);
                        int healthy = random.nextInt(hosts + 1);
                        return new Level(hosts, healthy, random.nextInt(hosts - healthy + 1));
                    })
                    .toList();
            var load = PriorityLoad.of(levels, random.nextInt(101));
            assertThat(Stream.concat(load.healthy().stream(), load.degraded().stream())
                            .mapToInt(each -> each)
                            .sum())
                    .isEqualTo(100);
            int[] chosen = new int[levels.size()];
            for (int hash = 0; hash < 100; hash++) {
                var choice = load.choose(hash);
                chosen[choice.priority()] += choice.degraded() ? 0 : 1;
            }
            assertThat(IntStream.of(chosen).boxed().toList()).isEqualTo(load.healthy());
        });
    }

    /* + a pass, - a failure, ! an unexpected answer. Thresholds: 2 passes, 3 failures. */
    @ParameterizedTest
    @CsvSource({
        "'', false, 0",
        "+, true, 1",
        "-, false, 2",
        "-+, false, 3",
        "-+-+, false, 3",
        "-++, true, 1",
        "+--, true, 4",
        "+---, false, 2",
        "+--+--, true, 4",
        "+!, false, 2",
        "+!+, false, 3",
        "+!++, true, 1"
    })
    void aHostIsCheckedAsTheSourceSays(String checks, boolean healthy, int seconds) {
        var settings = new ActiveHealthCheck.Settings(
                2,
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(60));
        var check = ActiveHealthCheck.fresh(settings);
        for (int i = 0; i < checks.length(); i++) {
            check = check.after(
                    switch (checks.charAt(i)) {
                        case '+' -> Result.PASSED;
                        case '-' -> Result.FAILED;
                        default -> Result.UNEXPECTED;
                    });
        }
        assertThat(check.healthy()).isEqualTo(healthy);
        assertThat(check.next(true)).hasSeconds(seconds);
        assertThat(check.next(false)).hasSeconds(checks.isEmpty() ? 0 : 60);
    }

    @Test
    void circuitBreakersAdmitUpToTheirLimits() {
        var breakers = new CircuitBreakers(CircuitBreakers.Limits.STANDARD);
        for (var resource : Resource.values()) {
            int most = resource == Resource.RETRIES ? 3 : 1024;
            for (int i = 0; i < most; i++) {
                assertThat(breakers.take(resource)).isEqualTo(new Verdict.Admitted());
            }
            assertThat(breakers.take(resource)).isEqualTo(new Verdict.Overflow(resource, most));
            breakers.giveBack(resource);
            assertThat(breakers.take(resource)).isEqualTo(new Verdict.Admitted());
        }
        assertThatThrownBy(() -> new CircuitBreakers(CircuitBreakers.Limits.STANDARD).giveBack(Resource.PENDING))
                .hasMessage("nothing is taken of PENDING");
    }

    @Test
    void aRetryBudgetTakesThePlaceOfTheNumberOfRetries() {
        var breakers = new CircuitBreakers(CircuitBreakers.Limits.STANDARD.budgeting(RetryShare.Limit.ENVOY));
        for (int i = 0; i < 25; i++) {
            breakers.take(i % 5 == 0 ? Resource.PENDING : Resource.REQUESTS);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(breakers.take(Resource.RETRIES)).isEqualTo(new Verdict.Admitted());
        }
        assertThat(breakers.take(Resource.RETRIES)).isEqualTo(new Verdict.Overflow(Resource.RETRIES, 5));
    }

    @Test
    void trafficStaysInItsZoneWhenThatHasItsShare() {
        assertThat(zones("1 1 1", "2 2 2")).isEqualTo(new ZoneAware.AllLocal());
        assertThat(zones("1 1 1", "4 1 1")).isEqualTo(new ZoneAware.AllLocal());
        assertThat(zones("2 1 1", "2 2 4")).isEqualTo(new ZoneAware.Spilling(5_000, List.of(0, 0, 2_500)));
        assertThat(zones("2 2", "0 8")).isEqualTo(new ZoneAware.Off(ZoneAware.Because.ONE_ZONE));
        assertThat(zones("2 1 1", "0 4 4")).isEqualTo(new ZoneAware.Spilling(0, List.of(0, 2_500, 2_500)));
    }

    @Test
    void zonesAreNotAlwaysToldApart() {
        assertThat(zones("1 1", "3 2")).isEqualTo(new ZoneAware.Off(ZoneAware.Because.FEW_HOSTS));
        assertThat(zones("0 1", "3 3")).isEqualTo(new ZoneAware.Off(ZoneAware.Because.NOBODY_HERE));
        assertThat(ZoneAware.of(new ZoneAware.Zones(List.of(1, 1), List.of(3, 3)), 6, true))
                .isEqualTo(new ZoneAware.Off(ZoneAware.Because.PANIC));
        assertThat(zones("0 1", "3 3").choose(Dice.seeded(1))).isEmpty();
        assertThat(zones("1 1", "3 3").choose(Dice.seeded(1))).hasValue(0);
    }

    @Test
    void everyZoneGetsItsFairShareOfWhatSpills() {
        var here = zones("2 1 1", "2 2 4");
        var dice = Dice.seeded(3);
        int[] chosen = new int[3];
        for (int i = 0; i < 10_000; i++) {
            chosen[here.choose(dice).orElseThrow()]++;
        }
        assertThat(chosen[0]).isBetween(4_800, 5_200);
        assertThat(chosen[1]).isZero();
        assertThat(new ZoneAware.Spilling(0, List.of(0, 0, 0)).choose(sides -> sides - 1))
                .isEqualTo(OptionalInt.of(2));
        assertThat(new ZoneAware.Spilling(0, List.of(0, 3, 4)).choose(sides -> sides == 7 ? 2 : 0))
                .isEqualTo(OptionalInt.of(1));
        assertThat(new ZoneAware.Spilling(0, List.of(0, 3, 4)).choose(sides -> sides == 7 ? 3 : 0))
                .isEqualTo(OptionalInt.of(2));
    }

    private static ZoneAware zones(String instances, String hosts) {
        return ZoneAware.of(new ZoneAware.Zones(numbers(instances), numbers(hosts)), ZoneAware.MIN_CLUSTER_SIZE, false);
    }

    @Test
    void theStrictestDescriptorThatMatchesDecides() {
        var second = Duration.ofSeconds(1);
        var limit = new LocalRateLimit(
                new LocalRateLimit.Bucket(3, 3, second),
                List.of(
                        new LocalRateLimit.Descriptor(Map.of("plan", "free"), new LocalRateLimit.Bucket(2, 2, second)),
                        new LocalRateLimit.Descriptor(
                                Map.of("plan", "free"), new LocalRateLimit.Bucket(1, 1, second))));
        assertThat(passed(limit, Map.of("plan", "free"), 0)).isEqualTo(1);
        assertThat(passed(limit, Map.of("plan", "paid"), 0)).isEqualTo(3);
        assertThat(limit.admit(Map.of(), 400_000_000)).isEqualTo(new Limited(Duration.ofMillis(600)));
        assertThat(passed(limit, Map.of("plan", "free"), 1_000_000_000)).isEqualTo(1);
        assertThatThrownBy(() -> new LocalRateLimit.Bucket(1, 1, Duration.ofMillis(49)))
                .hasMessage("a fill interval is 50 ms or more, not 49 ms");
    }

    private static long passed(LocalRateLimit limit, Map<String, String> entries, long now) {
        return IntStream.range(0, 9)
                .filter(_ -> !(limit.admit(entries, now) instanceof Limited))
                .count();
    }
}
