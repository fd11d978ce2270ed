package ringside.view.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;

/** Draws the ring: arcs in their owners' colours, the points of servers, keys at their hash. */
record RingPainter(Brush brush, Palette palette, Scene scene) {
    private static final int MOST_TICKS = 1_200;
    private static final int FEW_KEYS = 24;
    private static final double FINEST = 1.4;
    private static final double HATCHED = 24;
    private static final double CLAIM = 7;

    /** Draws the ring where it has its place, as clearly as the layout shows it. */
    void paint(StageGeometry stage, Optional<KeyDots> keys, Optional<Claim> claim) {
        if (stage.ringShown() <= 0) {
            return;
        }
        var ring = stage.ring();
        if (scene.ring().isEmpty()) {
            bare(ring, stage.ringShown());
            return;
        }
        var shown = scene.ring().get();
        double aside = claim.isEmpty() ? 1 : 0.45;
        brush.named("arcs", () -> arcs(ring, shown, stage.ringShown() * aside));
        brush.named("changes", () -> claim.ifPresent(c -> changes(ring, c.changes())));
        brush.named("points", () -> points(stage, shown, aside));
        brush.named("claimed", () -> claim.ifPresent(c -> claimed(ring, c)));
        if (stage.ringShown() > 0.98) {
            brush.named("keys", () -> keys.ifPresent(k -> keys(ring, shown, k)));
        }
    }

    private void bare(RingGeometry ring, double alpha) {
        brush.circle(
                ring.centre(),
                ring.radius(),
                Ink.stroke(palette.line().at(alpha), 1.5).dashed(4));
    }

    private void arcs(RingGeometry ring, RingScene shown, double alpha) {
        if (shown.arcs().isEmpty()) {
            brush.circle(ring.centre(), ring.radius(), Ink.stroke(palette.line().at(0.5 * alpha), ring.band()));
        }
        var picked = scene.pickedServer();
        for (var arc : visible(shown.arcs(), ring)) {
            int number = scene.identity(arc.owner()).number();
            boolean lit = picked.isPresent() && picked.get().equals(arc.owner());
            var wash = palette.wash(number);
            double strength = lit ? 0.75 : picked.isPresent() ? wash.alpha() * 0.7 : wash.alpha() + 0.04;
            brush.band(ring.centre(), ring.radius(), arc.span(), Ink.stroke(wash.at(strength * alpha), ring.band()));
        }
    }

    /** Arcs finer than the eye can part are drawn as the owner of their end has it. */
    private static List<Arc> visible(List<Arc> arcs, RingGeometry ring) {
        double finest = FINEST / (2 * Math.PI * ring.radius());
        if (arcs.size() * finest < 0.5) {
            return arcs;
        }
        var coarse = new ArrayList<Arc>();
        int steps = (int) Math.ceil(1 / finest);
        for (int i = 0; i < steps; i++) {
            double from = (double) i / steps;
            var owner = Arc.ownerAt(arcs, from + 0.5 / steps);
            var last = coarse.isEmpty() ? null : coarse.getLast();
            if (last != null && last.owner().equals(owner)) {
                coarse.set(
                        coarse.size() - 1,
                        new Arc(new Span(last.span().from(), last.span().sweep() + 1.0 / steps), owner));
            } else {
                coarse.add(new Arc(new Span(from, 1.0 / steps), owner));
            }
        }
        return coarse;
    }

    private void changes(RingGeometry ring, List<Arc.Change> changes) {
        for (var change : changes) {
            var from = palette.identity(scene.identity(change.from()).number());
            var to = palette.identity(scene.identity(change.to()).number());
            boolean hatched = change.span().sweep() * 2 * Math.PI * ring.radius() > HATCHED;
            if (hatched) {
                brush.band(ring.centre(), ring.radius(), change.span(), Ink.stroke(from.at(0.45), ring.band() + 4));
            }
            var ink = Ink.stroke(to, ring.band() + 4);
            brush.band(ring.centre(), ring.radius(), change.span(), hatched ? ink.dashed(5) : ink);
        }
    }

    private void points(StageGeometry stage, RingScene shown, double aside) {
        var ring = stage.ring();
        if (shown.points().size() <= MOST_TICKS) {
            double strength = stage.ringShown() * (shown.single().isEmpty() ? aside * aside : 1);
            byServer(shown.points()).forEach((server, points) -> ticks(stage, server, points, strength));
        }
        brush.line(
                ring.at(0, ring.outer() + 4),
                ring.at(0, ring.inner() - 4),
                Ink.stroke(palette.muted().at(0.8 * stage.ringShown()), 1));
    }

    /* Longer than other points, so that they are seen among the arcs that would change with them. */
    private void claimed(RingGeometry ring, Claim claim) {
        var from = new ArrayList<Place>();
        var to = new ArrayList<Place>();
        for (int i = 0; i < claim.points().size(); i++) {
            from.add(ring.at(claim.points().at(i), ring.inner() - 3));
            to.add(ring.at(claim.points().at(i), ring.outer() + CLAIM));
        }
        int number = scene.identity(claim.server()).number();
        brush.lines(from, to, Ink.stroke(palette.identity(number), from.size() == 1 ? 3 : 1.6));
    }

    private static Map<ServerId, List<RingPolicy.Point>> byServer(List<RingPolicy.Point> points) {
        var sorted = new TreeMap<ServerId, List<RingPolicy.Point>>();
        points.forEach(
                p -> sorted.computeIfAbsent(p.server(), _ -> new ArrayList<>()).add(p));
        return sorted;
    }

    private void ticks(StageGeometry stage, ServerId server, List<RingPolicy.Point> points, double strength) {
        var ring = stage.ring();
        var from = new ArrayList<Place>();
        var to = new ArrayList<Place>();
        boolean single = points.size() == 1;
        double over = single ? 4 : 0;
        for (var point : points) {
            from.add(ring.at(point.position().turn(), ring.inner() - over));
            to.add(ring.at(point.position().turn(), ring.outer() + over));
        }
        double seen =
                scene.snapshot().server(server).map(s -> s.open() ? 1.0 : 0.4).orElse(1.0);
        var ink = Ink.stroke(palette.identity(scene.identity(server).number()).at(seen * strength), single ? 3 : 1.4);
        brush.lines(from, to, ink);
        if (single && stage.flowShown() < 1) {
            brush.line(
                    to.getFirst(),
                    edge(stage.tile(server), to.getFirst()),
                    Ink.stroke(ink.stroke().at(seen * (1 - stage.flowShown())), 2));
        }
        if (single && stage.flowShown() > 0.98) {
            badge(ring, server, points.getFirst().position().turn());
        }
    }

    /** Where a line from a point to the middle of a tile meets its edge. */
    private static Place edge(Box tile, Place from) {
        var middle = tile.centre();
        double far = Math.max(Math.abs(from.x() - middle.x()), Math.abs(from.y() - middle.y()));
        return far < 1 ? middle : middle.toward(from, Math.min(1, tile.width() / 2 / far));
    }

    private void badge(RingGeometry ring, ServerId server, double turn) {
        var at = ring.at(turn, ring.outer() + 16);
        var identity = scene.identity(server);
        brush.rectangle(
                Box.around(at, 20), 5, Ink.fill(palette.card()).edged(palette.identity(identity.number()), 1.6));
        brush.text(
                identity.badge(),
                at.plus(0, 3.8),
                Lettering.bold(identity.badge().length() > 1 ? 9 : 11).middle(),
                palette.lettering(identity.number()));
    }

    private void keys(RingGeometry ring, RingScene shown, KeyDots dots) {
        var inks = new HashMap<ServerId, Ink>();
        var lost = Ink.fill(palette.muted().at(0.5));
        for (int key = 0; key < dots.size(); key++) {
            var ink = shown.ownerOf(key)
                    .map(o -> inks.computeIfAbsent(
                            o,
                            id -> Ink.fill(palette.identity(scene.identity(id).number()))))
                    .orElse(lost);
            brush.circle(dots.place(ring, key), dots.dot(), ink);
        }
        if (dots.size() <= FEW_KEYS) {
            names(ring, shown, dots);
        }
    }

    /** Writes as many names as fit without touching; a picked key has its own. */
    private void names(RingGeometry ring, RingScene shown, KeyDots dots) {
        var taken = new ArrayList<Box>();
        var picked = scene.pickedKey().map(shown.keys()::indexOf).filter(i -> i >= 0);
        picked.ifPresent(i ->
                taken.add(label(ring, shown.keys().get(i), dots.place(ring, i)).inset(-8)));
        for (int key = 0; key < dots.size(); key++) {
            var box = label(ring, shown.keys().get(key), dots.place(ring, key));
            if (taken.stream().noneMatch(box::overlaps) && !(picked.isPresent() && picked.get() == key)) {
                taken.add(box);
                brush.text(
                        shown.keys().get(key),
                        box.centre().plus(0, 3.5),
                        Lettering.mono(10).middle(),
                        palette.muted());
            }
        }
    }

    private static Box label(RingGeometry ring, String key, Place at) {
        double width = Lettering.mono(10).width(key);
        double gap = Math.max(1, ring.centre().distance(at));
        double inward = 10 + width / 2 * Math.abs(at.x() - ring.centre().x()) / gap;
        return Box.around(at.toward(ring.centre(), inward / gap), width, 14);
    }
}
