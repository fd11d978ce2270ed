package ringside.view.stage;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.view.Identities;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.world.Handling;
import ringside.world.Keys;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** What stands on the stage and where, from one frame to the next; tells which layers need drawing again. */
final class Staging {
    private static final double MORPH_MILLIS = 400;
    private static final double WALK_MILLIS = 450;
    private static final long LONG_JUMP_NANOS = 3_000_000_000L;

    /** How the picture moves on: whether time passes by itself, how fast, and whether pictures may move at all. */
    record Motion(boolean playing, double speed, boolean reduced) {}

    /** What decides how a ring looks. */
    private record RingKey(PolicyChoice policy, List<Integer> weights, List<ServerId> open, Keys keys) {}

    private final Identities identities;
    private final Choreography choreography = new Choreography(Choreography.LIMIT, this::inside);
    private final Byplay byplay = new Byplay();
    private boolean outside;
    private boolean elsewhere;
    private final Set<Layer> stale = EnumSet.allOf(Layer.class);

    private Scene scene;
    private RingKey ringKey;
    private Layout layout;
    private Box box = new Box(0, 0, 0, 0);
    private StageGeometry from;
    private StageGeometry target;
    private StageGeometry stage;
    private Optional<KeyDots> keys = Optional.empty();
    private Couriers couriers = Couriers.NONE;
    private double morphed = 1;
    private double walked = 1;
    private double travelled = 1;

    /** A stage that shows an instant at rest; {@code outside} when requests can come from outside the program. */
    Staging(Identities identities, Snapshot first, Layout layout, boolean outside) {
        this.identities = identities;
        this.layout = layout;
        this.outside = outside;
        scene = Scene.of(first, identities, Selection.NOTHING, outside);
        ringKey = ringKey(first);
        stage = StageGeometry.of(layout, box, scene.crowd());
        target = stage;
        from = stage;
        choreography.settle(first);
        byplay.settle(first);
    }

    /** Another world is shown from now on: nothing on the stage moves on from where it was. */
    void change(boolean fromOutside) {
        outside = fromOutside;
        elsewhere = true;
    }

    /** Gives the stage its room: everything is there at once. What is on its way in the room it has goes on. */
    void resize(Box other) {
        if (!other.equals(box)) {
            box = other;
            place(false);
        }
    }

    /** Everything has to be drawn again, as after a change of colours. */
    void repaint() {
        stale.addAll(EnumSet.allOf(Layer.class));
    }

    /** Draws the ground and the tiles again, as when something is picked up. */
    void regard() {
        stale.addAll(EnumSet.of(Layer.GROUND, Layer.TRAFFIC));
    }

    /** Moves over to another layout. */
    void layout(Layout other, boolean reduced) {
        if (other != layout) {
            layout = other;
            place(!reduced && pointsAreFew());
        }
    }

    private boolean pointsAreFew() {
        return scene.ring()
                .map(r -> r.points().size() < 3_000 && r.turns().size() <= 4_000)
                .orElse(true);
    }

    private void place(boolean moving) {
        from = stage;
        target = StageGeometry.of(layout, box, scene.crowd());
        morphed = moving ? 0 : 1;
        stage = moving ? from.toward(target, 0) : target;
        keys = scene.ring().map(r -> KeyDots.in(target.ring(), r.turns()));
        repaint();
    }

    private int inside(ServerId server) {
        return Slots.of(target.tile(server).width()).inside();
    }

    /** Takes in the newest picture. */
    void show(Snapshot snapshot, Selection selection, Motion motion) {
        var last = scene.snapshot();
        if (elsewhere || snapshot.nanos() != last.nanos() || snapshot.sequence() != last.sequence()) {
            follow(last, snapshot, motion);
            elsewhere = false;
        }
        if (!selection.equals(scene.selection())) {
            walked = motion.reduced() ? 1 : 0;
            scene = scene.at(snapshot, selection);
            regard();
        }
    }

    private void follow(Snapshot last, Snapshot snapshot, Motion motion) {
        boolean jumps = elsewhere || jumps(last, snapshot, motion);
        if (jumps) {
            choreography.settle(snapshot);
            byplay.settle(snapshot);
        } else {
            choreography.follow(snapshot, motion.speed());
            byplay.follow(snapshot);
        }
        var crowd = scene.crowd();
        var legs = legs();
        restage(snapshot, motion, jumps);
        if (elsewhere) {
            repaint();
        }
        if (!scene.crowd().equals(crowd)) {
            place(!motion.reduced());
        }
        if (!legs().equals(legs)) {
            stale.add(Layer.GROUND);
        }
        if (!snapshot.servers().equals(last.servers())) {
            stale.add(Layer.PLACES);
        }
        stale.add(Layer.TRAFFIC);
    }

    /** What decides how the ways between clients and servers look. */
    private record LegKey(Handling.Layer layer, Handling.Tls tls, List<String> pools) {}

    private LegKey legs() {
        var handling = scene.snapshot().scenario().handling();
        return new LegKey(handling.layer(), handling.tls(), scene.pools().names());
    }

    private void restage(Snapshot snapshot, Motion motion, boolean jumps) {
        var key = ringKey(snapshot);
        if (key.equals(ringKey) && !elsewhere) {
            scene = scene.at(snapshot, scene.selection());
            return;
        }
        ringKey = key;
        var before = scene.ring();
        scene = Scene.of(snapshot, identities, scene.selection(), outside);
        keys = scene.ring().map(r -> KeyDots.in(target.ring(), r.turns()));
        couriers = before.flatMap(b -> scene.ring().map(a -> Couriers.between(b, a)))
                .orElse(Couriers.NONE);
        travelled = motion.reduced() || jumps ? 1 : 0;
        regard();
    }

    private static RingKey ringKey(Snapshot snapshot) {
        var scenario = snapshot.scenario();
        return new RingKey(
                scenario.policy(),
                scenario.servers().stream().map(s -> s.weight()).toList(),
                snapshot.servers().stream()
                        .filter(ServerState::open)
                        .map(ServerState::id)
                        .toList(),
                scenario.traffic().keys());
    }

    private static boolean jumps(Snapshot last, Snapshot next, Motion motion) {
        long passed = next.nanos() - last.nanos();
        if (passed < 0 || next.sequence() < last.sequence()) {
            return true;
        }
        return motion.playing()
                ? passed > LONG_JUMP_NANOS * Math.max(1, motion.speed())
                : passed > 0 && next.sequence() > last.sequence() + 1;
    }

    /** Goes on for some time to watch, and tells what has to be drawn again; it is then taken as drawn. */
    Set<Layer> pass(double millis) {
        if (morphed < 1) {
            morphed = Math.min(1, morphed + millis / MORPH_MILLIS);
            stage = from.toward(target, eased(morphed));
            repaint();
        }
        if (walked < 1) {
            walked = Math.min(1, walked + millis / WALK_MILLIS);
            stale.add(Layer.TRAFFIC);
        }
        if (travelled < 1) {
            travelled = Math.min(1, travelled + millis / Couriers.MILLIS);
            stale.add(Layer.TRAFFIC);
        }
        boolean travels = choreography.pass(millis);
        boolean aside = byplay.pass(millis);
        if (travels || aside) {
            stale.add(Layer.TRAFFIC);
        }
        var drawn = stale.isEmpty() ? EnumSet.noneOf(Layer.class) : EnumSet.copyOf(stale);
        stale.clear();
        return drawn;
    }

    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }

    Scene scene() {
        return scene;
    }

    StageGeometry stage() {
        return stage;
    }

    /** Where the stage will be when it has come to rest. */
    StageGeometry target() {
        return target;
    }

    Box box() {
        return box;
    }

    Optional<KeyDots> keys() {
        return keys;
    }

    Choreography choreography() {
        return choreography;
    }

    Byplay byplay() {
        return byplay;
    }

    Identities identities() {
        return identities;
    }

    /** How far the picked lookup is drawn, 0 to 1. */
    double walked() {
        return walked;
    }

    Couriers couriers() {
        return couriers;
    }

    /** How far keys have come to their new owners, 0 to 1. */
    double travelled() {
        return travelled;
    }
}
