package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ringside.engine.ServerId;
import ringside.lesson.Lessons;
import ringside.net.Eventually;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.world.Handling;
import ringside.world.World;

/** The spread per connection against per request, and what each layer costs here. */
@Timeout(120)
final class L4AndL7RowTest {
    private final World layer7 = new LiveWorld(
                    Lessons.builtIn().find("l4-and-l7").orElseThrow().scenario(), LiveOptions.anywhere())
            .beside(Handling.Layer.TCP);
    private final World layer4 = layer7.besides().orElseThrow();

    @AfterEach
    void close() {
        layer7.close();
    }

    private static long answers(World world, String server) {
        return world.load().orElseThrow().answers().getOrDefault(new ServerId(server), 0L);
    }

    private void both(String what, long requests) {
        Eventually.holds(
                what,
                () -> layer7.load().orElseThrow().made() >= requests
                        && layer4.load().orElseThrow().made() >= requests);
    }

    @Test
    void keepAlivePinsConnectionsAndSpreadsRequests() {
        Minute.say(layer7, "traffic closed 4 think 10ms");
        both("every client has its connection", 60);
        Minute.say(layer7, "add C latency 5ms");
        both("the clients have asked on", 150);
        assertThat(answers(layer4, "C")).isZero();
        assertThat(answers(layer7, "C") * 3.0 / layer7.load().orElseThrow().made())
                .isBetween(0.8, 1.2);
        var legs = layer4.timeline().at(layer4.now()).legs();
        assertThat(legs.client().opened()).isEqualTo(4);
        assertThat(legs.server().opened()).isEqualTo(4);
    }

    @Test
    void theWorkOfBothIsMeasuredHere() {
        Minute.say(layer7, "traffic closed 4 think 5ms per-connection 20");
        both("both have worked", 300);
        for (var world : new World[] {layer7, layer4}) {
            var effort = world.effort().orElseThrow();
            assertThat(effort.measured()).isGreaterThanOrEqualTo(290);
            assertThat(effort.requestNanos()).isBetween(500L, 1_000_000_000L);
            assertThat(effort.connectionNanos()).isBetween(500L, 1_000_000_000L);
            assertThat(world.load().orElseThrow().claimed().p50Nanos()).isGreaterThanOrEqualTo(5_000_000);
        }
    }
}
