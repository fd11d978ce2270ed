package ringside.view.stage;

import java.util.Optional;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.textbook.TextbookReason;
import ringside.view.Selection;
import ringside.world.RequestState;

/** Draws a lookup: a stroke that spreads clockwise from the picked key to the point of its owner. */
record WalkPainter(Brush brush, Palette palette, Scene scene) {
    /** Draws this share of the walk, 0 to 1. */
    void paint(StageGeometry stage, Optional<KeyDots> keys, double share) {
        if (stage.ringShown() < 0.98
                || scene.ring().isEmpty()
                || scene.pickedKey().isEmpty()) {
            return;
        }
        var ring = scene.ring().get();
        var key = scene.pickedKey().get();
        double from = ring.turnOf(key);
        owner(ring, from).ifPresent(owner -> walk(stage, new Walk(key, from, owner, share), keys));
    }

    private record Walk(String key, double from, ServerId owner, double share) {}

    /** A picked request went where its reason says; a picked key belongs to who has its arc now. */
    private Optional<ServerId> owner(RingScene ring, double from) {
        if (scene.selection() instanceof Selection.OfRequest(long request)) {
            return scene.snapshot()
                    .request(request)
                    .flatMap(RequestState::last)
                    .filter(a -> isWalk(a.why()))
                    .map(RequestState.Attempt::server);
        }
        return ring.arcs().isEmpty() ? Optional.empty() : Optional.of(Arc.ownerAt(ring.arcs(), from));
    }

    private static boolean isWalk(Reason why) {
        return switch (why) {
            case Reason.Walk _, TextbookReason.BoundedWalk _, Reason.Untold _ -> true;
            case EnvoyReason.OnRing ring -> ring.attempt() == 0;
            default -> false;
        };
    }

    private void walk(StageGeometry stage, Walk walk, Optional<KeyDots> keys) {
        var ring = stage.ring();
        var shown = scene.ring().orElseThrow();
        double landing = shown.landing(walk.from(), walk.owner());
        int number = scene.identity(walk.owner()).number();
        var tint = palette.lettering(number);
        double along = Span.wrap(landing - walk.from()) * walk.share();
        var dot = keys.filter(_ -> shown.keys().contains(walk.key()))
                .map(k -> k.place(ring, shown.keys().indexOf(walk.key())))
                .orElse(ring.at(walk.from(), ring.inner() - 14));
        brush.line(dot, ring.at(walk.from(), ring.radius()), Ink.stroke(tint, 2.5));
        brush.band(ring.centre(), ring.radius(), new Span(walk.from(), along), Ink.stroke(tint, 4));
        brush.circle(
                ring.at(walk.from() + along, ring.radius()),
                5,
                Ink.fill(palette.card()).edged(tint, 2.5));
        brush.circle(dot, 5.5, Ink.fill(tint).edged(palette.card(), 1.5));
        label(ring, walk.key(), dot);
    }

    private void label(RingGeometry ring, String key, Place dot) {
        var lettering = new Lettering(11, Lettering.Weight.MONO, Lettering.Align.MIDDLE);
        String text = key.length() > 24 ? key.substring(0, 23) + "…" : key;
        var inward = dot.toward(ring.centre(), 24 / Math.max(24, ring.centre().distance(dot)));
        var box = Box.around(inward, lettering.width(text) + 16, 20);
        brush.rectangle(box, 6, Ink.fill(palette.panel()).edged(palette.card(), 1.5));
        brush.text(text, box.centre().plus(0, 4), lettering, palette.text());
    }
}
