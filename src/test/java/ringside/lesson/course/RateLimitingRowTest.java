package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Pick;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.limit.RateLimit.Kind;
import ringside.engine.limit.RateLimit.Scope;
import ringside.engine.limit.Verdict;

/** One stream at five doors: ten requests just before the edge of a window, and ten just after it. */
final class RateLimitingRowTest {
    private static final Rate TEN_IN_TWO_SECONDS = new Rate(10, Duration.ofSeconds(2));
    private static final long MILLI = 1_000_000;

    private static RateLimit limit(Kind kind, int burst) {
        return new RateLimit(kind, TEN_IN_TWO_SECONDS, burst, Scope.EVERYBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "FIXED_WINDOW, 0, 20",
        "SLIDING_LOG, 0, 10",
        "SLIDING_WINDOW, 0, 10",
        "TOKEN_BUCKET, 10, 11",
        "LEAKY_BUCKET, 9, 11",
    })
    void lets(Kind kind, int burst, int pass) {
        var door = limit(kind, burst).fresh();
        long passed = LongStream.concat(
                        LongStream.generate(() -> 1900).limit(10),
                        LongStream.generate(() -> 2100).limit(10))
                .filter(at -> !(door.admit(at * MILLI) instanceof Verdict.Limited))
                .count();
        assertThat(passed).isEqualTo(pass);
    }

    @Test
    void whoIsRefusedGets429AndIsToldWhenTheWindowIsOver() {
        var door = limit(Kind.FIXED_WINDOW, 0).fresh();
        for (int i = 0; i < 10; i++) {
            assertThat(door.admit(1900 * MILLI)).isEqualTo(Verdict.ADMITTED);
        }
        assertThat(door.admit(1900 * MILLI)).isEqualTo(new Verdict.Limited(Duration.ofMillis(100)));
        assertThat(Pick.Cause.RATE_LIMITED.status()).isEqualTo(429);
    }

    @Test
    void theLeakyBucketLetsOneOutEveryFifthOfASecond() {
        var door = limit(Kind.LEAKY_BUCKET, 5).fresh();
        assertThat(door.admit(0)).isEqualTo(Verdict.ADMITTED);
        for (int i = 1; i <= 5; i++) {
            assertThat(door.admit(0)).isEqualTo(new Verdict.Delayed(Duration.ofMillis(200L * i)));
        }
        assertThat(door.admit(0)).isInstanceOf(Verdict.Limited.class);
    }
}
