package ringside.view.stage;

import static ringside.view.Texts.text;

import ringside.engine.Health;
import ringside.view.Identity;
import ringside.world.ServerState;

/** Draws a server's tile: its letter, colour and pattern, how busy it is, and what its checks say. */
record TilePainter(Brush brush, Palette palette, Scene scene) {
    private static final int MOST_PIPS = 8;

    /** How a tile is drawn. */
    enum Style {
        /** As it is. */
        PRESENT,
        /** Where it was, while it is dragged. */
        OUTLINE
    }

    /** Draws the tile of a server with its pips. */
    void paint(ServerState server, Box box, Style style) {
        var identity = scene.identity(server.id());
        double corner = TileFace.corner(box);
        double seen = server.open() ? 1 : 0.55;
        if (style == Style.PRESENT) {
            brush.rectangle(box, corner, Ink.fill(palette.card()));
            level(server, box, corner, seen);
        }
        frame(server, box, corner, style);
        double lift = box.width() >= 30 && scene.busy() ? box.height() * 0.12 : 0;
        var face = new Box(box.x(), box.y() - lift, box.width(), box.height());
        new TileFace(brush, palette).letter(identity, face, style == Style.OUTLINE ? 0.6 : seen);
        if (style == Style.PRESENT && scene.checked() && box.width() >= 20) {
            pips(server, box);
        }
    }

    private void level(ServerState server, Box box, double corner, double seen) {
        double share = Math.min(1, (double) server.inFlight() / server.spec().workers());
        if (share == 0) {
            return;
        }
        var identity = scene.identity(server.id());
        double rim = corner * 0.4;
        double height = (box.height() - 2 * rim) * share;
        var fill = new Box(box.x() + rim, box.bottom() - rim - height, box.width() - 2 * rim, height);
        var wash = palette.wash(identity.number());
        brush.rectangle(fill, 0, Ink.fill(wash.at(wash.alpha() * seen)));
        if (box.width() >= 20) {
            pattern(identity, fill);
        }
    }

    private void pattern(Identity identity, Box box) {
        var hatch = Hatch.of(identity.pattern(), box.inset(1));
        if (!hatch.from().isEmpty()) {
            var ink = Ink.stroke(palette.identity(identity.number()).at(0.3), 1);
            brush.lines(hatch.from(), hatch.to(), identity.pattern() == Identity.Pattern.DOTTED ? ink.dashed(2) : ink);
        }
    }

    private void frame(ServerState server, Box box, double corner, Style style) {
        boolean picked = scene.pickedServer().map(server.id()::equals).orElse(false);
        if (picked) {
            brush.rectangle(box.inset(-4), corner + 3, Ink.stroke(palette.accent(), 2));
        }
        double weight = Math.clamp(1.6 + Math.log(server.spec().weight()) / Math.log(2) * 0.9, 1.6, 5);
        double width = box.width() < 24 ? Math.min(weight, 1.5) : weight + 0.4;
        var tint = palette.identity(scene.identity(server.id()).number());
        boolean down = !server.health().up();
        var ink = Ink.stroke(down ? tint.at(0.5) : tint, width);
        brush.rectangle(box, corner, style == Style.OUTLINE || server.draining() ? ink.dashed(4) : ink);
    }

    private void pips(ServerState server, Box box) {
        var health = server.health();
        int all = health.needed();
        var tint = tint(server);
        if (all > MOST_PIPS) {
            String told = (health.streak() == 0 ? all : health.streak()) + "/" + all;
            brush.text(
                    told,
                    new Place(box.centre().x(), box.y() - 5),
                    Lettering.bold(9).middle(),
                    tint);
            return;
        }
        boolean resting = health.streak() == 0;
        double radius = Math.clamp(box.width() * 0.075, 1.6, 3.8);
        double pitch = radius * 3;
        for (int i = 0; i < all; i++) {
            double off = i - (all - 1) / 2.0;
            double lift = all == 1 ? 0 : 2 * (1 - Math.abs(off) / ((all - 1) / 2.0));
            var at = new Place(box.centre().x() + off * pitch, box.y() - radius - 3.5 - lift);
            boolean full = resting ? health.up() : i < health.streak();
            brush.circle(
                    at,
                    radius,
                    full ? full(server, tint) : Ink.fill(palette.card()).edged(tint, 1.3));
        }
    }

    private Ink full(ServerState server, Tint tint) {
        boolean turning = !server.draining() && server.health().streak() > 0;
        return turning ? Ink.fill(palette.turning(server.health().up())).edged(tint, 1.3) : Ink.fill(tint);
    }

    /** What its checks say, as a colour. */
    Tint tint(ServerState server) {
        if (server.draining()) {
            return palette.calm();
        }
        return switch (server.health().phase()) {
            case UNCHECKED -> palette.muted();
            case UP -> palette.good();
            case GOING_DOWN -> palette.falling();
            case COMING_UP -> palette.warn();
            case DOWN -> palette.bad();
        };
    }

    /** What its checks say, in two words. */
    static String phase(ServerState server) {
        if (server.draining()) {
            return text("stage.draining");
        }
        var health = server.health();
        return switch (health.phase()) {
            case UNCHECKED -> text("stage.unchecked");
            case UP -> text("stage.up");
            case GOING_DOWN -> streak("stage.going-down", health);
            case DOWN -> text("stage.down");
            case COMING_UP -> streak("stage.coming-up", health);
        };
    }

    private static String streak(String key, Health health) {
        return text(key, Integer.toString(health.streak()), Integer.toString(health.needed()));
    }
}
