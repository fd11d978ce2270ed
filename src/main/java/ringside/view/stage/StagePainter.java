package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.view.Figures;
import ringside.view.PolicyNames;

/**
 * Draws the stage layer by layer, for the screen and for exported pictures alike.
 *
 * @param look with what, and what everything looks like
 * @param scene what there is
 * @param stage where it is
 * @param keys where keys are drawn, if the ring is
 */
record StagePainter(Look look, Scene scene, StageGeometry stage, Optional<KeyDots> keys) {
    private static final String SEPARATOR = " · ";

    /** With what is drawn: the brush, its colours, and what the colour of a request says. */
    record Look(Brush brush, Palette palette, Lens lens) {}

    /** Draws what stands still, with what would change on the ring. */
    void ground(Optional<Claim> claim) {
        var brush = look.brush();
        if (scene.snapshot().servers().isEmpty()) {
            empty();
        }
        new RingPainter(brush, look.palette(), scene).paint(stage, keys, claim);
        new FlowPainter(brush, look.palette(), scene, look.lens()).paint(stage);
        if (stage.ringShown() > 0.98) {
            brush.named("middle", this::middle);
        }
    }

    /** Draws the tiles and what is written beside them. */
    void servers() {
        var tiles = new TilePainter(look.brush(), look.palette(), scene);
        look.brush()
                .named(
                        "servers",
                        () -> scene.snapshot()
                                .servers()
                                .forEach(s -> tiles.paint(s, stage.tile(s.id()), TilePainter.Style.PRESENT)));
        look.brush().named("captions", () -> new CaptionPainter(look.brush(), look.palette(), scene).paint(stage));
    }

    /** Draws the lookup that is picked out, this far. */
    void walk(double share) {
        look.brush()
                .named("walk", () -> new WalkPainter(look.brush(), look.palette(), scene).paint(stage, keys, share));
    }

    /** Draws all that travels, for a picture. */
    void traffic(Choreography choreography, Byplay byplay) {
        var painter = new TrafficPainter(look.brush(), look.palette(), scene, look.lens());
        var routes = new Routes(stage, scene);
        byplay(byplay, painter, routes);
        look.brush()
                .named(
                        "requests",
                        () -> choreography.dots(routes, scene.snapshot()).forEach(painter::dot));
        look.brush().named("dropped", () -> painter.graves(stage.graveyard(), choreography.fallen()));
        look.brush().named("counts", () -> beyond(painter, choreography, routes));
        opened(choreography);
    }

    /** Draws what goes on besides requests, as far as anything does: queues, caches, processes, checks. */
    void byplay(Byplay byplay, TrafficPainter painter, Routes routes) {
        var brush = look.brush();
        var queues = new QueuePainter(brush, look.palette(), scene);
        if (queues.busy()) {
            brush.named("queues", () -> queues.paint(stage, routes));
        }
        if (scene.cached()) {
            brush.named("caches", () -> new CachePainter(brush, look.palette(), scene).paint(stage, byplay, routes));
        }
        var processes = new ProcessPainter(brush, look.palette(), scene);
        if (processes.any()) {
            brush.named("processes", () -> processes.paint(stage, byplay.glows()));
        }
        brush.named("checks", () -> byplay.probes().diamonds(stage).forEach(painter::probe));
    }

    /** Shows what the balancer has read last, where it is seen. */
    void opened(Choreography choreography) {
        var flow = new FlowPainter(look.brush(), look.palette(), scene, look.lens());
        if (flow.reads(stage)) {
            choreography.opened().ifPresent(r -> look.brush().named("opened", () -> flow.opened(stage, r)));
        }
    }

    /** Writes how many wait at the balancer, and how many more each server has in hand than can be drawn. */
    void beyond(TrafficPainter painter, Choreography choreography, Routes routes) {
        if (choreography.line() > 0 && stage.flowShown() > 0.98) {
            painter.inLine(WaitingLine.told(stage.flow().balancer()));
        }
        for (var server : scene.snapshot().servers()) {
            var slots = routes.slots(server.id());
            int more = choreography.beyond(server.id(), slots);
            if (more > 0 && slots.all() > 0) {
                var tile = stage.tile(server.id());
                painter.beyond(slots.place(tile, slots.all() + 0.3, routes.queueWay(tile)), more);
            }
        }
    }

    private void empty() {
        var at = stage.flowShown() > 0.5
                ? stage.flow().balancer().rightMiddle().plus(170, -6)
                : stage.ring().centre().plus(0, stage.ring().radius() * 0.3);
        look.brush()
                .text(
                        text("stage.empty"),
                        at,
                        Lettering.semibold(13).middle(),
                        look.palette().text());
        look.brush()
                .text(
                        text("stage.empty.hint"),
                        at.plus(0, 20),
                        Lettering.regular(12).middle(),
                        look.palette().muted());
    }

    private void middle() {
        said().forEach(line ->
                write(line, Lettering.Weight.REGULAR, look.palette().muted()));
        var top = stage.ring().at(0, stage.ring().outer() + 9);
        var label = Box.around(top, 44, 14);
        boolean free =
                stage.tiles().values().stream().noneMatch(b -> b.inset(-14).overlaps(label));
        if (free && scene.ring().isPresent() && stage.flowShown() < 0.5) {
            var tint = look.palette().muted();
            look.brush().text("0 · 2³²", top, Lettering.regular(11).middle(), tint);
        }
    }

    /** Writes a line into the middle of the ring, below its own. */
    void inscribe(String words) {
        if (!words.isEmpty() && stage.ringShown() > 0.98) {
            var weight = Lettering.Weight.SEMIBOLD;
            Middle.of(stage, keys)
                    .lines(words, said(), weight)
                    .forEach(line -> write(line, weight, look.palette().text()));
        }
    }

    /** What the ring is made of, or that there is none. */
    private List<Middle.Line> said() {
        var middle = Middle.of(stage, keys);
        var lines = new ArrayList<>(middle.lines(population(), List.of(), Lettering.Weight.REGULAR));
        if (scene.ring().isEmpty() && !scene.snapshot().servers().isEmpty()) {
            lines.addAll(middle.lines(text("stage.no-ring"), lines, Lettering.Weight.REGULAR));
        }
        return lines;
    }

    private void write(Middle.Line line, Lettering.Weight weight, Tint tint) {
        var lettering = new Lettering(line.size(), weight, Lettering.Align.MIDDLE);
        look.brush().text(line.words(), line.at(), lettering, tint);
    }

    private String population() {
        if (scene.ring().isEmpty()) {
            return PolicyNames.of(scene.snapshot().scenario().policy());
        }
        var ring = scene.ring().get();
        int keys = scene.snapshot().scenario().traffic().keys().all().size();
        int servers = scene.snapshot().scenario().servers().size();
        String sampled = ring.everyKey() == 1 ? "" : SEPARATOR + text("stage.sampled", Figures.count(ring.everyKey()));
        return counted(keys, "stage.key", "stage.keys")
                + sampled
                + SEPARATOR
                + counted(servers, "stage.server", "stage.servers");
    }

    private static String counted(int count, String one, String many) {
        return text(count == 1 ? one : many, Figures.count(count));
    }
}
