package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.ServerId;
import ringside.view.Layout;

final class ClearingTest {
    private static final Lettering SMALL = Lettering.regular(11);
    private static final List<String> NAMES = List.of(
            "round robin", "least connections", "least connections, weighted", "power of two choices", "MD5 ring");

    @ParameterizedTest
    @CsvSource({
        "FLOW, 620, 380, 4, 3", "FLOW, 728, 486, 3, 3", "FLOW, 640, 240, 5, 3", "FLOW, 500, 380, 3, 12",
        "FLOW, 900, 500, 6, 5", "FLOW, 728, 486, 1, 1", "BOTH, 728, 486, 3, 3", "BOTH, 1000, 600, 4, 3"
    })
    void whatIsWrittenBelowTheBalancerCrossesNoWay(
            Layout layout, double width, double height, int groups, int servers) {
        var stage = StageGeometry.of(layout, new Box(8, 40, width, height), guests(servers), groups);
        for (double reach : new double[] {3, 9}) {
            var clearing = Clearing.of(stage, reach);
            for (var name : NAMES) {
                var lines = clearing.below(name, SMALL);
                assertThat(lines.stream().map(Clearing.Line::words).collect(Collectors.joining(" ")))
                        .isEqualTo(name);
                for (var line : lines) {
                    assertThat(crossed(stage, letters(line)))
                            .as("%s in %s", line, stage.flow())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void wordsStayOnOneLineNearTheBalancerWhereThereIsRoom() {
        var flow = StageGeometry.of(Layout.FLOW, new Box(8, 40, 900, 500), guests(3), 3);
        var lines = Clearing.of(flow, 3).below("round robin", SMALL);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at())
                .isEqualTo(new Place(
                        flow.flow().balancer().centre().x(),
                        flow.flow().balancer().bottom() + 18));
    }

    @Test
    void waysThatLeadLevelOrUpAreNotInTheWayOfWhatIsBelow() {
        var balancer = new Box(100, 100, 40, 40);
        var clearing = new Clearing(
                balancer, List.of(new Place(0, 120), new Place(0, 0)), List.of(new Place(200, 120 + 1e-13)), 9);
        assertThat(clearing.half(150)).isEqualTo(80);
        assertThat(clearing.half(110)).isLessThan(40);
    }

    @Test
    void whatWasReadIsRaisedUntilItFitsBetweenTheWays() {
        var stage = StageGeometry.of(Layout.FLOW, new Box(8, 40, 620, 380), guests(3), 4);
        var clearing = Clearing.of(stage, 3);
        double top = stage.flow().balancer().y();
        assertThat(clearing.above(20, 10).y()).isEqualTo(top - 10);
        var raised = clearing.above(100, 10);
        assertThat(raised.y()).isLessThan(top - 10);
        assertThat(crossed(stage, Box.around(raised.plus(0, -3), 100, 12))).isFalse();
        assertThat(clearing.above(5_000, 10).y()).as("where nothing helps").isEqualTo(top - 10);
    }

    private static Box letters(Clearing.Line line) {
        return Box.around(line.at().plus(0, -3), SMALL.width(line.words()), 11);
    }

    /** Whether a way of the flow goes through a box. */
    private static boolean crossed(StageGeometry stage, Box box) {
        var flow = stage.flow();
        var from = Stream.concat(
                flow.clients().stream().map(c -> List.of(flow.balancer().leftMiddle(), c.rightMiddle())),
                stage.tiles().values().stream().map(t -> List.of(flow.balancer().rightMiddle(), t.leftMiddle())));
        return from.anyMatch(way -> IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> way.getFirst().toward(way.getLast(), i / 1000.0))
                .anyMatch(box::contains));
    }

    private static List<StageGeometry.Guest> guests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StageGeometry.Guest(new ServerId("S" + i), 0.1 * i, false, true))
                .toList();
    }
}
