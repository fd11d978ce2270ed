package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Trials;
import ringside.engine.envoy.OutlierFinding.Detector;
import ringside.engine.envoy.OutlierFinding.Ejected;
import ringside.engine.envoy.OutlierFinding.NotEnforced;
import ringside.engine.envoy.OutlierFinding.Readmitted;
import ringside.engine.envoy.OutlierFinding.TooManyOut;
import ringside.engine.envoy.OutlierSettings.FailurePercentage;
import ringside.engine.envoy.OutlierSettings.Row;
import ringside.engine.envoy.OutlierSettings.SuccessRate;

class OutlierDetectionTest {
    private static final long SECOND = 1_000_000_000;
    private static final Outcome ERROR = new Outcome.Answered(500);
    private static final Outcome GATEWAY = new Outcome.Answered(503);
    private static final OutlierSettings FREE = OutlierSettings.STANDARD.ejectingAtMost(100);

    private long now;

    private static Pool pool(int hosts) {
        return Pool.of(
                IntStream.range(0, hosts).mapToObj(i -> Member.up("h" + i, 1)).toList());
    }

    private static ServerId host(int number) {
        return new ServerId("h" + number);
    }

    private static OutlierDetection detection(OutlierSettings settings, int hosts) {
        var detection = new OutlierDetection(settings, Dice.seeded(1));
        detection.use(pool(hosts));
        return detection;
    }

    private List<OutlierFinding> settle(OutlierDetection detection, int host, Outcome outcome, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(_ -> detection.settled(host(host), outcome, now).stream())
                .toList();
    }

    private List<OutlierFinding> ejected(OutlierDetection detection, int host) {
        return settle(detection, host, ERROR, 5);
    }

    private List<OutlierFinding> interval(OutlierDetection detection, int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(_ -> {
                    now += 10 * SECOND;
                    return detection.interval(now).stream();
                })
                .toList();
    }

    @Test
    void fiveErrorsInARowEjectForHalfAMinute() {
        var detection = detection(FREE, 3);
        assertThat(settle(detection, 1, ERROR, 4)).isEmpty();
        settle(detection, 1, new Outcome.Answered(404), 1);
        assertThat(settle(detection, 1, ERROR, 4)).isEmpty();
        assertThat(settle(detection, 1, ERROR, 1))
                .containsExactly(new Ejected(host(1), Detector.CONSECUTIVE_5XX, Duration.ofSeconds(30)));
        assertThat(detection.ejected(host(1))).isTrue();
        assertThat(interval(detection, 2)).isEmpty();
        assertThat(interval(detection, 1)).containsExactly(new Readmitted(host(1)));
        assertThat(detection.ejected(host(1))).isFalse();
    }

    @Test
    void whoIsOutComesBackOnlyOnTheTimer() {
        var detection = detection(FREE, 3);
        now = SECOND;
        ejected(detection, 0);
        now = 0;
        assertThat(interval(detection, 3)).isEmpty();
        assertThat(interval(detection, 1)).containsExactly(new Readmitted(host(0)));
    }

    @Test
    void gatewayFailuresAreCountedApartAndNotEnforcedAtFirst() {
        var settings = withRows(FREE, new Row(9, 100), new Row(3, 0));
        var detection = detection(settings, 3);
        assertThat(settle(detection, 0, GATEWAY, 2)).isEmpty();
        assertThat(settle(detection, 0, ERROR, 1)).isEmpty();
        assertThat(settle(detection, 0, GATEWAY, 2)).isEmpty();
        assertThat(settle(detection, 0, GATEWAY, 1))
                .containsExactly(new NotEnforced(host(0), Detector.CONSECUTIVE_GATEWAY_FAILURE));
        assertThat(settle(detection, 0, GATEWAY, 3))
                .containsExactly(
                        new NotEnforced(host(0), Detector.CONSECUTIVE_GATEWAY_FAILURE),
                        new Ejected(host(0), Detector.CONSECUTIVE_5XX, Duration.ofSeconds(30)));
    }

    @Test
    void brokenConnectionsAndTimeoutsCountAsGatewayFailures() {
        var detection = detection(withRows(FREE, new Row(9, 100), new Row(2, 100)), 3);
        assertThat(settle(detection, 0, new Outcome.Broken(Outcome.How.REFUSED), 1))
                .isEmpty();
        assertThat(settle(detection, 0, new Outcome.Abandoned(), 9)).isEmpty();
        assertThat(settle(detection, 0, new Outcome.Broken(Outcome.How.TIMEOUT), 1))
                .containsExactly(new Ejected(host(0), Detector.CONSECUTIVE_GATEWAY_FAILURE, Duration.ofSeconds(30)));
    }

    @Test
    void failuresOnTheWayAreToldApartWhenSplit() {
        var detection = detection(split(FREE), 3);
        var refused = new Outcome.Broken(Outcome.How.REFUSED);
        assertThat(settle(detection, 0, refused, 4)).isEmpty();
        assertThat(settle(detection, 0, ERROR, 1)).isEmpty();
        assertThat(settle(detection, 0, refused, 4)).isEmpty();
        assertThat(settle(detection, 0, refused, 1))
                .containsExactly(
                        new Ejected(host(0), Detector.CONSECUTIVE_LOCAL_ORIGIN_FAILURE, Duration.ofSeconds(30)));
        assertThat(settle(detection, 1, new Outcome.Broken(Outcome.How.TIMEOUT), 20))
                .isEmpty();
    }

    @Test
    void noneOfFewerThanTenHostsIsEverEjectedByTheStandardPercentage() {
        for (int hosts = 1; hosts < 10; hosts++) {
            assertThat(ejected(detection(OutlierSettings.STANDARD, hosts), 0))
                    .containsExactly(new TooManyOut(host(0), Detector.CONSECUTIVE_5XX));
        }
        var ten = detection(OutlierSettings.STANDARD, 10);
        assertThat(ejected(ten, 0)).first().isInstanceOf(Ejected.class);
        assertThat(ejected(ten, 1)).first().isInstanceOf(TooManyOut.class);
    }

    @Test
    void oneMayAlwaysBeEjectedIfSoConfigured() {
        var detection = detection(alwaysOne(OutlierSettings.STANDARD), 2);
        assertThat(ejected(detection, 0)).first().isInstanceOf(Ejected.class);
        assertThat(ejected(detection, 1)).first().isInstanceOf(TooManyOut.class);
    }

    @Test
    void ejectionsGrowToTheLongestAndShrinkByOneEachGoodInterval() {
        var detection = detection(FREE, 3);
        for (int seconds : new int[] {30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 300, 300}) {
            assertThat(ejected(detection, 0))
                    .containsExactly(new Ejected(host(0), Detector.CONSECUTIVE_5XX, Duration.ofSeconds(seconds)));
            assertThat(interval(detection, seconds / 10 - 1)).isEmpty();
            assertThat(interval(detection, 1)).hasSize(1);
        }
        interval(detection, 9);
        assertThat(ejected(detection, 0))
                .containsExactly(new Ejected(host(0), Detector.CONSECUTIVE_5XX, Duration.ofSeconds(90)));
        interval(detection, 9);
        interval(detection, 20);
        assertThat(ejected(detection, 0))
                .containsExactly(new Ejected(host(0), Detector.CONSECUTIVE_5XX, Duration.ofSeconds(30)));
    }

    @Test
    void theRatesOfTheDocumentedExampleHaveTheThresholdFiftyTwo() {
        var rates = new LinkedHashMap<OutlierHost, Double>();
        for (double rate : new double[] {50, 100, 100, 100, 100}) {
            rates.put(new OutlierHost(host(rates.size())), rate);
        }
        assertThat(new SuccessRates(rates).threshold(1900)).isEqualTo(52);
        assertThat(new SuccessRates(rates).threshold(0)).isEqualTo(90);
        assertThat(new SuccessRates(rates).threshold(1000)).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50 100 100 100 100, h0",
        "100, 100 99 100 100 100, h1",
        "100, 50 50 100 100 100, ''",
        "100, 90 92 94 96 98, ''",
        "100, 0 90 92 94 96 98, h0",
        "100, 50 100 100 100, ''",
        "99, 50 100 100 100 100, ''"
    })
    void whoseSuccessRateIsFarBelowTheOthersIsEjectedAtTheInterval(int requests, String rates, String ejected) {
        var each = rates.split(" ", -1);
        var detection = detection(withRows(FREE, new Row(1_000_000, 100), new Row(1_000_000, 0)), each.length);
        for (int host = 0; host < each.length; host++) {
            int good = requests * Integer.parseInt(each[host]) / 100;
            settle(detection, host, Outcome.OK, good);
            settle(detection, host, ERROR, requests - good);
        }
        assertThat(interval(detection, 1))
                .isEqualTo(Stream.of(ejected)
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Ejected(new ServerId(name), Detector.SUCCESS_RATE, Duration.ofSeconds(30)))
                        .toList());
        assertThat(interval(detection, 1)).isEmpty();
    }

    @Test
    void aBoundOnFailuresTakesEverybodyWhoIsAboveIt() {
        var settings = with(FREE, new SuccessRate(5, 100, 1900, 0), new FailurePercentage(85, 5, 50, 100));
        var detection = detection(withRows(settings, new Row(1_000_000, 100), new Row(1_000_000, 0)), 5);
        for (int host = 0; host < 5; host++) {
            settle(detection, host, ERROR, host < 2 ? 85 : 84);
            settle(detection, host, Outcome.OK, host < 2 ? 15 : 16);
        }
        assertThat(interval(detection, 1))
                .containsExactly(
                        new Ejected(host(0), Detector.FAILURE_PERCENTAGE, Duration.ofSeconds(30)),
                        new Ejected(host(1), Detector.FAILURE_PERCENTAGE, Duration.ofSeconds(30)));
    }

    @Test
    void aPassingCheckBringsAHostBackAtOnce() {
        var detection = detection(FREE, 3);
        ejected(detection, 0);
        assertThat(detection.checkPassed(host(0))).containsExactly(new Readmitted(host(0)));
        assertThat(detection.checkPassed(host(0))).isEmpty();
        assertThat(detection.ejected(host(0))).isFalse();
    }

    @Test
    void jitterPutsReturnsApart() {
        var detection =
                new OutlierDetection(jittered(FREE, Duration.ofSeconds(9)), sides -> sides == 100 ? 0 : sides - 1);
        detection.use(pool(3));
        assertThat(ejected(detection, 0))
                .containsExactly(new Ejected(host(0), Detector.CONSECUTIVE_5XX, Duration.ofSeconds(39)));
        assertThat(interval(detection, 3)).isEmpty();
        assertThat(interval(detection, 1)).containsExactly(new Readmitted(host(0)));
    }

    @Test
    void whatIsNeverEnforcedIsNotEvenOnTheLowestRollAndWhatAlwaysIsEvenOnTheHighest() {
        var never = new OutlierDetection(withRows(FREE, new Row(1, 0), new Row(9, 0)), _ -> 0);
        never.use(pool(3));
        assertThat(settle(never, 0, ERROR, 1)).containsExactly(new NotEnforced(host(0), Detector.CONSECUTIVE_5XX));
        var always = new OutlierDetection(withRows(FREE, new Row(1, 100), new Row(9, 0)), sides -> sides - 1);
        always.use(pool(3));
        assertThat(settle(always, 0, ERROR, 1)).first().isInstanceOf(Ejected.class);
    }

    @Test
    void whatIsEnforcedHalfTheTimeEjectsHalfOfThoseFoundOut() {
        var settings = withRows(FREE, new Row(1, 50), new Row(1_000, 0));
        var detection = new OutlierDetection(settings, Dice.seeded(7));
        detection.use(pool(10_000));
        int out = 0;
        for (int host = 0; host < 10_000; host += 100) {
            out += settle(detection, host, ERROR, 1).getFirst() instanceof Ejected ? 1 : 0;
        }
        assertThat(out).isBetween(35, 65);
    }

    @Test
    void neverEjectsMoreThanThePercentageWhateverHappens() {
        Trials.of(50, random -> {
            int hosts = 1 + random.nextInt(30);
            int percent = random.nextInt(101);
            var detection = detection(FREE.ejectingAtMost(percent), hosts);
            for (int i = 0; i < 2_000; i++) {
                now += SECOND / 10;
                settle(detection, random.nextInt(hosts), random.nextInt(4) == 0 ? Outcome.OK : GATEWAY, 1);
                if (i % 100 == 0) {
                    detection.interval(now);
                }
                long out = IntStream.range(0, hosts)
                        .filter(host -> detection.ejected(host(host)))
                        .count();
                assertThat(100 * out).isLessThanOrEqualTo((long) percent * hosts);
            }
        });
    }

    @Test
    void forgetsWhoHasLeft() {
        var detection = detection(FREE, 3);
        ejected(detection, 2);
        detection.use(pool(2));
        assertThat(detection.ejected(host(2))).isFalse();
        assertThat(settle(detection, 2, ERROR, 9)).isEmpty();
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> FREE.ejectingAtMost(101)).hasMessage("a percentage is 0 to 100, not 101");
        assertThatThrownBy(() -> new Row(0, 100)).hasMessage("1 failure in a row or more is too many, not 0");
    }

    private static OutlierSettings withRows(OutlierSettings s, Row row5xx, Row gateway) {
        return new OutlierSettings(
                s.interval(),
                s.baseEjection(),
                s.maxEjection(),
                s.maxJitter(),
                s.maxEjectionPercent(),
                s.alwaysEjectOne(),
                s.splitLocalOrigin(),
                row5xx,
                gateway,
                s.consecutiveLocalOrigin(),
                s.successRate(),
                s.failurePercentage());
    }

    private static OutlierSettings with(OutlierSettings s, SuccessRate success, FailurePercentage failure) {
        return new OutlierSettings(
                s.interval(),
                s.baseEjection(),
                s.maxEjection(),
                s.maxJitter(),
                s.maxEjectionPercent(),
                s.alwaysEjectOne(),
                s.splitLocalOrigin(),
                s.consecutive5xx(),
                s.consecutiveGatewayFailure(),
                s.consecutiveLocalOrigin(),
                success,
                failure);
    }

    private static OutlierSettings split(OutlierSettings s) {
        return flagged(s, s.maxJitter(), s.alwaysEjectOne(), true);
    }

    private static OutlierSettings alwaysOne(OutlierSettings s) {
        return flagged(s, s.maxJitter(), true, s.splitLocalOrigin());
    }

    private static OutlierSettings jittered(OutlierSettings s, Duration jitter) {
        return flagged(s, jitter, s.alwaysEjectOne(), s.splitLocalOrigin());
    }

    private static OutlierSettings flagged(OutlierSettings s, Duration jitter, boolean one, boolean split) {
        return new OutlierSettings(
                s.interval(),
                s.baseEjection(),
                s.maxEjection(),
                jitter,
                s.maxEjectionPercent(),
                one,
                split,
                s.consecutive5xx(),
                s.consecutiveGatewayFailure(),
                s.consecutiveLocalOrigin(),
                s.successRate(),
                s.failurePercentage());
    }
}
