package ringside.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.engine.Trials;

/** What each way of counting allows, and that a refused request is told the very nanosecond to come back at. */
class RateLimitersTest {
    private static final long SECOND = 1_000_000_000;

    /** Every kind of limiter. */
    enum Kind {
        TOKEN_BUCKET,
        LEAKY_BUCKET,
        LEAKY_BUCKET_OF_NONE,
        FIXED_WINDOW,
        SLIDING_LOG,
        SLIDING_WINDOW,
        SLIDING_WINDOW_OF_ONE,
        REFILLED_BUCKET;

        /** One of three requests a second or so. */
        RateLimiter fresh() {
            return switch (this) {
                case TOKEN_BUCKET -> new TokenBucket(Rate.perSecond(3), 5);
                case LEAKY_BUCKET -> new LeakyBucket(Rate.perSecond(3), 4);
                case LEAKY_BUCKET_OF_NONE -> new LeakyBucket(Rate.perSecond(3), 0);
                case FIXED_WINDOW -> new FixedWindow(Rate.perSecond(3));
                case SLIDING_LOG -> new SlidingLog(Rate.perSecond(3));
                case SLIDING_WINDOW -> new SlidingWindow(Rate.perSecond(3));
                case SLIDING_WINDOW_OF_ONE -> new SlidingWindow(Rate.perSecond(1));
                case REFILLED_BUCKET -> new RefilledBucket(5, 3, Duration.ofSeconds(1));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsARefusedRequestTheFirstNanosecondAtWhichItPasses(Kind kind) {
        int[] refused = {0};
        Trials.of(100, random -> {
            var times = new ArrayList<Long>();
            var limiter = kind.fresh();
            long now = random.nextLong(3 * SECOND) - SECOND;
            for (int i = 0; i < 40; i++) {
                now += random.nextLong(SECOND / 3);
                if (limiter.admit(now) instanceof Verdict.Limited(var retryAfter)) {
                    long then = now + retryAfter.toNanos();
                    assertThat(retryAfter).isPositive();
                    assertThat(refusedAt(kind, times, then - 1)).isTrue();
                    assertThat(refusedAt(kind, times, then)).isFalse();
                    refused[0]++;
                } else {
                    times.add(now);
                }
            }
        });
        assertThat(refused[0]).isGreaterThan(500);
    }

    private static boolean refusedAt(Kind kind, List<Long> passed, long now) {
        var limiter = kind.fresh();
        passed.forEach(limiter::admit);
        return limiter.admit(now) instanceof Verdict.Limited;
    }

    @ParameterizedTest
    @EnumSource
    void isNotChangedByARefusal(Kind kind) {
        var asked = kind.fresh();
        var stubborn = kind.fresh();
        for (long now = 0; now < 5 * SECOND; now += SECOND / 7) {
            boolean refused = asked.admit(now) instanceof Verdict.Limited;
            assertThat(stubborn.admit(now) instanceof Verdict.Limited).isEqualTo(refused);
            if (refused) {
                stubborn.admit(now);
                stubborn.admit(now);
            }
        }
    }

    @Test
    void aTokenBucketAllowsItsBurstAndThenItsRate() {
        var bucket = new TokenBucket(Rate.perSecond(10), 20);
        assertThat(passed(bucket, 0, 0, 100)).isEqualTo(20);
        assertThat(passed(bucket, 1_000_000, 1_000_000, 10_000)).isEqualTo(100);
        assertThat(passed(bucket, 100 * SECOND, 0, 100)).isEqualTo(20);
    }

    @Test
    void aTokenBucketOfThreeASecondLosesNothingToRounding() {
        var bucket = new TokenBucket(Rate.perSecond(3), 2);
        var times = new ArrayList<Long>();
        long now = 0;
        while (now <= 1000 * SECOND) {
            switch (bucket.admit(now)) {
                case Verdict.Limited(var retryAfter) -> now += retryAfter.toNanos();
                default -> times.add(now);
            }
        }
        assertThat(times)
                .hasSize(3002)
                .startsWith(0L, 0L, 333_333_334L, 666_666_667L, SECOND)
                .endsWith(1000 * SECOND);
    }

    @Test
    void noTokenBucketAllowsMoreThanItsBurstAndItsRate() {
        Trials.of(50, random -> {
            int burst = 1 + random.nextInt(9);
            var rate = new Rate(1 + random.nextInt(9), Duration.ofMillis(1 + random.nextInt(999)));
            var times = arrivals(new TokenBucket(rate, burst), random.nextLong(), 2_000);
            for (int from = 0; from < times.size(); from++) {
                for (int to = from; to < times.size(); to++) {
                    double allowed = burst
                            + (double) (times.get(to) - times.get(from))
                                    * rate.count()
                                    / rate.per().toNanos();
                    assertThat((double) (to - from + 1)).isLessThanOrEqualTo(allowed);
                }
            }
        });
    }

    @Test
    void aLeakyBucketSpacesRequestsOut() {
        var bucket = new LeakyBucket(Rate.perSecond(10), 3);
        assertThat(IntStream.range(0, 5).mapToObj(_ -> bucket.admit(0)))
                .containsExactly(
                        new Verdict.Admitted(),
                        new Verdict.Delayed(Duration.ofMillis(100)),
                        new Verdict.Delayed(Duration.ofMillis(200)),
                        new Verdict.Delayed(Duration.ofMillis(300)),
                        new Verdict.Limited(Duration.ofMillis(100)));
        assertThat(bucket.admit(SECOND / 4)).isEqualTo(new Verdict.Delayed(Duration.ofMillis(150)));
        assertThat(bucket.admit(SECOND)).isEqualTo(new Verdict.Admitted());
    }

    @Test
    void nothingLeavesALeakyBucketFasterThanItsRate() {
        Trials.of(50, random -> {
            var bucket = new LeakyBucket(Rate.perSecond(7), random.nextInt(20));
            long now = 0;
            long before = -SECOND;
            for (int i = 0; i < 500; i++) {
                now += random.nextLong(SECOND / 5);
                long leaves = now
                        + switch (bucket.admit(now)) {
                            case Verdict.Admitted() -> 0;
                            case Verdict.Delayed(var pause) -> pause.toNanos();
                            case Verdict.Limited _ -> SECOND * 1000;
                        };
                if (leaves < SECOND * 900) {
                    assertThat(leaves - before).isGreaterThanOrEqualTo(SECOND / 7);
                    before = leaves;
                }
            }
        });
    }

    @Test
    void aFixedWindowAllowsADoubleBurstAtItsEdgeAndASlidingOneDoesNot() {
        assertThat(aroundTheEdge(new FixedWindow(Rate.perSecond(10)))).containsExactly(10, 10);
        assertThat(aroundTheEdge(new SlidingLog(Rate.perSecond(10)))).containsExactly(10, 0);
        assertThat(aroundTheEdge(new SlidingWindow(Rate.perSecond(10)))).containsExactly(10, 0);
        assertThat(aroundTheEdge(new TokenBucket(Rate.perSecond(10), 10))).containsExactly(10, 0);
        assertThat(aroundTheEdge(new RefilledBucket(10, 10, Duration.ofSeconds(1))))
                .containsExactly(10, 10);
    }

    private static List<Integer> aroundTheEdge(RateLimiter limiter) {
        return List.of(passed(limiter, SECOND - 1, 0, 50), passed(limiter, SECOND, 0, 50));
    }

    @Test
    void noWindowOfALogSeesMoreThanTheLimit() {
        Trials.of(50, random -> {
            int limit = 1 + random.nextInt(12);
            var times = arrivals(new SlidingLog(Rate.perSecond(limit)), random.nextLong(), 2_000);
            for (int i = 0; i + limit < times.size(); i++) {
                assertThat(times.get(i + limit) - times.get(i)).isGreaterThanOrEqualTo(SECOND);
            }
        });
    }

    @Test
    void anEstimateMayBeWrongByAlmostTheLimitButNotByMore() {
        var worst = new SlidingWindow(Rate.perSecond(10));
        int burst = passed(worst, SECOND - 1, 0, 50);
        int afterwards = passed(worst, SECOND, 1_000_000, 999);
        assertThat(burst + afterwards).isEqualTo(19);
        Trials.of(50, random -> {
            int limit = 1 + random.nextInt(12);
            var times = arrivals(new SlidingWindow(Rate.perSecond(limit)), random.nextLong(), 2_000);
            for (int i = 0; i + 2 * limit - 1 < times.size(); i++) {
                assertThat(times.get(i + 2 * limit - 1) - times.get(i)).isGreaterThanOrEqualTo(SECOND);
            }
        });
    }

    @Test
    void aRefilledBucketGetsWholePortions() {
        var bucket = new RefilledBucket(5, 2, Duration.ofMillis(50));
        assertThat(passed(bucket, 10_000_000, 0, 9)).isEqualTo(5);
        assertThat(bucket.admit(49_999_999)).isEqualTo(new Verdict.Limited(Duration.ofNanos(1)));
        assertThat(passed(bucket, 50_000_000, 0, 9)).isEqualTo(2);
        assertThat(passed(bucket, 149_999_999, 0, 9)).isEqualTo(2);
        assertThat(passed(bucket, 40 * SECOND, 0, 9)).isEqualTo(5);
    }

    @Test
    void secondsToWaitAreRoundedUp() {
        assertThat(new Verdict.Limited(Duration.ofNanos(1)).retryAfterSeconds()).isEqualTo(1);
        assertThat(new Verdict.Limited(Duration.ofSeconds(2)).retryAfterSeconds())
                .isEqualTo(2);
        assertThat(new Verdict.Limited(Duration.ofMillis(2001)).retryAfterSeconds())
                .isEqualTo(3);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> Rate.perSecond(0)).hasMessage("a rate is 1 to 1000000 requests, not 0");
        assertThatThrownBy(() -> new Rate(1, Duration.ofDays(1)))
                .hasMessage("a rate is per 1 ms to 1 h, not per PT24H");
        assertThatThrownBy(() -> new TokenBucket(Rate.perSecond(1), 0))
                .hasMessage("a burst is 1 to 1000000 requests, not 0");
        assertThatThrownBy(() -> new LeakyBucket(Rate.perSecond(1), -1))
                .hasMessage("0 to 999999 requests may wait in a bucket, not -1");
    }

    @ParameterizedTest
    @EnumSource
    void survivesTheLargestFigures(Kind kind) {
        var limiter = largest(kind);
        for (long now = 0; now < 10_000 * SECOND; now += 999 * SECOND + 7) {
            for (int i = 0; i < 1000; i++) {
                assertThat(limiter.admit(now)).isNotInstanceOf(Verdict.Limited.class);
            }
        }
    }

    private static RateLimiter largest(Kind kind) {
        var rate = new Rate(1_000_000, Duration.ofHours(1));
        return switch (kind) {
            case TOKEN_BUCKET -> new TokenBucket(rate, 1_000_000);
            case LEAKY_BUCKET, LEAKY_BUCKET_OF_NONE -> new LeakyBucket(rate, 999_999);
            case FIXED_WINDOW -> new FixedWindow(rate);
            case SLIDING_LOG -> new SlidingLog(rate);
            case SLIDING_WINDOW, SLIDING_WINDOW_OF_ONE -> new SlidingWindow(rate);
            case REFILLED_BUCKET -> new RefilledBucket(1_000_000, rate);
        };
    }

    private static int passed(RateLimiter limiter, long from, long gap, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(i -> !(limiter.admit(from + i * gap) instanceof Verdict.Limited))
                .count();
    }

    /** When those passed that came by chance, in bursts and alone. */
    private static List<Long> arrivals(RateLimiter limiter, long seed, int count) {
        var random = new java.util.Random(seed);
        var passed = new ArrayList<Long>();
        long now = 0;
        for (int i = 0; i < count && passed.size() < 300; i++) {
            now += random.nextInt(4) == 0 ? random.nextLong(SECOND / 2) : random.nextLong(SECOND / 50);
            if (!(limiter.admit(now) instanceof Verdict.Limited)) {
                passed.add(now);
            }
        }
        return passed;
    }
}
