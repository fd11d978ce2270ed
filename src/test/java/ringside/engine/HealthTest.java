package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    private final Health fresh = Health.unchecked(2, 3);

    @Test
    void trustsAServerNotCheckedYet() {
        assertThat(fresh.up()).isTrue();
        assertThat(fresh.phase()).isEqualTo(Health.Phase.UNCHECKED);
    }

    @Test
    void movesAsHaproxyDid() {
        var runs = JsonParser.parseString(Vectors.text("haproxy/health_checks.json"))
                .getAsJsonArray();
        assertThat(runs).hasSize(2).allSatisfy(run -> follow(run.getAsJsonObject()));
    }

    private static void follow(JsonObject run) {
        var health = new Health(
                run.get("rise").getAsInt(),
                run.get("fall").getAsInt(),
                run.get("initial_health_counter").getAsInt(),
                true);
        var steps = StreamSupport.stream(run.getAsJsonArray("steps").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertThat(steps).hasSizeGreaterThan(15);
        for (var step : steps) {
            health = health.after(step.get("check").getAsString().equals("pass"));
            assertThat(health.level()).isEqualTo(step.get("health_counter").getAsInt());
            assertThat(health.up()).isEqualTo(step.get("up").getAsBoolean());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+, UP, 0, 3",
        "-, GOING_DOWN, 1, 3",
        "--, GOING_DOWN, 2, 3",
        "---, DOWN, 0, 2",
        "----, DOWN, 0, 2",
        "--+, UP, 0, 3",
        "--+--, GOING_DOWN, 2, 3",
        "---+, COMING_UP, 1, 2",
        "---+-, DOWN, 0, 2",
        "---+-+, COMING_UP, 1, 2",
        "---++, UP, 0, 3",
        "---++-, GOING_DOWN, 1, 3"
    })
    void countsTheChecksInARowAgainstItsVerdict(String checks, Health.Phase phase, int streak, int needed) {
        var health = after(fresh, checks);
        assertThat(health.phase()).isEqualTo(phase);
        assertThat(health.streak()).isEqualTo(streak);
        assertThat(health.needed()).isEqualTo(needed);
    }

    @Test
    void changesItsMindAtOnceWithRiseAndFallOfOne() {
        var hasty = Health.unchecked(1, 1);
        assertThat(after(hasty, "-").phase()).isEqualTo(Health.Phase.DOWN);
        assertThat(after(hasty, "-+").phase()).isEqualTo(Health.Phase.UP);
    }

    @Test
    void goesDownOnlyAfterFallInARowAndComesBackOnlyAfterRise() {
        Trials.of(200, random -> {
            int rise = 1 + random.nextInt(5);
            int fall = 1 + random.nextInt(5);
            var health = Health.unchecked(rise, fall);
            boolean up = true;
            int against = 0;
            for (int check = 0; check < 100; check++) {
                boolean passed = random.nextInt(3) > 0;
                against = passed == up ? 0 : against + 1;
                if (against == (up ? fall : rise)) {
                    up = !up;
                    against = 0;
                }
                health = health.after(passed);
                assertThat(health.up()).isEqualTo(up);
                assertThat(health.streak()).isEqualTo(against);
            }
        });
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> Health.unchecked(0, 3)).hasMessage("rise and fall are 1 to 100, not 0 and 3");
        assertThatThrownBy(() -> Health.unchecked(2, 101)).hasMessage("rise and fall are 1 to 100, not 2 and 101");
        assertThatThrownBy(() -> new Health(2, 3, 5, true)).hasMessage("a level is 0 to 4, not 5");
        assertThatThrownBy(() -> new Health(2, 3, -1, true)).hasMessage("a level is 0 to 4, not -1");
    }

    private static Health after(Health start, String checks) {
        var health = start;
        for (int i = 0; i < checks.length(); i++) {
            health = health.after(checks.charAt(i) == '+');
        }
        return health;
    }
}
