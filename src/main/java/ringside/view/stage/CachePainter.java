package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.List;
import ringside.view.Figures;
import ringside.world.Caching;
import ringside.world.ServerState;

/** Draws the cache that each server has at its side, the origin behind them all, and calls between the two. */
record CachePainter(Brush brush, Palette palette, Scene scene) {
    private static final double CALL = 6;

    /** Draws the ways from caches to the origin. */
    void ways(StageGeometry stage) {
        var ink = Ink.stroke(palette.line().at(stage.flowShown()), 1);
        stage.flow()
                .origin()
                .ifPresent(origin -> scene.snapshot()
                        .servers()
                        .forEach(s -> brush.line(outlet(stage.tile(s.id())), origin.leftMiddle(), ink.dashed(2))));
    }

    private static Place outlet(Box tile) {
        return tile.rightMiddle().plus(width(tile) + 6, 0);
    }

    private static double width(Box tile) {
        return Math.clamp(tile.width() * 0.13, 3, 8);
    }

    /** Draws what moves and what changes. */
    void paint(StageGeometry stage, Byplay byplay, Routes routes) {
        for (var server : scene.snapshot().servers()) {
            var tile = stage.tile(server.id());
            boolean left = routes.queueWay(tile).x() > 0;
            gauge(server, tile, left, byplay.glows().of(server.id()));
        }
        stage.flow().origin().ifPresent(box -> {
            origin(box);
            calls(stage, box, byplay.fetches().calls());
        });
    }

    private void gauge(ServerState server, Box tile, boolean left, Glows.Glow glow) {
        double width = width(tile);
        double corner = TileFace.corner(tile);
        double x = left ? tile.x() - width - 3 : tile.right() + 3;
        var box = new Box(x, tile.y() + corner / 2, width, tile.height() - corner);
        double full = (box.height() - 2) * server.lastLooks().hitRatio();
        brush.rectangle(box, 2, Ink.fill(palette.card()).edged(palette.muted(), 1));
        brush.rectangle(
                new Box(box.x() + 1, box.bottom() - 1 - full, width - 2, full),
                0,
                Ink.fill(palette.good().at(0.85)));
        double seen = Math.max(glow.hit(), glow.miss());
        if (seen > 0) {
            var tint = glow.hit() >= glow.miss() ? palette.good() : palette.warn();
            brush.rectangle(box.inset(-1.5), 3, Ink.stroke(tint.at(seen), 2));
        }
    }

    private void origin(Box box) {
        int workers = scene.snapshot()
                .scenario()
                .caching()
                .map(Caching::origin)
                .map(Caching.Origin::workers)
                .orElse(1);
        long asked = scene.snapshot().origin().underWay();
        long busy = Math.min(asked, workers);
        double corner = TileFace.corner(box);
        double height = (box.height() - 2) * busy / workers;
        brush.rectangle(box, corner, Ink.fill(palette.panel()));
        brush.rectangle(
                new Box(box.x() + 1, box.bottom() - 1 - height, box.width() - 2, height),
                Math.min(corner, height / 2),
                Ink.fill(palette.muted().at(0.4)));
        brush.rectangle(box, corner, Ink.stroke(palette.muted(), 1.6));
        brush.text(
                text("stage.origin"),
                box.centre().plus(0, 4),
                Lettering.semibold(11).middle(),
                palette.text());
        var below = new Place(box.centre().x(), box.bottom() + 15);
        var busyOf = text("stage.origin.busy", Figures.count(busy), Figures.count(workers));
        brush.text(busyOf, below, Lettering.regular(10.5).middle(), palette.muted());
        if (asked > busy) {
            var waiting = text("stage.origin.waiting", Figures.count(asked - busy));
            brush.text(waiting, below.plus(0, 14), Lettering.semibold(10.5).middle(), palette.warn());
        }
    }

    private void calls(StageGeometry stage, Box origin, List<Fetches.Call> calls) {
        for (var call : calls) {
            var from = outlet(stage.tile(call.server()));
            var at = from.toward(origin.leftMiddle(), call.share());
            var tint = call.refused()
                    ? palette.bad()
                    : palette.identity(scene.identity(call.server()).number());
            call(at, tint);
        }
    }

    /** Draws the shape of a call to the origin. */
    void call(Place at, Tint tint) {
        brush.rectangle(Box.around(at, CALL), 1, Ink.fill(tint));
    }
}
