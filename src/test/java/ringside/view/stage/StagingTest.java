package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;
import ringside.view.Identities;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.HandlingCommand;

final class StagingTest {
    private static final Staging.Motion REDUCED = new Staging.Motion(true, 1, true);

    private static Command[] changesOfLegs() {
        return new Command[] {
            new HandlingCommand.SetLayer(Handling.Layer.TCP), new HandlingCommand.SetTls(Handling.Tls.AT_BALANCER)
        };
    }

    @ParameterizedTest
    @MethodSource("changesOfLegs")
    void theGroundIsDrawnAgainWhenLegsLookDifferent(Command change) {
        try (var world = Worlds.simulated(Worlds.scenario("textbook/round-robin", 2, 10))) {
            var staging = atRest(world);
            world.apply(change);
            staging.show(world.timeline().at(0), Selection.NOTHING, REDUCED);
            assertThat(staging.pass(16)).contains(Layer.GROUND);
        }
    }

    @Test
    void theGroundStaysWhenRequestsAreSent() {
        try (var world = Worlds.simulated(Worlds.scenario("textbook/round-robin", 2, 10))) {
            var staging = atRest(world);
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            staging.show(world.timeline().at(0), Selection.NOTHING, REDUCED);
            assertThat(staging.pass(16)).contains(Layer.TRAFFIC).doesNotContain(Layer.GROUND);
        }
    }

    @Test
    void aMorphGoesOnWhenTheSameRoomIsGivenAgain() {
        try (var world = Worlds.simulated(Worlds.scenario("textbook/md5-ring", 2, 10))) {
            var staging = atRest(world);
            var before = staging.stage().tile(new ServerId("A")).x();
            staging.layout(Layout.RING, false);
            staging.resize(new Box(0, 0, 700, 480));
            staging.pass(100);
            var there = staging.target().tile(new ServerId("A")).x();
            assertThat(staging.stage().tile(new ServerId("A")).x())
                    .isStrictlyBetween(Math.min(before, there), Math.max(before, there));
            staging.pass(300);
            assertThat(staging.stage().tile(new ServerId("A")).x()).isEqualTo(there);
        }
    }

    private static Staging atRest(SimulatedWorld world) {
        var staging = new Staging(new Identities(), world.timeline().at(0), Layout.FLOW, false);
        staging.resize(new Box(0, 0, 700, 480));
        staging.pass(16);
        assertThat(staging.pass(16)).isEmpty();
        return staging;
    }
}
