package ringside.view.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.engine.ServerId;
import ringside.world.OriginLoad;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** What caches ask of the origin behind them: each call that is drawn is one that was made, as far as there is room. */
final class Fetches {
    private static final double LEG_MILLIS = 340;
    private static final int MOST = 240;

    /**
     * A call as it is drawn.
     *
     * @param server whose cache asks
     * @param share how far it is from there to the origin, 0 to 1
     * @param refused whether it comes back without an answer
     */
    record Call(ServerId server, double share, boolean refused) {}

    private final Map<ServerId, OriginLoad> known = new HashMap<>();
    private final List<Flight> flights = new ArrayList<>();

    private static final class Flight {
        private final ServerId server;
        private double out;
        private double back;
        private boolean ended;
        private boolean refused;

        private Flight(ServerId server, double out) {
            this.server = server;
            this.out = out;
        }

        private boolean pass(double millis) {
            boolean moving = out < 1 || ended;
            if (out < 1) {
                out = Math.min(1, out + millis / LEG_MILLIS);
            } else if (ended) {
                back += millis / LEG_MILLIS;
            }
            return moving;
        }
    }

    /** Takes in which calls were made, and which ended. */
    void follow(Snapshot snapshot) {
        for (var server : snapshot.servers()) {
            var now = server.origin();
            var before = known.put(server.id(), now);
            if (before == null || now.asked() < before.asked()) {
                continue;
            }
            for (long n = before.asked(); n < now.asked() && flights.size() < MOST; n++) {
                flights.add(new Flight(server.id(), 0));
            }
            end(server.id(), now.refused() - before.refused(), true);
            end(server.id(), now.answered() - before.answered(), false);
        }
        flights.removeIf(f -> snapshot.server(f.server).isEmpty());
    }

    private void end(ServerId server, long count, boolean refused) {
        flights.stream()
                .filter(f -> f.server.equals(server) && !f.ended)
                .limit(Math.max(0, count))
                .toList()
                .forEach(f -> {
                    f.ended = true;
                    f.refused = refused;
                });
    }

    /** Shows an instant at rest: calls that are under way are at the origin. */
    void settle(Snapshot snapshot) {
        known.clear();
        flights.clear();
        for (ServerState server : snapshot.servers()) {
            known.put(server.id(), server.origin());
            for (long n = 0; n < server.origin().underWay() && flights.size() < MOST; n++) {
                flights.add(new Flight(server.id(), 1));
            }
        }
    }

    /** Goes on for some time to watch; whether anything was seen to move. */
    boolean pass(double millis) {
        boolean moving = false;
        for (var flight : flights) {
            moving |= flight.pass(millis);
        }
        flights.removeIf(f -> f.back >= 1);
        return moving;
    }

    /** Those between a cache and the origin: at the origin they are counted. */
    List<Call> calls() {
        return flights.stream()
                .filter(f -> f.out < 1 || f.ended)
                .map(f -> new Call(f.server, Math.max(0, f.out - f.back), f.refused))
                .toList();
    }
}
