package ringside.view.stage;

import ringside.view.PolicyNames;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.RequestState;

/** Draws groups of clients, the balancer, and the pipes between them and the servers. */
record FlowPainter(Brush brush, Palette palette, Scene scene, Lens lens) {
    private static final int LONGEST = 22;

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
        var below = new Place(box.centre().x(), box.bottom() + 18);
        var lettering = Lettering.regular(11).middle();
        var name = PolicyNames.of(scene.snapshot().scenario().policy());
        brush.rectangle(
                Box.around(below.plus(0, -4), lettering.width(name) + 8, 16),
                4,
                Ink.fill(palette.card().at(0.85 * shown)));
        brush.text(name, below, lettering, palette.muted().at(shown));
    }

    /** Whether the balancer is seen, and looks into requests. */
    boolean reads(StageGeometry stage) {
        return stage.flowShown() > 0.98 && looksInside();
    }

    /** Writes above the balancer what it read of a request, and to which pool that leads when there are several. */
    void opened(StageGeometry stage, RequestState request) {
        var pools = scene.pools();
        var balancer = stage.flow().balancer();
        var at = new Place(balancer.centre().x(), balancer.y() - (pools.several() ? 25 : 10));
        written(read(request.what()), at, Lettering.mono(10.5).middle(), palette.text());
        int pool = request.server().map(pools::of).orElse(-1);
        if (pools.several() && pool >= 0) {
            written(
                    "→ " + pools.names().get(pool),
                    at.plus(0, 15),
                    Lettering.semibold(11).middle(),
                    palette.kin(pool));
        }
    }

    /* Of the world's own requests only the key matters. */
    private static String read(Happening.Arrived what) {
        boolean keyed = what.path().equals(Keys.pathOf(what.key()));
        String said = what.method() + " " + (keyed ? what.key() : what.path());
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }

    /* On a ground of its own: pipes and requests pass behind it. */
    private void written(String words, Place at, Lettering lettering, Tint tint) {
        brush.rectangle(
                Box.around(at.plus(0, -4), lettering.width(words) + 8, 15),
                4,
                Ink.fill(palette.card().at(0.85)));
        brush.text(words, at, lettering, tint);
    }

    private boolean looksInside() {
        return scene.snapshot().scenario().handling().layer() == Handling.Layer.HTTP;
    }
}
