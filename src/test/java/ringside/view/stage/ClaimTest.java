package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.view.Identities;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

final class ClaimTest {
    private static final ServerId D = new ServerId("D");
    private static final Scenario THREE = Worlds.scenario("textbook/md5-ring", 3, 100);

    @Test
    void aServerThatWouldJoinShowsThePointsItWouldTake() {
        var claim = claim(THREE, ServerSpec.named("D"), true).orElseThrow();
        assertThat(claim.server()).isEqualTo(D);
        assertThat(claim.points().size()).isEqualTo(1);
        assertThat(claim.changes())
                .singleElement()
                .satisfies(c -> assertThat(c.to()).isEqualTo(D))
                .satisfies(c -> assertThat(Span.wrap(c.span().end()))
                        .isEqualTo(claim.points().at(0)));
    }

    @Test
    void oneThatWouldLeaveShowsThePointsItWouldGiveBack() {
        var claim = claim(THREE, ServerSpec.named("B"), false).orElseThrow();
        assertThat(claim.points().size()).isEqualTo(1);
        assertThat(claim.changes())
                .singleElement()
                .satisfies(c -> assertThat(c.from()).isEqualTo(new ServerId("B")))
                .satisfies(c -> assertThat(Span.wrap(c.span().end()))
                        .isEqualTo(claim.points().at(0)));
    }

    @Test
    void withoutARingNothingIsClaimed() {
        var robin = Worlds.scenario("textbook/round-robin", 3, 100);
        assertThat(claim(robin, ServerSpec.named("D"), true)).isEmpty();
    }

    @Test
    void itsPointsAreDrawnInItsColour() {
        var drawing = new SvgBrush();
        var scene = scene(THREE);
        var box = new Box(0, 0, 400, 400);
        var stage = StageGeometry.of(Layout.RING, box, scene.guests(), 1);
        new RingPainter(drawing, Palette.LIGHT, scene)
                .paint(stage, Optional.empty(), claim(THREE, ServerSpec.named("D"), true));
        assertThat(drawing.picture(400, 400)).containsPattern("<g id=\"claimed\">\n<path [^\n]*stroke=\"#cc79a7\"");
    }

    private static Optional<Claim> claim(Scenario scenario, ServerSpec spec, boolean joining) {
        return Dragging.of(spec, joining, scene(scenario)).claim();
    }

    private static Scene scene(Scenario scenario) {
        try (var world = Worlds.simulated(scenario)) {
            return Scene.of(world.timeline().at(0), new Identities(), Selection.NOTHING, false);
        }
    }
}
