package ringside.engine.haproxy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import ringside.engine.ServerId;

/** HAProxy's round robin over one group of servers: who is due at which position of the round. */
final class Schedule {
    /*
     * Three trees. A round has as many positions as the group has effective weight. Servers begin in "initial", heaviest
     * first; one that was asked is due again a step further, the round divided by its weight, and hangs in "current" if
     * that is in this round, else in "following". Those due by now go first, then those still in "initial". When both
     * are empty, "following" becomes "initial" and a new round begins, with the weights of that moment; so a change of
     * weights is felt at once by who is changed, and by the others from their next step on.
     */
    private static final int SHARES = 256;
    private static final int FULL_WEIGHT = SHARES * SlowStart.SCALE;

    private final Tree<Seat> nowhere = new Tree<>();
    private final Tree<Seat> current = new Tree<>();
    private final Map<ServerId, Seat> seats = new HashMap<>();
    private final Deque<Seat> passed = new ArrayDeque<>();
    private Tree<Seat> initial = new Tree<>();
    private Tree<Seat> following = new Tree<>();
    private int round;
    private int nextRound;
    private int position;

    /** Who is scheduled from now on; who stays keeps its position. */
    void use(Farm farm, IntPredicate member) {
        boolean fresh = seats.isEmpty();
        seats.values().stream()
                .filter(seat -> farm.pool().placeOf(seat.id).isEmpty())
                .forEach(this::down);
        seats.keySet().removeIf(id -> farm.pool().placeOf(id).isEmpty());
        for (int place = 0; place < farm.pool().size(); place++) {
            var seat = seats.computeIfAbsent(farm.id(place), id -> new Seat(id, nowhere));
            seat.place = place;
            change(seat, member.test(place) ? farm.weight(place) : 0, fresh);
        }
        if (fresh) {
            round = nextRound;
            position = nextRound;
        }
    }

    private void change(Seat seat, int weight, boolean fresh) {
        boolean scheduled = seat.tree != nowhere;
        if (weight == 0) {
            down(seat);
        } else if (!scheduled && fresh) {
            nextRound += weight;
            seat.weight = weight;
            queueByWeight(seat, initial);
        } else if (!scheduled) {
            nextRound += weight;
            seat.weight = weight;
            seat.due = position + (nextRound + round - position) / weight;
            queue(seat);
        } else if (weight != seat.weight) {
            reweigh(seat, weight);
        }
    }

    private void down(Seat seat) {
        if (seat.tree != nowhere) {
            seat.tree.remove(seat);
            seat.tree = nowhere;
            nextRound -= seat.weight;
        }
    }

    private void reweigh(Seat seat, int weight) {
        nextRound += weight - seat.weight;
        seat.weight = weight;
        seat.tree.remove(seat);
        if (seat.tree == initial) {
            queueByWeight(seat, initial);
            return;
        }
        int before = seat.tree == following ? seat.due + round : seat.due;
        int step = nextRound / weight;
        seat.due = Math.min(seat.last + step, before);
        seat.rest = 0;
        if (seat.due < position + 2) {
            seat.due = position + step;
        }
        queue(seat);
    }

    boolean isEmpty() {
        return initial.isEmpty() && current.isEmpty() && following.isEmpty();
    }

    /**
     * The server that is due, and moves it on to when it is due again.
     *
     * @param room whether the server at a place can take the request; one that can't is moved on as well
     * @param avoid the place to pass over unless it is the only one
     */
    Optional<Seat> next(IntPredicate room, int avoid) {
        if (round == 0) {
            round = nextRound;
            position = nextRound;
        }
        boolean turned = false;
        Optional<Seat> avoided = Optional.empty();
        Optional<Seat> taken = Optional.empty();
        while (taken.isEmpty()) {
            var due = due();
            if (due.isEmpty()) {
                if (turned) {
                    taken = avoided;
                    break;
                }
                turn();
                turned = true;
                continue;
            }
            var seat = due.get();
            advance(seat);
            boolean open = room.test(seat.place);
            if (open && (seat.place != avoid || avoided.isPresent())) {
                taken = due;
            } else {
                avoided = open ? due : avoided;
                passed.push(seat);
            }
        }
        taken.ifPresent(this::queue);
        putBack(taken, turned);
        return taken;
    }

    private Optional<Seat> due() {
        var first = current.first();
        if ((first.isPresent() && first.get().due <= position) || initial.isEmpty()) {
            return first;
        }
        var fresh = initial.first();
        fresh.ifPresent(seat -> {
            seat.due = 0;
            seat.rest = 0;
        });
        return fresh;
    }

    private void advance(Seat seat) {
        if (seat.due == 0) {
            seat.due = position;
        }
        seat.last = seat.due;
        seat.due += nextRound / seat.weight;
        seat.rest += nextRound % seat.weight;
        if (seat.rest >= seat.weight) {
            seat.rest -= seat.weight;
            seat.due++;
        }
        seat.tree.remove(seat);
        position++;
    }

    private void turn() {
        var empty = initial;
        initial = following;
        following = empty;
        round = nextRound;
        position = nextRound;
    }

    private void putBack(Optional<Seat> taken, boolean turned) {
        while (!passed.isEmpty()) {
            var seat = passed.pop();
            if (taken.filter(seat::equals).isPresent()) {
                continue;
            }
            if (turned) {
                queueByWeight(seat, initial);
            } else {
                queue(seat);
            }
        }
    }

    private void queue(Seat seat) {
        if (seat.due >= 2 * round || seat.due >= round + nextRound) {
            seat.due -= round;
            queueByWeight(seat, following);
        } else {
            seat.tree = current;
            current.put(seat, (long) SHARES * seat.due + (FULL_WEIGHT + seat.rest - seat.weight) / SlowStart.SCALE);
        }
    }

    private static void queueByWeight(Seat seat, Tree<Seat> tree) {
        seat.tree = tree;
        tree.put(seat, FULL_WEIGHT - seat.weight);
    }

    /** The position that the round stands at. */
    int position() {
        return position;
    }

    /** Everyone scheduled: those due in this round, then those not asked yet, then those of the next round. */
    List<HaproxyReason.Due> order() {
        var order = new ArrayList<HaproxyReason.Due>();
        current.leaves().forEach(s -> order.add(due(s, HaproxyReason.When.THIS_ROUND)));
        initial.leaves().forEach(s -> order.add(due(s, HaproxyReason.When.NOT_ASKED_YET)));
        following.leaves().forEach(s -> order.add(due(s, HaproxyReason.When.NEXT_ROUND)));
        return List.copyOf(order);
    }

    /** When a server is due. */
    HaproxyReason.Due turnOf(Seat seat) {
        return due(seat, seat.tree == current ? HaproxyReason.When.THIS_ROUND : HaproxyReason.When.NEXT_ROUND);
    }

    private static HaproxyReason.Due due(Seat seat, HaproxyReason.When when) {
        return new HaproxyReason.Due(seat.id, seat.weight, when, seat.due);
    }
}
