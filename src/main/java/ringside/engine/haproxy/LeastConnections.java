package ringside.engine.haproxy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Attempt;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

/** Gives the request to the server with the fewest requests in flight for its weight; equals wait in a queue. */
public final class LeastConnections implements FarmPolicy {
    /*
     * HAProxy's leastconn (src/lb_fwlc.c): a tree of keys, (in flight + 1) * 4096 / effective weight, and of several with
     * the lowest key the one that has had it longest. A server goes to the back of a key when its own key changes to that,
     * and not when it is recomputed and stays; weights above 4096 / key differ in nothing any more.
     *
     * Trap: an idle server's key is 0 whatever its weight. On a quiet day the weights do nothing and all take turns.
     */
    private static final long FULL_WEIGHT = (long) Farm.HEAVIEST * SlowStart.SCALE;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/leastconn",
            "Gives the request to the server with the fewest requests in flight for its weight; equals wait in a"
                    + " queue.",
            List.of(Farm.ALL_BACKUPS),
            Optional.empty(),
            (choice, ticks, _) -> new LeastConnections(choice, ticks));

    private static final class Seat extends Tree.Leaf {
        private final ServerId id;
        private boolean hung;
        private int place;
        private int weight;
        private int inFlight;
        private long key;

        private Seat(ServerId id) {
            this.id = id;
        }
    }

    private final Farm farm;
    private final Map<ServerId, Seat> seats = new HashMap<>();
    private final Tree<Seat> tree = new Tree<>();

    /** By these options, and by this clock. */
    public LeastConnections(PolicyChoice choice, Ticks ticks) {
        farm = new Farm(ticks, choice);
    }

    @Override
    public Farm farm() {
        return farm;
    }

    @Override
    public void use(Pool pool) {
        farm.use(pool);
        seats.values().stream().filter(s -> pool.placeOf(s.id).isEmpty()).forEach(this::takeDown);
        seats.keySet().removeIf(id -> pool.placeOf(id).isEmpty());
        hang();
    }

    private void hang() {
        for (int place = 0; place < farm.pool().size(); place++) {
            var seat = seats.computeIfAbsent(farm.id(place), Seat::new);
            seat.place = place;
            boolean onDuty = Arrays.binarySearch(farm.duty(), place) >= 0;
            int weight = onDuty ? farm.weight(place) : 0;
            if (!onDuty) {
                takeDown(seat);
            } else if (!seat.hung || weight != seat.weight) {
                takeDown(seat);
                hang(seat, weight);
            }
        }
    }

    private void takeDown(Seat seat) {
        if (seat.hung) {
            tree.remove(seat);
            seat.hung = false;
        }
    }

    private void hang(Seat seat, int weight) {
        seat.weight = weight;
        seat.key = keyOf(seat);
        seat.hung = true;
        tree.put(seat, seat.key);
    }

    private static long keyOf(Seat seat) {
        return seat.inFlight == 0 ? 0 : (seat.inFlight + 1) * FULL_WEIGHT / seat.weight;
    }

    private void holds(Seat seat, int inFlight) {
        seat.inFlight = inFlight;
        if (seat.hung && keyOf(seat) != seat.key) {
            takeDown(seat);
            hang(seat, seat.weight);
        }
    }

    /** Servers hold what the loads say, should it have changed without a word. */
    private void follow(Loads loads) {
        for (int place = 0; place < farm.pool().size(); place++) {
            var seat = seats.computeIfAbsent(farm.id(place), Seat::new);
            if (seat.inFlight != loads.inFlight(place)) {
                holds(seat, loads.inFlight(place));
            }
        }
    }

    @Override
    public void settled(Attempt attempt) {
        Optional.ofNullable(seats.get(attempt.server()))
                .filter(seat -> seat.inFlight > 0)
                .ifPresent(seat -> holds(seat, seat.inFlight - 1));
    }

    @Override
    public Pick pick(Call call) {
        if (farm.reweighed()) {
            hang();
        }
        follow(call.loads());
        var able = tree.leaves()
                .filter(seat -> call.open(seat.place) && farm.room(seat.place, call.loads()))
                .iterator();
        if (!able.hasNext()) {
            return farm.nobody(call);
        }
        var seat = able.next();
        if (call.avoids(seat.place) && able.hasNext()) {
            seat = able.next();
        }
        var pick = call.reasoned()
                ? new Pick.Chosen(seat.id, new HaproxyReason.LowestKey(keys()))
                : farm.pool().chosen(seat.place);
        holds(seat, seat.inFlight + 1);
        return pick;
    }

    private List<HaproxyReason.Key> keys() {
        return tree.leaves()
                .map(s -> new HaproxyReason.Key(s.id, s.inFlight, s.weight, s.key))
                .toList();
    }
}
