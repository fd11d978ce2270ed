package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Picking.ids;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Picking;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Vectors;

class Md5RingTest {
    private static final ServerId A = new ServerId("Server-A");
    private static final ServerId B = new ServerId("Server-B");
    private static final ServerId C = new ServerId("Server-C");
    private static final Pool COURSE = pool("Server-A", "Server-B", "Server-C");
    private static final List<List<String>> ROWS = Vectors.rows("textbook/md5_ring.csv");
    private static final List<String> KEYS = ROWS.stream().map(List::getFirst).toList();

    private final Picking picking = Picking.by("textbook/md5-ring", COURSE);
    private final Md5Ring ring = new Md5Ring();

    @Test
    void givesEveryKeyOfTheCourseItsOwner() {
        assertThat(picking.owners(KEYS))
                .hasSize(1000)
                .isEqualTo(ROWS.stream().map(row -> row.get(2)).toList());
    }

    @Test
    void givesEveryKeyItsOwnerAfterServerBLeft() {
        assertThat(picking.from(COURSE.minus(B)).owners(KEYS))
                .isEqualTo(ROWS.stream().map(row -> row.get(3)).toList());
    }

    @Test
    void givesTheSameOwnersWhenServerBIsDownAsWhenItHasLeft() {
        var down = COURSE.change(B, m -> m.with(Standing.DOWN));
        assertThat(picking.from(down).owners(KEYS))
                .isEqualTo(ROWS.stream().map(row -> row.get(3)).toList());
    }

    @Test
    void movesServerBsKeysAndNoOthers() {
        var ledger = Ledger.of(PolicyChoice.of("textbook/md5-ring"), COURSE, COURSE.minus(B), KEYS);
        assertThat(ledger.moved()).isEqualTo(313);
        assertThat(ledger.fraction()).isEqualTo(0.313);
        assertThat(ledger.law()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(ledger.entries())
                .filteredOn(Ledger.Entry::moved)
                .extracting(Ledger.Entry::before)
                .containsOnly(new Ledger.Owner.Of(B));
    }

    @Test
    void laysThePointsClockwise() {
        ring.use(COURSE);
        assertThat(ring.points())
                .containsExactly(
                        new RingPolicy.Point(new Position(0x39f786e539b5dfe0L, 0x49ba9808466ad120L), C),
                        new RingPolicy.Point(new Position(0x7e1138e1fba8c0a8L, 0xeffbfb7ac0581374L), A),
                        new RingPolicy.Point(new Position(0xcada9c4b74cc401aL, 0xc02a67533dc452c9L), B));
    }

    @Test
    void ownsTheSharesThatTheArcsAre() {
        ring.use(COURSE);
        var shares = RingPolicy.shares(ring.points());
        assertThat(shares.get(A)).isCloseTo(0.2660170785984053, within(1e-15));
        assertThat(shares.get(B)).isCloseTo(0.2999479420187878, within(1e-15));
        assertThat(shares.get(C)).isCloseTo(0.4340349793828069, within(1e-15));
    }

    @Test
    void ownsTheWholeRingAlone() {
        ring.use(pool("Server-A"));
        assertThat(RingPolicy.shares(ring.points())).containsExactly(Map.entry(A, 1.0));
        assertThat(picking.from(pool("Server-A")).owners(KEYS)).containsOnly("Server-A");
    }

    @Test
    void walksPastTwelveOClock() {
        // 192.168.1.13856417 lies at dcddf1b1…, beyond the last point
        assertThat(picking.reason("192.168.1.13856417"))
                .isEqualTo(new Reason.Walk(
                        "192.168.1.13856417",
                        new Position(0xdcddf1b1d85572dfL, 0x4f4a64e0299f3990L),
                        new Position(0x39f786e539b5dfe0L, 0x49ba9808466ad120L),
                        List.of()));
    }

    @Test
    void givesAKeyThatLiesOnAPointToThatPoint() {
        assertThat(picking.owner("Server-A")).isEqualTo("Server-A");
        assertThat(picking.owner("Server-B")).isEqualTo("Server-B");
    }

    @Test
    void tellsWhoseKeysItPassed() {
        var down = COURSE.change(A, m -> m.with(Standing.DOWN)).change(B, m -> m.with(Standing.DRAINING));
        // client-8738 lies at 55274ff4…, before A at 7e…, B at ca… and, round the circle, C at 39…
        assertThat(picking.from(down).reason("client-8738"))
                .isEqualTo(new Reason.Walk(
                        "client-8738",
                        new Position(0x55274ff472d765d3L, 0xc2de525828d902f8L),
                        new Position(0x39f786e539b5dfe0L, 0x49ba9808466ad120L),
                        ids("Server-A", "Server-B")));
    }
}
