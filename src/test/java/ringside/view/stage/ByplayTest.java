package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.engine.Health;
import ringside.engine.ServerId;
import ringside.view.Layout;
import ringside.world.Caching;
import ringside.world.Checks;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Snapshot;
import ringside.world.Timeline;

final class ByplayTest {
    private static final ServerId A = new ServerId("A");
    private static final Box ROOM = new Box(0, 0, 700, 480);

    private final Timeline timeline = new Timeline(Scenario.of(ServerSpec.named("A"))
            .caching(Optional.of(Caching.USUAL))
            .with(Checks.usual()));
    private final Byplay byplay = new Byplay();
    private long nanos;

    @BeforeEach
    void join() {
        byplay.settle(tell(new Happening.Joined(A, "simulated")));
    }

    private Snapshot tell(Happening... what) {
        for (var each : what) {
            timeline.append(++nanos, each);
        }
        return timeline.at(nanos);
    }

    @Test
    void eachCallToTheOriginGoesThereAndComesBackWhenItIsAnswered() {
        byplay.follow(tell(asked(1), asked(2)));
        assertThat(byplay.fetches().calls()).extracting(Fetches.Call::share).containsExactly(0.0, 0.0);
        assertThat(byplay.pass(5_000)).isTrue();
        assertThat(byplay.fetches().calls()).as("counted at the origin").isEmpty();
        assertThat(byplay.pass(16)).as("nothing moves while it works").isFalse();
        byplay.follow(tell(new Happening.OriginRefused(1, A, "k")));
        byplay.pass(170);
        assertThat(byplay.fetches().calls()).containsExactly(new Fetches.Call(A, 0.5, true));
        byplay.pass(200);
        byplay.follow(tell(new Happening.OriginAnswered(2, A, "k", 1)));
        byplay.pass(5_000);
        assertThat(byplay.fetches().calls()).isEmpty();
        assertThat(byplay.pass(16)).isFalse();
    }

    private static Happening asked(long fetch) {
        return new Happening.OriginAsked(fetch, A, "k", Happening.Need.MISS, 0);
    }

    @Test
    void looksAndWakesGlowAndThenRest() {
        byplay.follow(tell(
                new Happening.LookedUp(1, A, Happening.Found.HIT),
                new Happening.Accepted(1, A, 12),
                new Happening.Accepted(2, A, 10)));
        assertThat(byplay.glows().of(A)).isEqualTo(new Glows.Glow(1, 0, 1, 11));
        byplay.pass(210);
        assertThat(byplay.glows().of(A)).isEqualTo(new Glows.Glow(0.5, 0, 0.5, 11));
        byplay.pass(210);
        assertThat(byplay.glows().of(A)).isEqualTo(Glows.Glow.NONE);
        assertThat(byplay.pass(16)).isFalse();
    }

    @Test
    void anInstantThatIsScrubbedToGlowsNowhere() {
        byplay.settle(tell(new Happening.LookedUp(1, A, Happening.Found.MISS), asked(1)));
        assertThat(byplay.glows().of(A)).isEqualTo(Glows.Glow.NONE);
        assertThat(byplay.fetches().calls()).isEmpty();
        assertThat(byplay.pass(16)).isFalse();
    }

    @Test
    void aCheckTellsWhatItIsAndItsVerdictWhereItHeardIt() {
        var stage = StageGeometry.of(Layout.FLOW, ROOM, List.of(new StageGeometry.Guest(A, 0.5, false, true)), 1);
        byplay.follow(tell(new Happening.ProbeSent(A, Checks.Kind.HTTP)));
        byplay.pass(180);
        var diamond = byplay.probes().diamonds(stage).getFirst();
        assertThat(diamond.kind()).isEqualTo(Checks.Kind.HTTP);
        assertThat(diamond.told()).isEmpty();
        assertThat(diamond.at().x() - diamond.from().x())
                .isEqualTo((stage.tile(A).x() - 10 - diamond.from().x()) / 2);
        byplay.pass(180);
        byplay.follow(tell(new Happening.ProbeFailed(
                A, Checks.Kind.HTTP, "500", 1, Health.unchecked(2, 3).after(false))));
        assertThat(byplay.probes().diamonds(stage).getFirst().told()).contains(false);
        byplay.pass(5_000);
        assertThat(byplay.probes().diamonds(stage)).isEmpty();
    }
}
