package ringside.view.stage;

import ringside.view.Figures;
import ringside.world.Processes;
import ringside.world.ServerState;

/** Draws below a server the processes that wait for its connections: who works, who sleeps, and who was just woken. */
record ProcessPainter(Brush brush, Palette palette, Scene scene) {
    private static final double SIZE = 5;
    private static final double PITCH = 7.5;
    private static final int ROWS = 2;
    private static final int LEAST = 8;

    /** How much room they take below a server; none where nothing is said of processes. */
    static double room(ServerState server, Box tile) {
        int across = across(tile);
        return server.spec()
                .processes()
                .map(p -> Math.min(ROWS, Math.ceilDiv(p.count(), across)) * PITCH + 2)
                .orElse(0.0);
    }

    private static int across(Box tile) {
        return Math.max(LEAST, (int) ((tile.width() + PITCH - SIZE) / PITCH));
    }

    /** Whether any server has processes. */
    boolean any() {
        return scene.snapshot().servers().stream()
                .anyMatch(s -> s.spec().processes().isPresent());
    }

    /** Draws those of each server that has any. */
    void paint(StageGeometry stage, Glows glows) {
        for (var server : scene.snapshot().servers()) {
            server.spec().processes().ifPresent(p -> paint(server, p, stage.tile(server.id()), glows.of(server.id())));
        }
    }

    private void paint(ServerState server, Processes processes, Box tile, Glows.Glow glow) {
        int across = across(tile);
        int drawn = Math.min(processes.count(), ROWS * across);
        int busy = Math.min(processes.count(), server.inFlight() - server.queued());
        int woken = glow.awake() > 0 ? Math.max(0, busy - 1) + glow.woken() : 0;
        var identity = palette.identity(scene.identity(server.id()).number());
        double left = tile.centre().x() - (Math.min(across, drawn) * PITCH - (PITCH - SIZE)) / 2;
        for (int i = 0; i < drawn; i++) {
            var box = new Box(
                    left + i % across * PITCH, tile.bottom() + 5 + PITCH * Math.floorDiv(i, across), SIZE, SIZE);
            if (i < woken) {
                brush.rectangle(
                        box.inset(-0.5), 1, Ink.fill(palette.turning(false).at(glow.awake())));
            }
            var ink = Ink.stroke(i < woken ? palette.warn() : palette.muted(), 1);
            brush.rectangle(box, 1, i < busy ? Ink.fill(identity) : ink);
        }
        if (drawn < processes.count()) {
            brush.text(
                    "+" + Figures.count(processes.count() - drawn),
                    new Place(left + across * PITCH + 2, tile.bottom() + 5 + ROWS * PITCH - 3),
                    Lettering.regular(9),
                    palette.muted());
        }
    }
}
