package ringside.view.stage;

import ringside.view.PolicyNames;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.RequestState;

/** Draws groups of clients, the balancer, and the pipes between them and the servers. */
record FlowPainter(Brush brush, Palette palette, Scene scene, Lens lens) {
    private static final int LONGEST = 22;
    private static final int USUAL = 12;
    private static final double LINE = 3;

    /** Draws all of it as clearly as the layout shows it. */
    void paint(StageGeometry stage) {
        double shown = stage.flowShown();
        if (shown > 0) {
            brush.named("pipes", () -> new LegPainter(brush, palette, scene).paint(stage, shown));
            if (scene.cached()) {
                brush.named("ways", () -> new CachePainter(brush, palette, scene).ways(stage));
            }
            brush.named("clients", () -> clients(stage, shown));
            brush.named("balancer", () -> balancer(stage, shown));
        }
    }

    private void clients(StageGeometry stage, double shown) {
        var names = scene.groups();
        var boxes = stage.flow().clients();
        for (int i = 0; i < Math.min(names.size(), boxes.size()); i++) {
            var box = boxes.get(i);
            brush.rectangle(box, box.height() / 2, Ink.fill(palette.panel().at(shown)));
            boolean coloured = lens == Lens.CLIENT;
            if (coloured) {
                brush.circle(
                        box.leftMiddle().plus(7, 0),
                        3.5,
                        Ink.fill(palette.kin(i).at(shown)));
            }
            brush.text(
                    names.get(i),
                    box.centre().plus(coloured ? 4 : 0, 4),
                    fitting(names.get(i), box.width()).middle(),
                    palette.text().at(shown));
        }
    }

    private static Lettering fitting(String name, double width) {
        var usual = Lettering.semibold(width < 80 ? 10.5 : 11.5);
        return usual.width(name) <= width - 14 ? usual : Lettering.semibold(10);
    }

    private void balancer(StageGeometry stage, double shown) {
        var box = stage.flow().balancer();
        brush.rectangle(box, 10, Ink.fill(palette.text().at(shown)));
        brush.text(
                looksInside() ? "L7" : "L4",
                box.centre().plus(0, 5.5),
                Lettering.bold(15).middle(),
                palette.card().at(shown));
        var lettering = Lettering.regular(11).middle();
        for (var line :
                clearing(stage).below(PolicyNames.of(scene.snapshot().scenario().policy()), lettering)) {
            grounded(line.words(), line.at(), lettering, palette.muted(), shown);
        }
    }

    private Clearing clearing(StageGeometry stage) {
        return Clearing.of(stage, looksInside() ? LINE : new Routes(stage, scene).radius() + LINE);
    }

    /** Whether the balancer is seen, and looks into requests. */
    boolean reads(StageGeometry stage) {
        return stage.flowShown() > 0.98 && looksInside();
    }

    /** Writes above the balancer what it read of a request, and to which pool that leads when there are several. */
    void opened(StageGeometry stage, RequestState request) {
        var pools = scene.pools();
        var lettering = Lettering.mono(10.5).middle();
        String words = read(request.what());
        /* As high for all of usual length, so that the words do not jump. */
        double width = Math.max(lettering.width(words), lettering.width("0".repeat(USUAL)));
        var at = clearing(stage).above(width, pools.several() ? 25 : 10);
        grounded(words, at, lettering, palette.text(), 1);
        int pool = request.server().map(pools::of).orElse(-1);
        if (pools.several() && pool >= 0) {
            grounded(
                    "→ " + pools.names().get(pool),
                    at.plus(0, 15),
                    Lettering.semibold(11).middle(),
                    palette.kin(pool),
                    1);
        }
    }

    /* Of the world's own requests only the key matters. */
    private static String read(Happening.Arrived what) {
        boolean keyed = what.path().equals(Keys.pathOf(what.key()));
        String said = what.method() + " " + (keyed ? what.key() : what.path());
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }

    /* On a ground of its own: what there was no room to keep clear of passes behind it. */
    private void grounded(String words, Place at, Lettering lettering, Tint tint, double shown) {
        brush.rectangle(
                Box.around(at.plus(0, -4), lettering.width(words) + 8, 15),
                4,
                Ink.fill(palette.card().at(0.85 * shown)));
        brush.text(words, at, lettering, tint.at(shown));
    }

    private boolean looksInside() {
        return scene.snapshot().scenario().handling().layer() == Handling.Layer.HTTP;
    }
}
