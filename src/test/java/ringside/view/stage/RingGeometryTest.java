package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;

final class RingGeometryTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");

    private final RingGeometry ring = new RingGeometry(new Place(100, 100), 80, 10);

    @Test
    void turnsGoClockwiseFromTwelveOClock() {
        assertThat(ring.at(0, 80)).isEqualTo(new Place(100, 20));
        assertThat(ring.at(0.25, 80).x()).isCloseTo(180, within(1e-9));
        assertThat(ring.at(0.5, 80).y()).isCloseTo(180, within(1e-9));
        assertThat(ring.turnOf(new Place(20, 100))).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void anArcEndsAtItsOwnersPointAndPassesTwelveOClock() {
        assertThat(Arc.of(List.of(at(0.25, A), at(0.5, B)), _ -> true))
                .containsExactly(new Arc(new Span(0.5, 0.75), A), new Arc(new Span(0.25, 0.25), B));
    }

    @Test
    void neighbouringPointsOfOneServerMakeOneArc() {
        var arcs = Arc.of(List.of(at(0.25, A), at(0.375, A), at(0.5, B)), _ -> true);
        assertThat(arcs).containsExactly(new Arc(new Span(0.5, 0.875), A), new Arc(new Span(0.375, 0.125), B));
    }

    @Test
    void theOnlyServerOwnsTheWholeRing() {
        assertThat(Arc.of(List.of(at(0.25, A), at(0.5, A)), _ -> true)).containsExactly(new Arc(Span.WHOLE, A));
        assertThat(Arc.of(List.of(at(0.25, A)), _ -> false)).isEmpty();
    }

    @Test
    void aServerThatIsNotOpenIsPassedOver() {
        var arcs = Arc.of(List.of(at(0.25, A), at(0.5, B), at(0.75, C)), id -> !id.equals(B));
        assertThat(Arc.ownerAt(arcs, 0.3)).isEqualTo(C);
        assertThat(Arc.ownerAt(arcs, 0.5)).isEqualTo(C);
        assertThat(Arc.ownerAt(arcs, 0.9)).isEqualTo(A);
        assertThat(Arc.ownerAt(arcs, 0.25)).isEqualTo(A);
    }

    @Test
    void whenAServerLeavesOnlyItsArcChangesHandsToTheNextClockwise() {
        var before = Arc.of(List.of(at(0.25, A), at(0.5, B), at(0.75, C)), _ -> true);
        var after = Arc.of(List.of(at(0.25, A), at(0.75, C)), _ -> true);
        assertThat(Arc.changes(before, after)).containsExactly(new Arc.Change(new Span(0.25, 0.25), B, C));
        assertThat(Arc.changes(after, before)).containsExactly(new Arc.Change(new Span(0.25, 0.25), C, B));
        assertThat(Arc.changes(before, before)).isEmpty();
    }

    @Test
    void keysOfOnePlaceStackInward() {
        var dots = KeyDots.in(ring, Turns.of(0.5, 0.5, 0.5, 0.1));
        assertThat(dots.lanes()).containsExactly(0, 1, 2, 0);
        assertThat(dots.place(ring, 1).y()).isLessThan(dots.place(ring, 0).y());
    }

    @Test
    void tenThousandKeysStayWithinTheRingAndLeaveItsMiddleFree() {
        var large = new RingGeometry(new Place(400, 400), 250, 14);
        var turns = IntStream.range(0, 10_000)
                .mapToDouble(i -> i * 0.6180339887 % 1)
                .toArray();
        var dots = KeyDots.in(large, Turns.of(turns));
        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(i -> dots.place(large, i).distance(large.centre())))
                .allSatisfy(distance -> assertThat(distance).isBetween(100.0, 243.0));
    }

    @Test
    void theNextPointGoesRound() {
        var points = Turns.of(0.2, 0.6);
        assertThat(points.next(0.3)).isEqualTo(0.6);
        assertThat(points.next(0.6)).isEqualTo(0.6);
        assertThat(points.next(0.7)).isEqualTo(0.2);
        assertThat(Turns.of().next(0.7)).isEqualTo(0.7);
    }

    private static RingPolicy.Point at(double turn, ServerId server) {
        return new RingPolicy.Point(new Position((long) (turn * 0x1p63) << 1, 0), server);
    }
}
