package ringside.view.stage;

import ringside.world.ServerState;

/** Draws the places of a server's queue while all its workers are busy, and where it ends. */
record QueuePainter(Brush brush, Palette palette, Scene scene) {
    private static final double SIZE = 13;

    /** Whether anybody may have to wait. */
    boolean busy() {
        return scene.snapshot().servers().stream().anyMatch(QueuePainter::busy);
    }

    /** Draws those of each server that is busy. */
    void paint(StageGeometry stage, Routes routes) {
        for (var server : scene.snapshot().servers()) {
            var slots = routes.slots(server.id());
            if (slots.waiting() > 0 && busy(server)) {
                var tile = stage.tile(server.id());
                paint(server.spec().queue(), slots, tile, routes.queueWay(tile));
            }
        }
    }

    private static boolean busy(ServerState server) {
        return server.queued() > 0 || server.inFlight() >= server.spec().workers();
    }

    private void paint(int queue, Slots slots, Box tile, Place way) {
        int places = Math.min(queue, slots.waiting());
        for (int i = 0; i < places; i++) {
            place(slots.place(tile, slots.inside() + i, way));
        }
        if (queue <= slots.waiting()) {
            var end = slots.place(tile, slots.inside() + (double) places, way).plus(-way.x() * SIZE / 2, 0);
            brush.line(end.plus(0, -SIZE / 2), end.plus(0, SIZE / 2), Ink.stroke(palette.muted(), 2));
        }
    }

    /** Draws one place. */
    void place(Place at) {
        brush.rectangle(Box.around(at, SIZE), 3, Ink.stroke(palette.line(), 1));
    }
}
