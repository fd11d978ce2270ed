package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.PolicyChoice;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Vectors;
import ringside.engine.textbook.Md5Ring;
import ringside.lesson.Lessons;
import ringside.world.Scenario;

/** The course's ring: only Server-B's keys move, exactly as recorded; the shares are 26.6 %, 30.0 % and 43.4 %. */
final class TheRingRowTest {
    private static final ServerId B = new ServerId("Server-B");
    private static final List<List<String>> RECORDED = Vectors.rows("textbook/md5_ring.csv");

    private final Scenario scenario =
            Lessons.builtIn().find("the-ring").orElseThrow().scenario();

    @Test
    void asksForTheKeysThatWereRecorded() {
        assertThat(scenario.traffic().keys().all())
                .hasSize(1000)
                .containsExactlyInAnyOrderElementsOf(
                        RECORDED.stream().map(List::getFirst).toList());
    }

    @Test
    void movesTheKeysOfServerBAndNoOthersJustAsRecorded() {
        var pool = scenario.pool(_ -> true);
        var keys = RECORDED.stream().map(List::getFirst).toList();
        var ledger = Ledger.of(PolicyChoice.of("textbook/md5-ring"), pool, pool.minus(B), keys);
        assertThat(ledger.entries())
                .extracting(e -> List.of(e.key(), name(e.before()), name(e.after())))
                .isEqualTo(RECORDED.stream()
                        .map(row -> List.of(row.get(0), row.get(2), row.get(3)))
                        .toList());
        assertThat(ledger.moved()).isEqualTo(313);
        assertThat(ledger.entries().stream().filter(Ledger.Entry::moved))
                .extracting(e -> name(e.before()))
                .containsOnly("Server-B");
    }

    private static String name(Ledger.Owner owner) {
        return owner instanceof Ledger.Owner.Of(var server) ? server.name() : "nobody";
    }

    @Test
    void dividesTheCircleUnequally() {
        var ring = new Md5Ring();
        ring.use(scenario.pool(_ -> true));
        var shares = RingPolicy.shares(ring.points());
        assertThat(shares.get(new ServerId("Server-A"))).isCloseTo(0.266, within(0.0005));
        assertThat(shares.get(B)).isCloseTo(0.300, within(0.0005));
        assertThat(shares.get(new ServerId("Server-C"))).isCloseTo(0.434, within(0.0005));
    }

    @Test
    void letsUsersWalkClockwiseAndOverTheTop() {
        var pool = scenario.pool(_ -> true);
        var ledger = Ledger.of(
                PolicyChoice.of("textbook/md5-ring"), pool, pool.minus(B), List.of("User1", "User2", "User3"));
        assertThat(ledger.entries())
                .extracting(e -> List.of(name(e.before()), name(e.after())))
                .containsExactly(
                        List.of("Server-A", "Server-A"),
                        List.of("Server-B", "Server-C"),
                        List.of("Server-C", "Server-C"));
    }
}
