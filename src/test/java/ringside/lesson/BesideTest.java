package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ringside.config.BadInput;
import ringside.engine.ServerId;
import ringside.lesson.expression.Value;
import ringside.net.Eventually;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.world.Command;
import ringside.world.World;

/** What a lesson may have shown beside its stage, and what it may ask of it. */
@Timeout(120)
final class BesideTest {
    private static Lesson lesson(String kind, String beside) {
        return Draft.whole(Draft.HEAD
                        .replace("world: simulated", "world: " + kind + beside)
                        .replace("constant: 50/s", "constant: 100/s")
                        .replace("latency: {constant: 20ms}", "latency: {constant: 1ms}")
                + "## One\nText.\n");
    }

    private static LessonRun run(Lesson lesson) {
        return LessonRun.start(lesson, (_, s) -> new LiveWorld(s, LiveOptions.anywhere()), new Replay());
    }

    private static double number(LessonRun run, String fact) {
        run.observe();
        return run.facts().of(fact, List.of()).number();
    }

    private static String text(LessonRun run, String fact) {
        run.observe();
        return ((Value.Text) run.facts().of(fact, List.of())).text();
    }

    @Test
    void nothingUnlessItIsAskedFor() {
        try (var run = run(lesson("live", ""))) {
            assertThat(run.lesson().about().beside()).isEqualTo(Lesson.Beside.NOTHING);
            assertThat(run.world().besides()).isEmpty();
            assertThat(number(run, "l4.requests")).isZero();
            Eventually.holds("requests are counted", () -> number(run, "l7.requests") >= 20);
            assertThat(number(run, "l7.work"))
                    .as("nothing is timed in a world by itself")
                    .isZero();
        }
    }

    @Test
    void anotherLayerWithFactsOfBoth() {
        try (var run = run(lesson("live", "\nbeside: layer-4"))) {
            Eventually.holds(
                    "both are counted",
                    () -> number(run, "l7.requests") >= 50
                            && number(run, "l4.requests") >= 50
                            && number(run, "l4.client_connections") >= 10
                            && number(run, "l7.work") > 0
                            && number(run, "l4.work") > 0);
            assertThat(number(run, "l4.p50")).isGreaterThanOrEqualTo(1);
            assertThat(number(run, "l4.server_connections")).isBetween(1.0, number(run, "l4.client_connections"));

            assertThat(run.history().apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.DRAIN)))
                    .isInstanceOf(World.Outcome.Done.class);
            assertThat(run.world().besides().orElseThrow().scenario().servers()).hasSize(1);
            run.history().undo();
            assertThat(run.world().besides().orElseThrow().scenario().servers()).hasSize(2);
        }
    }

    @Test
    void theBytesOfBothLegs() {
        try (var run = run(lesson("live", "\nbeside: bytes"))) {
            Eventually.holds(
                    "both can be read",
                    () -> text(run, "bytes.from_clients").equals("text")
                            && text(run, "bytes.to_servers").equals("text"));
            assertThat(text(run, "tls")).isEqualTo("off");
            assertThat(text(run, "layer")).isEqualTo("http");
            assertThat(number(run, "tls.handshakes")).isZero();
        }
    }

    @Test
    void onlyALiveWorldHasIt() {
        assertThatThrownBy(() -> lesson("simulated", "\nbeside: layer-4"))
                .isInstanceOf(BadInput.class)
                .hasMessage("draft/lesson.md:7:9: `beside` asks for layer-4, which only a live world has; write world:"
                        + " live");
        assertThatThrownBy(() -> lesson("live", "\nbeside: layer-5"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("`beside` is layer-5; it should be one of layer-4, bytes");
    }
}
