package ringside.view.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

final class MovesTest {
    private static final Scenario RING = Scenario.of(
                    ServerSpec.named("A"), ServerSpec.named("B"), ServerSpec.named("C"), ServerSpec.named("D"))
            .with(PolicyChoice.of("textbook/ring"));

    @Test
    void comparesTheLastChangeWithHashModNOnTheSameKeys() {
        try (var world = new SimulatedWorld(RING)) {
            world.apply(new Command.RemoveServer(new ServerId("D"), Command.Leaving.KILL));
            var moves = Moves.last(world.timeline(), world.timeline().at(world.now()))
                    .orElseThrow();
            assertThat(moves.before()).isEqualTo(4);
            assertThat(moves.after()).isEqualTo(3);
            assertThat(moves.own().entries()).hasSize(1000);
            assertThat(moves.own().fraction()).isCloseTo(0.25, within(0.1));
            assertThat(moves.own().law()).isEqualTo(0.25, within(1e-9));
            assertThat(moves.modN().fraction()).isCloseTo(0.75, within(0.05));
            assertThat(moves.modN().law()).isEqualTo(0.75, within(1e-9));
        }
    }

    @Test
    void stillTellsWhatMovedWhenADrainedServerHasLeft() {
        try (var world = new SimulatedWorld(RING)) {
            world.apply(new Command.Send("10.0.0.1", "/", 200));
            world.apply(new Command.RemoveServer(new ServerId("D"), Command.Leaving.DRAIN));
            world.advanceTo(60_000_000_000L);
            var now = world.timeline().at(world.now());
            assertThat(now.server(new ServerId("D"))).isEmpty();
            assertThat(Moves.last(world.timeline(), now).orElseThrow().own().fraction())
                    .isCloseTo(0.25, within(0.1));
        }
    }

    @Test
    void isNothingBeforeAnythingChanged() {
        try (var world = new SimulatedWorld(RING)) {
            assertThat(Moves.last(world.timeline(), world.timeline().at(0))).isEmpty();
        }
    }

    @Test
    void isNothingWhenMoreThanTheKeyDecides() {
        try (var world = new SimulatedWorld(RING)) {
            world.apply(new Command.RemoveServer(new ServerId("D"), Command.Leaving.KILL));
            world.apply(new Command.SetPolicy(PolicyChoice.of("textbook/round-robin")));
            assertThat(Moves.last(world.timeline(), world.timeline().at(world.now())))
                    .isEmpty();
        }
    }
}
