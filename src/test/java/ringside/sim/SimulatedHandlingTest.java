package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.state;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.three;
import static ringside.sim.Stories.totals;
import static ringside.sim.Stories.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.Tripping;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.route.Route;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.Snapshot;

/** The gate's rules in virtual time, to the millisecond. */
class SimulatedHandlingTest {
    private static final long SECOND = 1_000_000_000;
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    private static SimulatedWorld sending(Scenario scenario, int count) {
        var world = new SimulatedWorld(scenario);
        world.apply(new Command.Send("10.0.0.1", "/", count));
        return world;
    }

    @Test
    void letsOneInAfterTheOtherWhenThereIsRoomForOne() {
        var one = Handling.USUAL.holding(Optional.of(new Capacity(1, 2, Duration.ofMillis(15))));
        try (var world = sending(three().with(one), 4)) {
            world.advanceTo(SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "0 Refused[request=4, cause=LINE_FULL, status=503]",
                            "10 Completed[request=1, server=A, status=200]",
                            "15 Refused[request=3, cause=WAITED_TOO_LONG, status=503]",
                            "20 Completed[request=2, server=B, status=200]");
            assertThat(when(world, Happening.InLine.class::isInstance)).containsExactly(0L, 0L);
        }
    }

    @Test
    void holdsBackAndTurnsAwayWhatComesTooSoon() {
        var leaky = new RateLimit(RateLimit.Kind.LEAKY_BUCKET, Rate.perSecond(10), 1, RateLimit.Scope.CLIENT);
        try (var world = sending(three().with(Handling.USUAL.limited(Optional.of(leaky))), 3)) {
            world.advanceTo(SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "0 Refused[request=3, cause=RATE_LIMITED, status=429]",
                            "10 Completed[request=1, server=A, status=200]",
                            "110 Completed[request=2, server=B, status=200]");
            assertThat(world.timeline().at(world.now()).request(3).orElseThrow().end())
                    .hasValueSatisfying(end -> assertThat(end.status()).isEqualTo(429));
        }
    }

    @Test
    void triesElsewhereWhatDidNotAnswerInTime() {
        var rule = new RetryRule(0, Set.of(RetryRule.On.TIMEOUT), Set.of(), RetryRule.USUAL_BUDGET);
        var scenario = three().with(Handling.USUAL.with(rule).with(Duration.ofMillis(50)));
        try (var world = new SimulatedWorld(scenario)) {
            world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie()));
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.apply(new Command.SetBehaviour(A, new Behaviour.Slow(10)));
            world.apply(new Command.Send("10.0.0.1", "/", 3));
            world.advanceTo(SECOND);
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(4, 4, 0, 0, 0, 2, 0));
            assertThat(when(world, Happening.Retried.class::isInstance)).containsExactly(50L, 50L);
        }
    }

    @Test
    void ejectsAServerThatFailsAndLetsItBackOnTime() {
        var ejection = Optional.of(new Ejector.Rules(2, Duration.ofMillis(500), 50));
        try (var world = new SimulatedWorld(
                three().with(Handling.USUAL.ejecting(ejection)).with(constantly(30)))) {
            world.apply(new Command.SetBehaviour(B, new Behaviour.Errors(100)));
            world.advanceTo(400_000_000);
            var ejected = when(world, Happening.PassivelyEjected.class::isInstance);
            assertThat(ejected).hasSize(1);
            assertThat(state(world, B).ejected()).isTrue();
            assertThat(state(world, B).open()).isFalse();
            world.apply(new Command.SetBehaviour(B, Behaviour.HEALTHY));
            world.advanceTo(SECOND);
            assertThat(when(world, Happening.Returned.class::isInstance)).containsExactly(ejected.getFirst() + 500);
            assertThat(state(world, B).ejected()).isFalse();
        }
    }

    @Test
    void ejectsAServerThatBreaksOffWithinItsAnswers() {
        var ejection = Optional.of(new Ejector.Rules(1, Duration.ofSeconds(60), 50));
        try (var world = new SimulatedWorld(
                three().with(Handling.USUAL.ejecting(ejection)).with(constantly(30)))) {
            world.apply(new Command.SetBehaviour(B, new Behaviour.Truncating()));
            world.advanceTo(SECOND);
            assertThat(when(world, Happening.PassivelyEjected.class::isInstance))
                    .hasSize(1);
            assertThat(totals(world).failed()).isEqualTo(1);
        }
    }

    @Test
    void leavesAServerAloneWhoseBreakerIsOpen() {
        var rules = new CircuitBreaker.Rules(new Tripping.InARow(1), Duration.ofMillis(100), 1);
        try (var world = new SimulatedWorld(
                three().with(Handling.USUAL.breaking(Optional.of(rules))).with(constantly(100)))) {
            world.apply(new Command.SetBehaviour(B, new Behaviour.Refusing()));
            world.advanceTo(95_000_000);
            assertThat(state(world, B).breaker()).isEqualTo(Happening.Breaker.OPEN);
            world.apply(new Command.SetBehaviour(B, Behaviour.HEALTHY));
            world.advanceTo(SECOND);
            assertThat(all(world).stream().map(Event::what).filter(Happening.BreakerTurned.class::isInstance))
                    .containsExactly(
                            new Happening.BreakerTurned(B, Happening.Breaker.OPEN),
                            new Happening.BreakerTurned(B, Happening.Breaker.HALF_OPEN),
                            new Happening.BreakerTurned(B, Happening.Breaker.CLOSED));
        }
    }

    @Test
    void leadsRequestsToPoolsAndTellsByWhichRoute() {
        var scenario = Scenario.of(steady("A", 10), steady("B", 10).in("api"));
        try (var world = new SimulatedWorld(scenario)) {
            world.apply(new HandlingCommand.SetRoutes(List.of(Route.under("/api", "api"))));
            world.apply(new Command.Send("10.0.0.1", "/api/1", 2));
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "10 Completed[request=1, server=B, status=200]",
                            "10 Completed[request=2, server=B, status=200]",
                            "10 Completed[request=3, server=A, status=200]");
            assertThat(all(world).stream().map(Event::what).filter(Happening.Matched.class::isInstance))
                    .contains(new Happening.Matched(1, "api", "* /api/ -> api"));
        }
    }
}
