package ringside.view.stage;

import ringside.view.PolicyNames;
import ringside.world.Handling;

/** Draws groups of clients, the balancer, and the pipes between them and the servers. */
record FlowPainter(Brush brush, Palette palette, Scene scene) {
    /** Draws all of it as clearly as the layout shows it. */
    void paint(StageGeometry stage) {
        double shown = stage.flowShown();
        if (shown > 0) {
            brush.named("pipes", () -> new LegPainter(brush, palette, scene).paint(stage, shown));
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
            brush.text(
                    names.get(i),
                    box.centre().plus(0, 4),
                    Lettering.semibold(box.width() < 80 ? 10.5 : 11.5).middle(),
                    palette.text().at(shown));
        }
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

    private boolean looksInside() {
        return scene.snapshot().scenario().handling().layer() == Handling.Layer.HTTP;
    }
}
