package ringside.engine.haproxy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ringside.engine.Member;
import ringside.engine.ServerId;

/** A map of cells, as many as the weights of the servers on duty once they have no common divisor, laid out evenly. */
final class ServerMap {
    /*
     * HAProxy's static map (src/lb_map.c). For each cell every server scores its weight; the first with the most takes
     * it and pays the number of cells. Scores are compared in whole cells, which is why the layout differs from nginx's
     * smooth one: 3, 2, 1 give A A B A B C.
     *
     * Weights are read once, when a server is first seen: HAProxy refuses to change them under a map. What can change is
     * who is on duty, and then the map is laid out anew.
     */
    private final Map<ServerId, Integer> weightsAtFirst = new HashMap<>();
    private int[] cells = {};
    private int turn;

    /** Lays the map out for those on duty. */
    void use(Farm farm) {
        weightsAtFirst.keySet().removeIf(id -> farm.pool().placeOf(id).isEmpty());
        farm.pool().members().forEach(m -> weightsAtFirst.putIfAbsent(m.id(), m.weight()));
        int divisor = weightsAtFirst.values().stream().reduce(0, ServerMap::gcd);
        int[] places = Arrays.stream(farm.duty())
                .filter(place -> weightAtFirst(farm.pool().at(place)) > 0)
                .toArray();
        cells = layOut(
                places,
                Arrays.stream(places)
                        .map(place -> weightAtFirst(farm.pool().at(place)) / divisor)
                        .toArray());
    }

    private int weightAtFirst(Member member) {
        return weightsAtFirst.getOrDefault(member.id(), member.weight());
    }

    private static int[] layOut(int[] places, int[] weights) {
        int total = Arrays.stream(weights).sum();
        var scores = new int[places.length];
        return IntStream.range(0, total)
                .map(_ -> places[total == 1 ? 0 : winner(scores, weights, total)])
                .toArray();
    }

    private static int winner(int[] scores, int[] weights, int total) {
        int most = 0;
        int best = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] += weights[i];
            int whole = (scores[i] + total) / total;
            if (i == 0 || whole > most) {
                most = whole;
                best = i;
            }
        }
        scores[best] -= total;
        return best;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    int size() {
        return cells.length;
    }

    /** The place of the server that has a cell. */
    int at(int cell) {
        return cells[cell];
    }

    /** The cell of a hash. */
    int cellOf(int hash) {
        return Integer.remainderUnsigned(hash, cells.length);
    }

    /** The next cell in turn whose server can take the request; that of the server to be avoided if there is no other. */
    OptionalInt next(Farm farm, Call call) {
        int avoided = -1;
        turn = turn < cells.length ? turn : 0;
        for (int step = 0; step < cells.length; step++) {
            int cell = (turn + step) % cells.length;
            int place = cells[cell];
            if (call.open(place) && farm.room(place, call.loads())) {
                avoided = cell;
                if (!call.avoids(place)) {
                    break;
                }
            }
        }
        if (avoided >= 0) {
            turn = avoided + 1;
        }
        return avoided < 0 ? OptionalInt.empty() : OptionalInt.of(avoided);
    }

    /** The servers of the cells from one to before another. */
    List<ServerId> between(int from, int to, Farm farm) {
        var servers = new LinkedHashSet<ServerId>();
        for (int cell = from; cell != to; cell = (cell + 1) % cells.length) {
            servers.add(farm.id(cells[cell]));
        }
        return List.copyOf(servers);
    }

    /** The cell whose turn is next. */
    int turn() {
        return turn < cells.length ? turn : 0;
    }
}
