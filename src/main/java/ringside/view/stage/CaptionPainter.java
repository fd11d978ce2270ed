package ringside.view.stage;

import java.util.ArrayList;
import java.util.List;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.ServerState;

/** Writes beside or below each server what it is called and what it has in hand. */
record CaptionPainter(Brush brush, Palette palette, Scene scene) {
    private static final double ROW = 16;
    private static final double LONGEST = 104;

    /** A line beside a server, and how it is marked at its end. */
    private record Line(String text, Tint tint, boolean strong) {}

    /** Writes what there is room for. */
    void paint(StageGeometry stage) {
        boolean beside = stage.flowShown() > 0.98 && stage.flow().captions();
        for (var server : scene.snapshot().servers()) {
            var box = stage.tile(server.id());
            if (beside) {
                beside(server, box);
            } else if (box.width() >= 30 && stage.flowShown() < 0.02) {
                below(server, box);
            }
        }
    }

    private void below(ServerState server, Box box) {
        String name = server.id().name();
        if (!name.equals(scene.identity(server.id()).badge())) {
            var at = new Place(box.centre().x(), box.bottom() + 14);
            brush.text(shortened(name, 11), at, Lettering.regular(11).middle(), palette.muted());
        }
    }

    private void beside(ServerState server, Box box) {
        var lines = lines(server, box.height() >= 44 ? 3 : box.height() >= 30 ? 2 : 1);
        double y = box.centre().y() + 4 - (lines.size() - 1) * ROW / 2;
        for (var line : lines) {
            var lettering = line.strong() ? Lettering.semibold(11) : Lettering.regular(11);
            brush.text(line.text(), new Place(box.right() + 13, y), lettering, line.tint());
            y += ROW;
        }
    }

    private List<Line> lines(ServerState server, int most) {
        var lines = new ArrayList<Line>();
        String name = server.id().name();
        if (!name.equals(scene.identity(server.id()).badge())) {
            lines.add(new Line(shortened(name, 11), palette.text(), true));
        }
        lines.add(new Line(inHand(server), palette.muted(), false));
        told(server, lines);
        while (lines.size() > most) {
            lines.removeFirst();
        }
        return lines;
    }

    private static String inHand(ServerState server) {
        String weight =
                server.spec().weight() == 1 ? "" : " · weight " + server.spec().weight();
        return server.inFlight() + " in flight" + weight;
    }

    private void told(ServerState server, List<Line> lines) {
        var behaviour = behaviour(server.spec().behaviour());
        if (!behaviour.isEmpty()) {
            lines.add(new Line(behaviour, palette.muted(), false));
        }
        if (server.draining()) {
            lines.add(new Line("draining", palette.calm(), true));
        } else if (scene.checked() && !server.probes().isEmpty()) {
            check(server, lines);
        }
    }

    private void check(ServerState server, List<Line> lines) {
        var tint = new TilePainter(brush, palette, scene).tint(server);
        var health = server.health();
        String kind = scene.snapshot().scenario().checks().kind() == Checks.Kind.TCP ? "TCP check " : "HTTP check ";
        switch (health.phase()) {
            case UP, UNCHECKED -> {
                if (server.spec().behaviour() instanceof Behaviour.Zombie) {
                    lines.add(new Line(kind + "✓", tint, true));
                }
            }
            case GOING_DOWN, COMING_UP ->
                lines.add(new Line(kind + health.streak() + "/" + health.needed(), tint, true));
            case DOWN -> lines.add(new Line(kind + "✗", tint, true));
        }
    }

    /** How a server was made to behave, in a word or two; nothing for a healthy one. */
    static String behaviour(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> "";
            case Behaviour.Slow(double times) ->
                "slow ×" + (times == Math.rint(times) ? Long.toString((long) times) : Double.toString(times));
            case Behaviour.Errors(int percent) -> percent + " % errors";
            case Behaviour.Zombie() -> "zombie";
            case Behaviour.Refusing() -> "refusing";
            case Behaviour.Crashed() -> "crashed";
        };
    }

    private static String shortened(String text, double size) {
        int most = (int) (LONGEST / (size * 0.56));
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
