package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Happening;
import ringside.world.ServerState;

/** Writes beside or below each server what it is called and what it has in hand. */
record CaptionPainter(Brush brush, Palette palette, Scene scene) {
    private static final double ROW = CaptionRoom.ROW;
    private static final double LONGEST = CaptionRoom.LONGEST;

    /** A line beside a server, and how it is marked at its end. */
    private record Line(String words, Tint tint, boolean strong) {}

    /** Writes beside each server what there is room for. */
    void paint(StageGeometry stage) {
        for (var server : scene.snapshot().servers()) {
            var tile = stage.tile(server.id());
            paint(server, tile, CaptionRoom.of(stage, tile));
        }
    }

    /** Writes one server's caption. */
    void paint(ServerState server, Box tile, CaptionRoom room) {
        switch (room.side()) {
            case BESIDE -> beside(server, tile, room.lines());
            case BELOW -> below(server, tile);
            case UNDER -> under(server, tile, room.lines());
            case NOWHERE -> {}
        }
    }

    private void below(ServerState server, Box box) {
        String name = server.id().name();
        if (!name.equals(scene.identity(server.id()).badge())) {
            var at = new Place(box.centre().x(), box.bottom() + 14 + ProcessPainter.room(server, box));
            brush.text(shortened(name, 11), at, Lettering.regular(11).middle(), palette.muted());
        }
    }

    private void under(ServerState server, Box box, int most) {
        double y = box.bottom() + 14 + ProcessPainter.room(server, box);
        for (var line : lines(server, most)) {
            var lettering = line.strong() ? Lettering.semibold(11) : Lettering.regular(11);
            brush.text(line.words(), new Place(box.centre().x(), y), lettering.middle(), line.tint());
            y += ROW - 2;
        }
    }

    private void beside(ServerState server, Box box, int most) {
        var lines = lines(server, most);
        double y = box.centre().y() + 4 - (lines.size() - 1) * ROW / 2;
        for (var line : lines) {
            var lettering = line.strong() ? Lettering.semibold(11) : Lettering.regular(11);
            brush.text(line.words(), new Place(box.right() + 13, y), lettering, line.tint());
            y += ROW;
        }
    }

    private List<Line> lines(ServerState server, int most) {
        var lines = new ArrayList<Line>();
        String name = server.id().name();
        if (!name.equals(scene.identity(server.id()).badge())) {
            lines.add(new Line(shortened(name, 11), palette.text(), true));
        }
        var pools = scene.pools();
        if (pools.several()) {
            String pool = text("stage.pool", shortened(server.spec().pool(), 11));
            lines.add(new Line(pool, palette.kin(pools.of(server.id())), true));
        }
        int weight = server.spec().weight();
        if (weight > 1) {
            lines.add(new Line(text("stage.weight", Integer.toString(weight)), palette.muted(), false));
        }
        lines.add(new Line(inHand(server), palette.muted(), false));
        if (server.spec().processes().isPresent() && server.wakes().connections() > 0) {
            String each = String.format(Locale.ROOT, "%.1f", server.wakes().each());
            lines.add(new Line(text("stage.woken", each), palette.muted(), false));
        }
        told(server, lines);
        while (lines.size() > most) {
            lines.removeFirst();
        }
        return lines;
    }

    private String inHand(ServerState server) {
        String inHand = text("stage.in-flight", Integer.toString(server.inFlight()));
        return scene.cached() && server.looks().all() > 0 ? inHand + " · " + text("stage.hits", hits(server)) : inHand;
    }

    /** The hit ratio of the last looks into its cache, in whole percent. */
    static String hits(ServerState server) {
        return Long.toString(Math.round(server.lastLooks().hitRatio() * 100));
    }

    private void told(ServerState server, List<Line> lines) {
        var behaviour = behaviour(server.spec().behaviour());
        if (!behaviour.isEmpty()) {
            lines.add(new Line(behaviour, palette.muted(), false));
        }
        guarded(server).ifPresent(words -> lines.add(new Line(words, palette.bad(), true)));
        if (server.draining()) {
            lines.add(new Line(text("stage.draining"), palette.calm(), true));
        } else if (scene.checked() && !server.probes().isEmpty()) {
            check(server, lines);
        }
    }

    /** What keeps requests from a server besides its checks, in a word or two. */
    static Optional<String> guarded(ServerState server) {
        if (server.ejected()) {
            return Optional.of(text("stage.ejected"));
        }
        return server.breaker() == Happening.Breaker.CLOSED
                ? Optional.empty()
                : Optional.of(text("stage.breaker." + server.breaker()));
    }

    private void check(ServerState server, List<Line> lines) {
        var tint = new TilePainter(brush, palette, scene).tint(server);
        var health = server.health();
        var asks = scene.snapshot().scenario().checks().kind();
        String kind = kind(asks);
        formerly(server, scene)
                .ifPresent(p -> lines.add(new Line(
                        text("stage.check.was", p.kind().name()) + (p.passed() ? " ✓" : " ✗"),
                        p.passed() ? palette.good() : palette.bad(),
                        true)));
        switch (health.phase()) {
            case UP, UNCHECKED -> {
                if (!(server.spec().behaviour() instanceof Behaviour.Healthy)) {
                    lines.add(new Line(kind + " ✓", tint, true));
                }
            }
            case GOING_DOWN, COMING_UP ->
                lines.add(new Line(kind + " " + health.streak() + "/" + health.needed(), tint, true));
            case DOWN -> lines.add(new Line(kind + " ✗", tint, true));
        }
    }

    /** What the last check of the other kind said, while those of the present kind find something amiss. */
    static Optional<ServerState.Probe> formerly(ServerState server, Scene scene) {
        boolean amiss = server.health().streak() > 0 || !server.health().up();
        if (!amiss || !scene.checked()) {
            return Optional.empty();
        }
        var asks = scene.snapshot().scenario().checks().kind();
        return server.probes().stream().filter(p -> p.kind() != asks).findFirst();
    }

    private static String kind(Checks.Kind kind) {
        return text(kind == Checks.Kind.TCP ? "stage.check.tcp" : "stage.check.http");
    }

    /** How a server was made to behave, in a word or two; nothing for a healthy one. */
    static String behaviour(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> "";
            case Behaviour.Slow(double times) ->
                text("stage.slow", times == Math.rint(times) ? Long.toString((long) times) : Double.toString(times));
            case Behaviour.Errors(int percent) -> text("stage.errors", Integer.toString(percent));
            case Behaviour.Zombie() -> text("stage.zombie");
            case Behaviour.Refusing() -> text("stage.refusing");
            case Behaviour.Crashed() -> text("stage.crashed");
            case Behaviour.Frozen() -> text("stage.frozen");
            case Behaviour.Resetting() -> text("stage.resetting");
            case Behaviour.Truncating() -> text("stage.truncating");
            case Behaviour.Miscounting(int _) -> text("stage.miscounting");
            case Behaviour.EndlessHead() -> text("stage.endless-head");
            case Behaviour.Flapping(var _, var _) -> text("stage.flapping");
            case Behaviour.Warming(var _) -> text("stage.warming");
            case Behaviour.Trickling(var _) -> text("stage.trickling");
        };
    }

    private static String shortened(String name, double size) {
        int most = (int) (LONGEST / (size * 0.56));
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }
}
