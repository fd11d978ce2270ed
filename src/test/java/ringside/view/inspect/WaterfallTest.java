package ringside.view.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Happening;
import ringside.world.RequestState;

/** Where a request's time is said to have gone. */
class WaterfallTest {
    private static final ServerId A = new ServerId("A");

    private static RequestState routed(long routed, Optional<Long> connected) {
        var attempt = new RequestState.Attempt(
                A,
                Reason.Untold.INSTANCE,
                routed,
                connected,
                Optional.empty(),
                Optional.of(400L),
                Optional.of(900L),
                Optional.empty());
        return new RequestState(
                new Happening.Arrived(1, Happening.Origin.OURS, "10.0.0.1", "GET", "/", "/"),
                100,
                List.of(attempt),
                Optional.of(new RequestState.End(1000, RequestState.Ending.ANSWERED, 200)));
    }

    private static List<String> phases(RequestState request) {
        return Waterfall.phases(request, 1000).stream()
                .map(phase -> phase.name() + " " + phase.from() + "-" + phase.to())
                .toList();
    }

    @Test
    void namesEachPhaseThatThereWas() {
        assertThat(phases(routed(150, Optional.of(250L))))
                .containsExactly(
                        "in line 0-50", "connect 50-150", "queue 150-300", "waiting 300-800", "answer 800-900");
    }

    @Test
    void leavesOutThoseThatTookNoTime() {
        assertThat(phases(routed(100, Optional.empty())))
                .containsExactly("queue 0-300", "waiting 300-800", "answer 800-900");
    }
}
