package ringside.view.stage;

import java.util.List;
import java.util.stream.Stream;
import ringside.world.Handling;
import ringside.world.ServerState;

/**
 * Draws the legs of the flow: lines where the balancer looks into requests, pipes where it does not (lines still where
 * they are too many), and a padlock on those that are encrypted.
 */
record LegPainter(Brush brush, Palette palette, Scene scene) {
    private static final int MANY = 24;
    private static final int FEW = 8;
    private static final double LINE = 1.5;
    private static final double HALFWAY = 0.5;
    private static final double BEFORE_QUEUES = 0.36;

    /** One leg, from the balancer to its other end. */
    private record Leg(Place from, Place to, Ink ink) {}

    /** Draws all of them as clearly as the layout shows them. */
    void paint(StageGeometry stage, double shown) {
        var handling = scene.snapshot().scenario().handling();
        var clients = clients(stage, shown);
        var servers = servers(stage, shown);
        var all = Stream.concat(clients.stream(), servers.stream()).toList();
        if (handling.layer() == Handling.Layer.TCP && servers.size() <= MANY) {
            pipes(all, bore(stage), shown);
        } else {
            all.forEach(leg -> brush.line(leg.from(), leg.to(), leg.ink()));
        }
        if (handling.tls() != Handling.Tls.OFF) {
            lock(clients, HALFWAY, shown);
        }
        if (handling.tls() == Handling.Tls.AT_SERVERS) {
            lock(servers, BEFORE_QUEUES, shown);
        }
    }

    private List<Leg> clients(StageGeometry stage, double shown) {
        var from = stage.flow().balancer().leftMiddle();
        var ink = Ink.stroke(palette.line().at(shown), LINE);
        return stage.flow().clients().stream()
                .map(client -> new Leg(from, client.rightMiddle(), ink))
                .toList();
    }

    private List<Leg> servers(StageGeometry stage, double shown) {
        var servers = scene.snapshot().servers();
        var from = stage.flow().balancer().rightMiddle();
        double clear = shown * (servers.size() > MANY ? 0.4 : 1);
        var pools = scene.pools();
        return servers.stream()
                .map(s -> new Leg(
                        from,
                        stage.tile(s.id()).leftMiddle().plus(-4, 0),
                        ink(s, pools.several() ? palette.kin(pools.of(s.id())) : palette.line(), clear, shown)))
                .toList();
    }

    private Ink ink(ServerState server, Tint way, double clear, double shown) {
        if (scene.pickedServer().filter(server.id()::equals).isPresent()) {
            int number = scene.identity(server.id()).number();
            return Ink.stroke(palette.identity(number).at(shown), 2);
        }
        var ink = Ink.stroke(way.at(clear), LINE);
        return server.open() ? ink : ink.dashed(3);
    }

    /** How wide a pipe is within: a request fits in. */
    private double bore(StageGeometry stage) {
        return 2 * new Routes(stage, scene).radius() + 3;
    }

    /* All walls before all bores: where pipes meet, they are one. */
    private void pipes(List<Leg> legs, double bore, double shown) {
        for (var leg : legs) {
            var wall = leg.ink();
            tube(leg, wall.stroke(), bore + 2 * wall.width(), wall.dash());
        }
        legs.forEach(leg -> tube(leg, palette.panel().at(shown), bore, 0));
    }

    /** A broad line with a round end, half of which lies beneath what is there. */
    private void tube(Leg leg, Tint tint, double width, double dash) {
        brush.line(leg.from(), leg.to(), Ink.stroke(tint, width).dashed(dash));
        brush.circle(leg.to(), width / 2, Ink.fill(tint));
    }

    /** Locks each leg, or the one in the middle for all where they are many. */
    private void lock(List<Leg> legs, double share, double shown) {
        var padlock = new PadlockPainter(brush, palette);
        var locked = legs.size() <= FEW ? legs : List.of(legs.get(legs.size() / 2));
        locked.forEach(leg -> padlock.paint(leg.from().toward(leg.to(), share), shown));
    }
}
