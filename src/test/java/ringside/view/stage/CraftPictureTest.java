package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;
import ringside.view.Identities;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.world.Caching;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Timeline;

/** What is drawn besides requests, as text. */
final class CraftPictureTest {
    private static final long SECOND = 1_000_000_000;

    private static String picture(Scenario scenario, long nanos) {
        try (var world = new SimulatedWorld(scenario)) {
            world.advanceTo(nanos);
            return new StagePicture(world.timeline().at(nanos), Layout.FLOW, Palette.LIGHT, 760, 480).svg();
        }
    }

    /** What was drawn under a name. */
    private static String part(String svg, String name) {
        int from = svg.indexOf("<g id=\"" + name + "\"");
        return from < 0 ? "" : svg.substring(from, svg.indexOf("</g>", from));
    }

    @Test
    void anOriginStandsBehindServersWithCaches() {
        var svg = picture(Worlds.cached(120), SECOND);
        assertThat(part(svg, "caches")).contains(">origin<", ">4 of 4 busy<").containsPattern(">[0-9]+ waiting<");
        assertThat(part(svg, "captions")).containsPattern(">[0-9]+ in flight · [0-9]+ % hits<");
        assertThat(picture(Worlds.queueing(1), SECOND)).doesNotContain(">origin<");
    }

    @Test
    void theHitRatioIsWrittenBelow() {
        var a = new ServerId("A");
        var timeline = new Timeline(Scenario.of(ServerSpec.named("A")).caching(Optional.of(Caching.USUAL)));
        timeline.append(0, new Happening.Joined(a, "simulated"));
        for (var found : Happening.Found.values()) {
            timeline.append(0, new Happening.LookedUp(1, a, found));
        }
        assertThat(captions(timeline)).contains(">0 in flight · 50 % hits<");
        for (int i = 0; i < 64; i++) {
            timeline.append(1, new Happening.LookedUp(1, a, Happening.Found.MISS));
        }
        assertThat(captions(timeline)).as("of the last 64").contains(">0 in flight · 0 % hits<");
        for (int i = 0; i < 48; i++) {
            timeline.append(2, new Happening.LookedUp(1, a, Happening.Found.HIT));
        }
        assertThat(captions(timeline)).contains(">0 in flight · 75 % hits<");
    }

    private static String captions(Timeline timeline) {
        var now = timeline.at(Long.MAX_VALUE);
        return part(new StagePicture(now, Layout.FLOW, Palette.LIGHT, 760, 480).svg(), "captions");
    }

    @Test
    void onTheRingTheOriginIsThereToo() {
        try (var world = new SimulatedWorld(Worlds.cached(120))) {
            world.advanceTo(SECOND);
            var svg = new StagePicture(world.timeline().at(SECOND), Layout.RING, Palette.LIGHT, 760, 480).svg();
            assertThat(part(svg, "caches"))
                    .contains(">origin<", ">4 of 4 busy<")
                    .containsPattern(">[0-9]+ waiting<");
        }
    }

    @Test
    void aZombieIsGreenOverTcpAndRedOverHttp() {
        var tcp = Checks.usual().of(Checks.Kind.TCP);
        try (var world = new SimulatedWorld(Worlds.zombie(0.1).with(tcp))) {
            world.advanceTo(3 * SECOND);
            assertThat(captions(world.timeline())).contains(">TCP check ✓<").doesNotContain("HTTP");
            world.apply(new Command.SetChecks(Checks.usual()));
            world.advanceTo(8 * SECOND);
            assertThat(captions(world.timeline()))
                    .contains(">TCP was ✓<")
                    .containsPattern(">HTTP check (✗|[0-9]/[0-9])<");
        }
    }

    @Test
    void thoseThatWaitAtTheBalancerAreCountedThere() {
        var worker = ServerSpec.named("A").sized(1, 5);
        var timeline = new Timeline(Scenario.of(worker));
        timeline.append(0, new Happening.Joined(worker.id(), "simulated"));
        for (long id = 1; id <= 20; id++) {
            timeline.append(id, new Happening.Arrived(id, Happening.Origin.OURS, "10.0.0.1", "GET", "/", "k"));
            timeline.append(id, new Happening.InLine(id));
        }
        var svg = new StagePicture(timeline.at(20), Layout.FLOW, Palette.LIGHT, 760, 480).svg();
        assertThat(part(svg, "counts")).contains(">20 in line<");
        assertThat(part(svg, "requests").split("<circle", -1)).hasSize(1 + WaitingLine.ROOM);
    }

    private static Scene scene(Scenario scenario, long nanos) {
        try (var world = new SimulatedWorld(scenario)) {
            world.advanceTo(nanos);
            return Scene.of(world.timeline().at(nanos), new Identities(), Selection.NOTHING, false);
        }
    }

    @Test
    void processesStandBelowTheirServer() {
        var processes = part(picture(Worlds.herd(6), 0), "processes");
        assertThat(processes.split("<rect", -1))
                .as("12 of A, and 16 of the 40 of B")
                .hasSize(29);
        assertThat(processes).contains(">+24<");
    }

    @Test
    void aQueuesPlacesAreDrawnWhileItsServerIsBusy() {
        assertThat(part(picture(Worlds.queueing(1), 0), "queues")).doesNotContain("<rect");
        var queues = part(picture(Worlds.queueing(200), SECOND), "queues");
        assertThat(queues.split("<rect", -1))
                .as("5 places of A, 8 of the 100 of B")
                .hasSize(14);
        assertThat(queues.split("<path", -1)).as("where that of A ends").hasSize(2);
    }

    @Test
    void whatTheBalancerReadIsToldWithItsPool() {
        try (var world = new SimulatedWorld(Worlds.routed())) {
            world.apply(new Command.Send("10.0.0.1", "/api/cart", 1));
            var svg = new StagePicture(world.timeline().at(world.now()), Layout.FLOW, Palette.LIGHT, 760, 480).svg();
            assertThat(part(svg, "opened")).contains(">GET /api/cart<", ">→ api<");
            assertThat(part(svg, "captions")).contains(">pool main<", ">pool api<");
            var kin = Palette.LIGHT.kin(1);
            assertThat(part(svg, "pipes")).contains("#%06x".formatted(kin.rgb()));
        }
    }

    @Test
    void requestsAreColouredByClientAndByRoute() {
        var scene = scene(Worlds.routed(), 0);
        var dot = new Dot(
                1, new Place(0, 0), 5, Dot.Form.WHOLE, Optional.of(new ServerId("C")), 0, false, new Dot.Kin(2, 1));
        assertThat(tint(dot, Lens.CLIENT, scene)).isEqualTo(Palette.LIGHT.kin(2));
        assertThat(tint(dot, Lens.ROUTE, scene)).isEqualTo(Palette.LIGHT.kin(1));
        assertThat(scene.pools().names()).isEqualTo(List.of("main", "api"));
    }

    @Test
    void poolsAreReadAgainWhenServersAreOthersOnly() {
        try (var world = new SimulatedWorld(Worlds.routed())) {
            var pools = Pools.of(world.timeline().at(0));
            assertThat(pools.at(world.timeline().at(0))).isSameAs(pools);
            world.apply(new Command.AddServer(ServerSpec.named("E").in("img")));
            var more = pools.at(world.timeline().at(world.now()));
            assertThat(more.names()).isEqualTo(List.of("main", "api", "img"));
            world.apply(new Command.RemoveServer(new ServerId("E"), Command.Leaving.KILL));
            assertThat(more.at(world.timeline().at(world.now()))).isEqualTo(pools);
        }
    }

    private static Tint tint(Dot dot, Lens lens, Scene scene) {
        return new TrafficPainter(new SvgBrush(), Palette.LIGHT, scene, lens).tint(dot);
    }

    @Test
    void theLegendHasALineForEachMarkAndFitsItsSheet() {
        for (double width : new double[] {420, 700}) {
            var brush = new SvgBrush();
            var sheet = LegendSheet.in(width, 400, LegendPainter.ROWS);
            new LegendPainter(brush, Palette.LIGHT, sheet).paint();
            var svg = brush.picture(sheet.width(), sheet.height());
            assertThat(svg.split("<text", -1)).hasSize(LegendPainter.ROWS + 3);
            assertThat(sheet.width()).isLessThanOrEqualTo(width);
            assertThat(sheet.height()).isLessThanOrEqualTo(400);
            assertThat(sheet.mark(LegendPainter.ROWS - 1).y()).isLessThan(sheet.height());
        }
    }
}
