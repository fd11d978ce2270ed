package ringside.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;

/** A stretch of the ring whose keys belong to one server: it ends at that server's point. */
record Arc(Span span, ServerId owner) {
    /** A stretch that changes hands. */
    record Change(Span span, ServerId from, ServerId to) {}

    /**
     * The arcs that points make, neighbours of one owner joined; a point whose server is not open is passed over.
     *
     * @param points clockwise from twelve o'clock
     */
    static List<Arc> of(List<RingPolicy.Point> points, Predicate<ServerId> open) {
        var live = points.stream().filter(p -> open.test(p.server())).toList();
        var ends = new ArrayList<RingPolicy.Point>();
        for (int i = 0; i < live.size(); i++) {
            var next = live.get((i + 1) % live.size());
            if (!next.server().equals(live.get(i).server())) {
                ends.add(live.get(i));
            }
        }
        if (ends.isEmpty()) {
            return live.isEmpty()
                    ? List.of()
                    : List.of(new Arc(Span.WHOLE, live.getFirst().server()));
        }
        var arcs = new ArrayList<Arc>();
        var before = ends.getLast();
        for (var end : ends) {
            arcs.add(new Arc(between(before, end), end.server()));
            before = end;
        }
        return arcs;
    }

    private static Span between(RingPolicy.Point from, RingPolicy.Point to) {
        return Span.between(from.position().turn(), to.position().turn());
    }

    /** Who owns the key at a turn; arcs as {@link #of} makes them, not empty. */
    static ServerId ownerAt(List<Arc> arcs, double turn) {
        int low = 0;
        int high = arcs.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Span.wrap(arcs.get(middle).span().end()) < turn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var found = arcs.get(low);
        return found.span().contains(turn) ? found.owner() : arcs.getFirst().owner();
    }

    /** The stretches that belong to somebody else afterwards. */
    static List<Change> changes(List<Arc> before, List<Arc> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        var cuts = new TreeSet<Double>();
        before.forEach(a -> cuts.add(Span.wrap(a.span().end())));
        after.forEach(a -> cuts.add(Span.wrap(a.span().end())));
        var changes = new ArrayList<Change>();
        double from = cuts.last();
        for (double to : cuts) {
            var was = ownerAt(before, to);
            var is = ownerAt(after, to);
            if (!was.equals(is)) {
                var span = cuts.size() == 1 ? Span.WHOLE : Span.between(from, to);
                join(changes, new Change(span, was, is));
            }
            from = to;
        }
        return changes;
    }

    private static void join(List<Change> changes, Change next) {
        if (!changes.isEmpty()) {
            var last = changes.getLast();
            boolean touches =
                    Math.abs(Span.wrap(last.span().end()) - next.span().from()) < 1e-12;
            if (touches && last.from().equals(next.from()) && last.to().equals(next.to())) {
                var whole = new Span(
                        last.span().from(), last.span().sweep() + next.span().sweep());
                changes.set(changes.size() - 1, new Change(whole, next.from(), next.to()));
                return;
            }
        }
        changes.add(next);
    }
}
