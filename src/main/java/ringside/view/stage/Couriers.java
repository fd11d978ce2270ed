package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.ServerId;
import ringside.view.Figures;

/** Keys on their way to a new owner: each travels clockwise along the circle to the point that now ends its walk. */
record Couriers(List<Courier> travelling, int moved, int of) {
    /** How long the way takes to watch. */
    static final double MILLIS = 700;

    static final Couriers NONE = new Couriers(List.of(), 0, 0);
    private static final int MOST = 320;

    /** One key on its way. */
    record Courier(Span way, ServerId owner) {}

    /** Those that go from how a ring was to how it is now; none when the keys are others. */
    static Couriers between(RingScene before, RingScene after) {
        if (!before.keys().equals(after.keys())
                || before.arcs().isEmpty()
                || after.arcs().isEmpty()) {
            return NONE;
        }
        var moved = new ArrayList<Integer>();
        for (int key = 0; key < after.turns().size(); key++) {
            if (!before.ownerOf(key).equals(after.ownerOf(key))) {
                moved.add(key);
            }
        }
        int every = Math.max(1, (moved.size() + MOST - 1) / MOST);
        Map<ServerId, Turns> points = new HashMap<>();
        var travelling = new ArrayList<Courier>();
        for (int i = 0; i < moved.size(); i += every) {
            double turn = after.turns().at(moved.get(i));
            var owner = after.ownerOf(moved.get(i)).orElseThrow();
            var ends = points.computeIfAbsent(owner, after::pointsOf);
            travelling.add(new Courier(Span.between(turn, ends.next(turn)), owner));
        }
        return new Couriers(travelling, moved.size(), after.turns().size());
    }

    /** Where one is after this share of the time. */
    static Place place(RingGeometry ring, Courier courier, double share) {
        double eased = share * share * (3 - 2 * share);
        return ring.at(courier.way().from() + courier.way().sweep() * eased, ring.radius());
    }

    /** What was counted, once anything moved. */
    Optional<String> counted(double share) {
        return of == 0
                ? Optional.empty()
                : Optional.of(text("stage.moved", Figures.count(Math.round(moved * share)), Figures.count(of)));
    }
}
