package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Health;
import ringside.engine.Outcome;

/** Checks, observed traffic, agents and slow starts, on what was recorded of them. */
class MachinesTest {
    private static Checking checking(int rise, int fall) {
        return new Checking(rise, fall, Duration.ofMillis(2000), Optional.of(Duration.ofMillis(500)), Optional.empty());
    }

    @Test
    void checksCountAsRecorded() {
        int steps = 0;
        for (var part : Backend.json("health_checks.json").getAsJsonArray()) {
            var recorded = part.getAsJsonObject();
            var health = checking(
                            recorded.get("rise").getAsInt(),
                            recorded.get("fall").getAsInt())
                    .atFirst();
            assertThat(health.level())
                    .isEqualTo(recorded.get("initial_health_counter").getAsInt());
            assertThat(health.up()).isTrue();
            for (var each : recorded.get("steps").getAsJsonArray()) {
                var step = each.getAsJsonObject();
                health = health.after(step.get("check").getAsString().equals("pass"));
                assertThat(health.level()).isEqualTo(step.get("health_counter").getAsInt());
                assertThat(health.up()).isEqualTo(step.get("up").getAsBoolean());
                steps++;
            }
        }
        assertThat(steps).isEqualTo(42);
    }

    @Test
    void checksComeFasterWhileSomethingIsAboutToChange() {
        var checking = checking(2, 3);
        assertThat(checking.next(new Health(2, 3, 4, true))).hasMillis(2000);
        assertThat(checking.next(new Health(2, 3, 3, true))).hasMillis(500);
        assertThat(checking.next(new Health(2, 3, 1, true))).hasMillis(500);
        assertThat(checking.next(new Health(2, 3, 0, true))).hasMillis(2000);
        var slower = new Checking(2, 3, Duration.ofSeconds(2), Optional.empty(), Optional.of(Duration.ofSeconds(9)));
        assertThat(slower.next(new Health(2, 3, 0, true))).hasSeconds(9);
        assertThat(Checking.first(Duration.ofSeconds(2), 3, 4)).hasMillis(1500);
    }

    @Test
    void observedErrorsTakeAServerDownAsRecorded() {
        int steps = 0;
        for (var part : Backend.json("observe_on_error.json").getAsJsonArray()) {
            var recorded = part.getAsJsonObject();
            var onError = Observing.OnError.valueOf(recorded.get("on_error")
                    .getAsString()
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_'));
            var observing = Observing.fresh(
                    Observing.Layer.LAYER7, recorded.get("error_limit").getAsInt(), onError);
            var health = checking(
                            recorded.get("rise").getAsInt(),
                            recorded.get("fall").getAsInt())
                    .atFirst()
                    .after(true);
            for (var each : recorded.get("steps").getAsJsonArray()) {
                var step = each.getAsJsonObject();
                var verdict = observing.after(
                        new Outcome.Answered(step.get("client_status").getAsInt()), health);
                observing = verdict.observing();
                health = verdict.health();
                assertThat(health.level()).isEqualTo(step.get("health_counter").getAsInt());
                assertThat(health.up()).isEqualTo(step.get("up").getAsBoolean());
                steps++;
            }
        }
        assertThat(steps).isEqualTo(62);
    }

    @Test
    void aGoodAnswerEndsARunOfErrors() {
        var health = checking(2, 3).atFirst().after(true);
        var observing = Observing.fresh(Observing.Layer.LAYER7, 2, Observing.OnError.MARK_DOWN);
        var bad = new Outcome.Answered(502);
        var one = observing.after(bad, health).observing();
        assertThat(one.errors()).isEqualTo(1);
        assertThat(one.after(new Outcome.Answered(501), health).observing().errors())
                .isZero();
        assertThat(one.after(new Outcome.Abandoned(), health).observing()).isEqualTo(one);
        var two = one.after(new Outcome.Broken(Outcome.How.TIMEOUT), health);
        assertThat(two.hurried()).isTrue();
        assertThat(two.health().up()).isFalse();
        assertThat(two.observing().errors()).isZero();
    }

    @Test
    void layerFourSeesConnectionsOnly() {
        var health = checking(2, 3).atFirst().after(true);
        var observing = Observing.fresh(Observing.Layer.LAYER4, 9, Observing.OnError.FAIL_CHECK);
        var refused =
                observing.after(new Outcome.Broken(Outcome.How.REFUSED), health).observing();
        assertThat(refused.errors()).isEqualTo(1);
        assertThat(refused.after(new Outcome.Answered(500), health).observing().errors())
                .isZero();
        assertThat(refused.after(new Outcome.Broken(Outcome.How.CLOSED), health)
                        .observing()
                        .errors())
                .isZero();
    }

    @Test
    void agentsAreUnderstoodAsRecorded() {
        var recorded = Backend.json("agent_check.json").getAsJsonObject();
        var agent = Agent.silent(recorded.get("configured_weight").getAsInt());
        var steps = recorded.get("steps").getAsJsonArray();
        assertThat(steps).hasSize(16);
        for (var each : steps) {
            var step = each.getAsJsonObject();
            var line = step.get("agent_says").getAsString();
            agent = agent.says(line);
            assertThat(agent.weight()).as(line).isEqualTo(step.get("weight").getAsInt());
            assertThat(status(agent)).as(line).isEqualTo(step.get("status").getAsString());
        }
    }

    private static String status(Agent agent) {
        return switch (agent.duty()) {
            case MAINT -> "MAINT";
            case READY -> agent.up() ? "UP" : "DOWN (agent)";
            case DRAIN -> "DRAIN (agent)";
        };
    }

    @Test
    void agentsMaySayMoreThanOneThing() {
        var agent = Agent.silent(200).says("maxconn:30, up\t150% drain down up ready #down 1%");
        assertThat(agent.limit()).hasValue(30);
        assertThat(agent.weight()).isEqualTo(256);
        assertThat(agent.open()).isTrue();
        assertThat(agent.says("")).isEqualTo(agent);
        assertThat(agent.says("hello -5% % maxconn:x")).isEqualTo(agent);
    }

    @Test
    void slowStartsShowTheRecordedWeights() {
        var recorded = Backend.json("slowstart.json").getAsJsonObject();
        var slow = new SlowStart(
                recorded.get("weight").getAsInt(),
                Duration.ofSeconds(recorded.get("slowstart_s").getAsInt()));
        var samples = recorded.get("samples").getAsJsonArray();
        assertThat(samples).hasSize(21);
        for (var each : samples) {
            var sample = each.getAsJsonObject();
            long seconds = (long) sample.get("t").getAsDouble();
            assertThat(slow.shown(seconds)).isEqualTo(sample.get("weight").getAsInt());
            assertThat(slow.throttle(seconds).stream()
                            .mapToObj(Integer::toString)
                            .findFirst()
                            .orElse(""))
                    .isEqualTo(sample.get("throttle").getAsString());
        }
    }

    @Test
    void slowStartsLimitRequestsToo() {
        var slow = new SlowStart(10, Duration.ofMillis(7500));
        assertThat(slow.room(100, 0)).isEqualTo(1);
        assertThat(slow.room(100, 4)).isEqualTo(50);
        assertThat(slow.room(100, 8)).isEqualTo(100);
    }
}
