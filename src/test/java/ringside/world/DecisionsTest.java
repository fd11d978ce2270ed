package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.ServerId;

class DecisionsTest {
    private static final ServerId A = new ServerId("A");
    private static final Scenario ONE = Scenario.of(ServerSpec.named("A"));

    private final Timeline timeline = new Timeline(ONE);

    @Test
    void goesFromDecisionToDecisionBothWays() {
        arrive(1);
        route(1);
        arrive(2);
        timeline.append(0, new Happening.Started(1, A));
        timeline.append(0, new Happening.Refused(2, Pick.Cause.NO_SERVERS));
        timeline.append(0, new Happening.Completed(1, A, 200));
        assertThat(timeline.decisionAfter(-5)).hasValue(2);
        assertThat(timeline.decisionAfter(1)).hasValue(2);
        assertThat(timeline.decisionAfter(2)).hasValue(5);
        assertThat(timeline.decisionAfter(5)).isEmpty();
        assertThat(timeline.decisionAfter(99)).isEmpty();
        assertThat(timeline.decisionBefore(99)).hasValue(5);
        assertThat(timeline.decisionBefore(5)).hasValue(2);
        assertThat(timeline.decisionBefore(2)).isEmpty();
        assertThat(timeline.decisionBefore(-5)).isEmpty();
    }

    @Test
    void crossesAnyNumberOfEventsThatDecideNothing() {
        route(1);
        for (int i = 0; i < 30_000; i++) {
            timeline.append(0, new Happening.InLine(1));
        }
        route(1);
        assertThat(timeline.decisionAfter(1)).hasValue(30_002);
        assertThat(timeline.decisionBefore(30_002)).hasValue(1);
    }

    @Test
    void findsOnlyWhatIsStillHeld() {
        var small = new Timeline(ONE, 64);
        var decided = new TreeSet<Long>();
        var random = new SplittableRandom(7);
        for (int i = 0; i < 1000; i++) {
            boolean decides = random.nextInt(40) == 0;
            var event = small.append(
                    i, decides ? new Happening.Routed(1, A, 1, Reason.Untold.INSTANCE) : new Happening.InLine(1));
            if (decides) {
                decided.add(event.sequence());
            }
            long first = small.events(0, Long.MAX_VALUE).getFirst().sequence();
            for (long at = first - 2; at <= event.sequence() + 2; at += 1 + random.nextInt(9)) {
                assertThat(small.decisionAfter(at))
                        .isEqualTo(of(decided.tailSet(first, true).higher(at)));
                assertThat(small.decisionBefore(at))
                        .isEqualTo(of(decided.tailSet(first, true).lower(at)));
            }
        }
    }

    @Test
    void tellsOneWhoReadsWhileOthersWriteOfNothingThatCannotBeSeenYet() throws InterruptedException {
        var wrong = new ArrayList<Long>();
        var writer = Thread.ofPlatform()
                .start(() -> List.of(1, 2, 3).forEach(_ -> {
                    for (int i = 0; i < 20_000; i++) {
                        route(1);
                    }
                }));
        while (writer.isAlive()) {
            var last = timeline.decisionBefore(Long.MAX_VALUE);
            if (last.isPresent() && last.getAsLong() >= timeline.nextSequence()) {
                wrong.add(last.getAsLong());
            }
        }
        writer.join();
        assertThat(wrong).isEmpty();
        assertThat(timeline.decisionBefore(Long.MAX_VALUE)).hasValue(60_000);
    }

    private static OptionalLong of(@Nullable Long found) {
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private void arrive(long id) {
        timeline.append(0, new Happening.Arrived(id, Happening.Origin.OURS, "10.0.0.1", "GET", "/", "/"));
    }

    private void route(long id) {
        timeline.append(0, new Happening.Routed(id, A, 1, Reason.Untold.INSTANCE));
    }
}
