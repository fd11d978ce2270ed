package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ringside.world.Happening;
import ringside.world.ServerState;

/** A few uploads among pages, the same under each rule: what piles up, and how long the slowest hundredth takes. */
final class LeastConnectionsRowTest {
    private static final double MILLI = 1e6;

    private static Minute under(String policy) {
        return Minute.of("least-connections").with("policy " + policy, "traffic poisson 80/s");
    }

    /** The most by which one server had more in hand than another, looked at ten times a second. */
    private static int unevenness(String policy) {
        try (var world = under(policy).world()) {
            int most = 0;
            for (int tenth = 1; tenth <= 600; tenth++) {
                world.advanceTo(Duration.ofMillis(100L * tenth).toNanos());
                var hands = world.timeline().at(world.now()).servers().stream()
                        .mapToInt(ServerState::inFlight)
                        .summaryStatistics();
                most = Math.max(most, hands.getMax() - hands.getMin());
            }
            return most;
        }
    }

    @Test
    void keepsHandsEvenAndTheSlowestHundredthShortOnTheSameRequests() {
        var turns = under("textbook/round-robin").figures();
        var hands = under("textbook/least-connections").figures();
        assertThat(turns.totals().arrived()).isEqualTo(hands.totals().arrived());
        assertThat(turns.all().p99Nanos() / MILLI).isGreaterThan(2000);
        assertThat(hands.all().p99Nanos() / MILLI).isLessThan(110);
        assertThat(turns.all().p50Nanos() / MILLI).isLessThan(55);
        assertThat(unevenness("textbook/round-robin")).isGreaterThan(30);
        assertThat(unevenness("textbook/least-connections")).isLessThanOrEqualTo(6);
    }

    @Test
    void bothSeeTheSameArrivals() {
        try (var turns = under("textbook/round-robin").world();
                var hands = under("textbook/least-connections").world()) {
            turns.advanceTo(Duration.ofSeconds(20).toNanos());
            hands.advanceTo(Duration.ofSeconds(20).toNanos());
            assertThat(Minute.told(turns, Happening.Arrived.class))
                    .isEqualTo(Minute.told(hands, Happening.Arrived.class));
        }
    }
}
