package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.arrivals;
import static ringside.sim.Stories.chosen;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.three;
import static ringside.sim.Stories.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Terms;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.World;

/** What policies learn from the requests themselves, in virtual time. */
class PassiveFailuresTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final ServerId A = new ServerId("A");
    private static final PolicyChoice NGINX = PolicyChoice.of("nginx/round-robin");

    private static Scenario withA(Behaviour behaviour) {
        return Scenario.of(steady("A", 250).behaving(behaviour), steady("B", 10), steady("C", 10))
                .with(NGINX)
                .with(constantly(10));
    }

    private static List<Long> sentToA(World world) {
        return when(
                world,
                what -> what instanceof Happening.Routed routed
                        && routed.server().equals(A));
    }

    /*
     * One failure disables A until more than 10 whole seconds have passed since that second, so from 11 s on it may be
     * asked again. It begins at 0 of effective weight and at -2 of current weight, so the fourth request comes to it.
     */
    @Test
    void nginxSkipsAServerThatRefusesAndProbesItOnceAfterEachTimeout() {
        try (var world = run(withA(new Behaviour.Refusing()), 45 * SECOND)) {
            assertThat(sentToA(world)).containsExactly(100L, 11_300L, 22_300L, 33_300L, 44_300L);
            assertThat(endings(world)).allMatch(end -> end.contains("status=200"));
        }
    }

    @Test
    void nginxSendsNothingElseUntilTheProbeIsAnswered() {
        try (var world = run(withA(new Behaviour.Refusing()), 12 * SECOND)) {
            world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY));
            world.advanceTo(23_500 * MILLI);
            // the answer comes at 22 550 ms; then it is every third again
            assertThat(sentToA(world)).containsExactly(100L, 11_300L, 22_300L, 22_800L, 23_100L, 23_400L);
        }
    }

    /*
     * A keeps its turn, but each retry is a turn of B's or C's: after 1, 1 and -2 come 2 and 2 for them alone, so that A
     * is the highest again at the fifth request, and at the eighth.
     */
    @Test
    void nginxTakesAsManyFailuresAsItsTermsAllow() {
        var forgiving =
                withA(new Behaviour.Refusing()).change(A, a -> a.on(Terms.STANDARD.failing(0, Duration.ofSeconds(10))));
        var third =
                withA(new Behaviour.Refusing()).change(A, a -> a.on(Terms.STANDARD.failing(3, Duration.ofSeconds(10))));
        try (var always = run(forgiving, SECOND);
                var thrice = run(third, 10 * SECOND)) {
            assertThat(sentToA(always)).containsExactly(100L, 500L, 800L);
            assertThat(sentToA(thrice)).hasSize(3);
        }
    }

    @Test
    void nginxAsksABackupOnlyWhenNobodyElseIsLeft() {
        var scenario = withA(Behaviour.HEALTHY)
                .change(A, a -> a.on(Terms.STANDARD.asBackup()))
                .change(new ServerId("C"), c -> c.down(true));
        try (var world = run(scenario, SECOND)) {
            assertThat(sentToA(world)).isEmpty();
            assertThat(chosen(world)).containsEntry("B", 10L).containsEntry("C", 0L);
            world.apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.DRAIN));
            world.advanceTo(2 * SECOND);
            assertThat(sentToA(world)).hasSize(10);
        }
    }

    @Test
    void nginxSkipsAServerThatDoesNotAnswerInTime() {
        try (var world = run(withA(new Behaviour.Zombie()).with(Duration.ofMillis(500)), 11 * SECOND - 1)) {
            assertThat(sentToA(world)).containsExactly(100L, 400L);
        }
    }

    @Test
    void nginxDoesNotMindErrorsThatArePassedOn() {
        try (var world = run(withA(new Behaviour.Errors(100)), 3 * SECOND)) {
            assertThat(chosen(world)).isEqualTo(Map.of("A", 10L, "B", 10L, "C", 10L));
        }
    }

    @Test
    void whatAPolicyRollsChangesNothingElse() {
        var scenario = three().with(constantly(50)).seeded(7);
        try (var rolling = run(scenario.with(PolicyChoice.of("nginx/random")), 2 * SECOND);
                var again = run(scenario.with(PolicyChoice.of("nginx/random")), 2 * SECOND);
                var other = run(scenario.with(PolicyChoice.of("nginx/random")).seeded(8), 2 * SECOND);
                var inTurn = run(scenario, 2 * SECOND)) {
            assertThat(arrivals(rolling)).isEqualTo(arrivals(inTurn));
            assertThat(Stories.all(rolling)).isEqualTo(Stories.all(again));
            assertThat(sentToA(rolling)).isNotEqualTo(sentToA(other));
        }
    }

    static Stream<String> ids() {
        return Policies.all().stream().map(Policies.Entry::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void triesEachServerAtMostOnceUnderAnyPolicy(String id) {
        var refusing = new Behaviour.Refusing();
        var scenario =
                Scenario.of(steady("A", 10).behaving(refusing), steady("B", 10).behaving(refusing));
        try (var world = new SimulatedWorld(scenario.with(PolicyChoice.of(id)))) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            assertThat(endings(world)).containsExactly("0 Failed[request=1, failure=CONNECTION_REFUSED, status=503]");
            assertThat(chosen(world).values()).allMatch(times -> times <= 1);
        }
    }
}
