package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ringside.view.Layout;
import ringside.world.Handling;
import ringside.world.Handling.Layer;
import ringside.world.Handling.Tls;

/** What the picture shows of layer and encryption: three groups of clients, and as many servers as asked for. */
final class LegPainterTest {
    private static final String WALL = "stroke=\"#d0d7de\" stroke-width=\"18\"";
    private static final String LINE = "stroke=\"#d0d7de\" stroke-width=\"1.5\"";
    private static final Pattern SHACKLE = Pattern.compile("<path d=\"M([0-9.]+) [0-9.]+ A2.5 2.5 ");

    @Test
    void inLayer7LegsAreLinesAndTheBalancerSaysSo() {
        var svg = flow(Handling.USUAL, 2);
        assertThat(svg).contains(">L7</text>").doesNotContain(WALL);
        assertThat(occurrences(svg, LINE)).isEqualTo(5);
    }

    @Test
    void inLayer4LegsArePipes() {
        var svg = flow(Handling.USUAL.with(Layer.TCP), 2);
        assertThat(svg).contains(">L4</text>").doesNotContain(LINE);
        assertThat(occurrences(svg, WALL)).isEqualTo(5);
    }

    @Test
    void inLayer4ACrowdOfLegsIsDrawnAsLines() {
        assertThat(flow(Handling.USUAL.with(Layer.TCP), 25))
                .contains(">L4</text>")
                .doesNotContain(WALL);
    }

    @Test
    void nothingIsLockedWithoutEncryption() {
        assertThat(locks(flow(Handling.USUAL, 2))).isEmpty();
        assertThat(locks(flow(Handling.USUAL.with(Layer.TCP), 2))).isEmpty();
    }

    @Test
    void whatEndsAtTheBalancerLocksTheClientsLegs() {
        for (var layer : Layer.values()) {
            var handling = Handling.USUAL.with(layer).with(Tls.AT_BALANCER);
            assertThat(locks(flow(handling, 2))).hasSize(3).allMatch(x -> x < 262);
        }
    }

    @Test
    void whatEndsAtTheServersLocksBothSides() {
        var locks = locks(flow(Handling.USUAL.with(Layer.TCP).with(Tls.AT_SERVERS), 2));
        assertThat(locks).hasSize(5);
        assertThat(locks.subList(3, 5)).allMatch(x -> x > 262);
    }

    @Test
    void oneLockStandsForManyLegs() {
        assertThat(locks(flow(Handling.USUAL.with(Layer.TCP).with(Tls.AT_SERVERS), 12)))
                .hasSize(4);
    }

    /** The balancer's middle is at 262. */
    private static String flow(Handling handling, int servers) {
        var scenario = Worlds.scenario("textbook/round-robin", servers, 10).with(handling);
        try (var world = Worlds.simulated(scenario)) {
            return new StagePicture(world.timeline().at(0), Layout.FLOW, Palette.LIGHT, 700, 480).svg();
        }
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Where from left to right padlocks are, in the order drawn. */
    private static List<Double> locks(String svg) {
        var found = new ArrayList<Double>();
        var matcher = SHACKLE.matcher(svg);
        while (matcher.find()) {
            found.add(Double.valueOf(matcher.group(1)));
        }
        return found;
    }
}
