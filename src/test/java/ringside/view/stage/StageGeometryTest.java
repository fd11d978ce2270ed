package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.ServerId;
import ringside.view.Layout;

final class StageGeometryTest {
    @ParameterizedTest
    @CsvSource({
        "RING, 1, 684, 440", "RING, 3, 728, 486", "RING, 12, 684, 440", "RING, 40, 728, 486", "RING, 100, 728, 486",
        "RING, 100, 1384, 786", "FLOW, 1, 684, 440", "FLOW, 3, 728, 486", "FLOW, 10, 684, 440", "FLOW, 30, 728, 486",
        "FLOW, 100, 684, 440", "FLOW, 100, 1384, 786", "BOTH, 5, 684, 440", "BOTH, 100, 1384, 786"
    })
    void noTileLiesOnAnotherOrOutsideTheStage(Layout layout, int servers, double width, double height) {
        var box = new Box(8, 40, width, height);
        var stage = StageGeometry.of(layout, box, guests(servers), 4);
        var tiles = List.copyOf(stage.tiles().values());
        assertThat(tiles).hasSize(servers);
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(box.inset(-1)
                            .contains(new Place(tiles.get(i).x(), tiles.get(i).y())))
                    .as("%s", tiles.get(i))
                    .isTrue();
            assertThat(box.inset(-1)
                            .contains(
                                    new Place(tiles.get(i).right(), tiles.get(i).bottom())))
                    .as("%s", tiles.get(i))
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(tiles.get(i).overlaps(tiles.get(j)))
                        .as("%s and %s", tiles.get(i), tiles.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 684, 440",
        "3, 728, 486",
        "3, 440, 420",
        "5, 620, 380",
        "12, 684, 440",
        "12, 440, 420",
        "40, 728, 486"
    })
    void onTheRingTheOriginStandsInACornerAndOnNoTile(int servers, double width, double height) {
        var box = new Box(8, 40, width, height);
        var stage = StageGeometry.of(Layout.RING, box, new StageGeometry.Crowd(guests(servers), 3, true));
        var origin = stage.flow().origin().orElseThrow();
        var told = new Box(origin.x() - 10, origin.y(), origin.width() + 20, origin.height() + 30);
        assertThat(box.contains(new Place(told.x(), told.y()))).isTrue();
        assertThat(box.contains(new Place(told.right(), told.bottom()))).isTrue();
        assertThat(stage.tiles().values()).hasSize(servers).noneMatch(told::overlaps);
        assertThat(stage.ring()
                        .at(stage.ring().turnOf(told.centre()), stage.ring().outer()))
                .matches(p -> !told.contains(p));
    }

    @ParameterizedTest
    @CsvSource({"421, 310", "440, 420", "728, 486"})
    void theRingIsNearlyHalfAsWideAsTheStageIsHighOrMore(double width, double height) {
        var guests = guests(3).stream()
                .map(g -> new StageGeometry.Guest(g.id(), g.turn(), true, true))
                .toList();
        var ring = StageGeometry.of(Layout.RING, new Box(8, 40, width, height), guests, 3)
                .ring();
        assertThat(2 * ring.radius()).isGreaterThan(0.45 * height);
    }

    @ParameterizedTest
    @CsvSource({"421, 310, 4", "421, 310, 3", "728, 486, 4"})
    void whatIsToldOfTheDroppedStandsBelowTheLastCaption(double width, double height, int servers) {
        var crowd = new StageGeometry.Crowd(guests(servers), 3, true);
        var stage = StageGeometry.of(Layout.FLOW, new Box(8, 40, width, height), crowd);
        var last = stage.tile(new ServerId("S" + (servers - 1)));
        assertThat(CaptionRoom.of(stage, last).side()).isEqualTo(CaptionRoom.Side.UNDER);
        assertThat(stage.graveyard().y() - 6).isGreaterThan(last.bottom() + 28);
    }

    @ParameterizedTest
    @CsvSource({"FLOW, 3, 421, 310", "FLOW, 6, 421, 310", "FLOW, 3, 728, 486", "FLOW, 10, 684, 480"})
    void aFaceHoldsItsWholeCaptionAndNoneReachesTheNext(Layout layout, int servers, double width, double height) {
        var stage = StageGeometry.of(layout, new Box(8, 40, width, height), guests(servers), 3);
        for (var tile : stage.tiles().values()) {
            var room = CaptionRoom.of(stage, tile);
            assertThat(room.side()).isEqualTo(CaptionRoom.Side.BESIDE);
            assertThat(room.lines() * CaptionRoom.ROW).isLessThan(stage.flow().pitch());
            double half = room.lines() * CaptionRoom.ROW / 2;
            var around = room.around(tile);
            assertThat(around.y()).isLessThanOrEqualTo(tile.centre().y() - half);
            assertThat(around.bottom()).isGreaterThanOrEqualTo(tile.centre().y() + half);
        }
    }

    @Test
    void thoseInTheBalancersLineStandBelowItOneBesideTheOther() {
        var balancer = new Box(100, 100, 60, 60);
        for (int place = 0; place < WaitingLine.ROOM; place++) {
            var at = WaitingLine.place(balancer, place);
            assertThat(at.y()).isGreaterThan(WaitingLine.told(balancer).y() + 6);
            for (int other = 0; other < place; other++) {
                assertThat(at.distance(WaitingLine.place(balancer, other))).isGreaterThanOrEqualTo(12);
            }
        }
        assertThat(WaitingLine.place(balancer, 200)).isEqualTo(WaitingLine.place(balancer, WaitingLine.ROOM - 1));
    }

    @Test
    void serversThatWantTheSamePlaceAreMovedApart() {
        var turns = RingSeats.of(new double[] {0.5, 0.5, 0.51}, 0.1);
        assertThat(turns[1] - turns[0]).isGreaterThan(0.0999);
        assertThat(turns[2] - turns[1]).isGreaterThan(0.0999);
    }

    @Test
    void aServerAloneSitsWhereItWants() {
        assertThat(RingSeats.of(new double[] {0.9, 0.3}, 0.1)).containsExactly(0.9, 0.3);
    }

    @Test
    void flowGoesFromLeftToRight() {
        var flow = FlowGeometry.in(new Box(8, 40, 728, 486), 4, 3);
        assertThat(flow.clients()).allMatch(c -> c.right() < flow.balancer().x());
        assertThat(flow.servers()).allMatch(s -> s.x() > flow.balancer().right());
        assertThat(flow.captions()).isTrue();
        assertThat(FlowGeometry.in(new Box(8, 40, 728, 486), 4, 100).captions()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FLOW, 360, 300", "FLOW, 420, 300", "BOTH, 544, 340", "BOTH, 620, 380", "BOTH, 728, 486"})
    void howeverNarrowAPipeLeadsFromTheBalancerToTheServersAndCaptionsFit(Layout layout, double width, double height) {
        var box = new Box(8, 40, width, height);
        var stage = StageGeometry.of(layout, box, guests(3), 4);
        for (var tile : stage.tiles().values()) {
            assertThat(tile.x() - stage.flow().balancer().right()).isGreaterThan(35);
            var side = CaptionRoom.of(stage, tile).side();
            assertThat(side).isIn(CaptionRoom.Side.BESIDE, CaptionRoom.Side.UNDER);
            double room = box.right() + 8 - tile.right();
            assertThat(room).as("beside or below").isGreaterThanOrEqualTo(side == CaptionRoom.Side.UNDER ? 20 : 95);
        }
    }

    @Test
    void halfwayFromRingToFlowEverythingIsHalfway() {
        var box = new Box(0, 0, 700, 500);
        var ring = StageGeometry.of(Layout.RING, box, guests(2), 3);
        var flow = StageGeometry.of(Layout.FLOW, box, guests(2), 3);
        var half = ring.toward(flow, 0.5);
        assertThat(half.flowShare()).isEqualTo(0.5);
        assertThat(half.ringShown()).isEqualTo(0.5);
        var id = new ServerId("S0");
        assertThat(half.tile(id).x())
                .isEqualTo((ring.tile(id).x() + flow.tile(id).x()) / 2);
        assertThat(ring.toward(flow, 1)).isSameAs(flow);
    }

    @Test
    void slotsInsideATileLieWithinItAndTheRowBeforeIt() {
        var tile = new Box(100, 100, 58, 58);
        var slots = Slots.of(58);
        for (int slot = 0; slot < slots.inside(); slot++) {
            assertThat(tile.contains(slots.place(tile, slot, new Place(-1, 0)))).isTrue();
        }
        assertThat(slots.place(tile, slots.inside(), new Place(-1, 0))).isEqualTo(new Place(88, 129));
        assertThat(Slots.of(20).all()).isZero();
    }

    private static List<StageGeometry.Guest> guests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new StageGeometry.Guest(new ServerId("S" + i), Span.wrap(0.08 + i * 0.618034), false, true))
                .toList();
    }
}
