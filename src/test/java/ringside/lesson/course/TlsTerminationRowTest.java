package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ringside.lesson.Lessons;
import ringside.net.Eventually;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.world.Happening.Leg;
import ringside.world.Happening.Secured;
import ringside.world.World;

/** What handshakes cost, full and resumed, and who pays. */
@Timeout(180)
final class TlsTerminationRowTest {
    private final World world = new LiveWorld(
            Lessons.builtIn().find("tls-termination").orElseThrow().scenario(), LiveOptions.anywhere());

    @AfterEach
    void close() {
        world.close();
    }

    private List<Secured> handshakes(boolean resumed) {
        return world.timeline().events(0, Long.MAX_VALUE).stream()
                .filter(e -> e.what() instanceof Secured)
                .map(e -> (Secured) e.what())
                .filter(s -> s.resumed() == resumed)
                .toList();
    }

    private void come(String... commands) {
        for (var words : commands) {
            Minute.say(world, words);
        }
        Minute.say(world, "traffic constant 10/s clients 5 per-connection 1");
        Eventually.holds(
                "clients have come anew and again",
                () -> handshakes(false).size() >= 5 && handshakes(true).size() >= 10);
    }

    @Test
    void theBalancerPaysWhereTlsEndsAtIt() {
        come("tls balancer");
        for (var some : List.of(handshakes(false), handshakes(true))) {
            assertThat(some)
                    .allMatch(s -> s.leg() == Leg.CLIENT && s.workNanos() > 0 && s.tookNanos() >= s.workNanos());
        }
        var leg = world.timeline().at(world.now()).legs();
        assertThat(leg.client().meanFullNanos()).isPositive();
        assertThat(leg.client().meanResumedNanos()).isPositive();
        assertThat(leg.client().workNanos()).isPositive();
        assertThat(leg.server().workNanos()).isZero();
    }

    @Test
    void theServersPayWhereItIsPassedThrough() {
        come("layer tcp", "tls servers");
        for (var some : List.of(handshakes(false), handshakes(true))) {
            assertThat(some).allMatch(s -> s.leg() == Leg.SERVER && s.workNanos() > 0);
        }
        assertThat(handshakes(false)).extracting(Secured::peer).doesNotContain("I");
        var leg = world.timeline().at(world.now()).legs();
        assertThat(leg.client().workNanos()).isZero();
        assertThat(leg.server().workNanos()).isPositive();
    }
}
