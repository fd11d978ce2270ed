package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.steady;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Happening.Recollection;
import ringside.world.Scenario;
import ringside.world.Sessions;

/** What servers know of their clients, and what of it is lost. */
class SessionsTest {
    private static final Handling STICKY = Handling.USUAL.with(new Stickiness.Cookie("AT", Stick.WhileDraining.STAY));
    private static final ServerId A = new ServerId("A");

    private static SimulatedWorld two(Sessions where, Handling handling) {
        return new SimulatedWorld(
                Scenario.of(steady("A", 10), steady("B", 10)).with(handling).with(where));
    }

    private static void ask(SimulatedWorld world, int times) {
        for (int i = 0; i < times; i++) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(world.now() + 20_000_000);
        }
    }

    private static List<Recollection> told(SimulatedWorld world) {
        return all(world).stream()
                .map(e -> e.what())
                .filter(Happening.Recalled.class::isInstance)
                .map(what -> ((Happening.Recalled) what).session())
                .toList();
    }

    @Test
    void aServerThatKeepsThemForItselfDoesNotKnowTheClientOfAnother() {
        try (var world = two(Sessions.LOCAL, Handling.USUAL)) {
            ask(world, 4);
            assertThat(told(world))
                    .containsExactly(Recollection.BEGUN, Recollection.LOST, Recollection.LOST, Recollection.LOST);
        }
    }

    @Test
    void aCookieBringsTheClientBackToTheServerThatKnowsItUntilThatCrashes() {
        try (var world = two(Sessions.LOCAL, STICKY)) {
            ask(world, 3);
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            ask(world, 2);
            assertThat(told(world))
                    .containsExactly(
                            Recollection.BEGUN,
                            Recollection.KNOWN,
                            Recollection.KNOWN,
                            Recollection.LOST,
                            Recollection.KNOWN);
        }
    }

    @Test
    void aSharedStoreTakesInWhatAServerKnewAndOutlivesIt() {
        try (var world = two(Sessions.LOCAL, STICKY)) {
            ask(world, 1);
            world.apply(new Command.SetSessions(Sessions.SHARED));
            ask(world, 1);
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            ask(world, 2);
            assertThat(told(world))
                    .containsExactly(Recollection.BEGUN, Recollection.KNOWN, Recollection.KNOWN, Recollection.KNOWN);
        }
    }

    @Test
    void whoKeepsNothingSaysNothing() {
        try (var world = two(Sessions.NONE, STICKY)) {
            ask(world, 3);
            assertThat(told(world)).isEmpty();
        }
    }
}
