package ringside.view.stage;

import java.util.HashMap;
import java.util.Map;
import ringside.engine.ServerId;
import ringside.world.Looks;
import ringside.world.ServerState;
import ringside.world.Snapshot;
import ringside.world.Wakes;

/** What has just happened in a server and can't be seen otherwise: a look into its cache, processes woken. */
final class Glows {
    private static final double MILLIS = 420;

    /**
     * How much of each is still seen, 0 to 1.
     *
     * @param hit a look that found what it looked for
     * @param miss one that did not
     * @param awake processes that were woken
     * @param woken how many of them
     */
    record Glow(double hit, double miss, double awake, int woken) {
        static final Glow NONE = new Glow(0, 0, 0, 0);

        private Glow pass(double share) {
            return new Glow(Math.max(0, hit - share), Math.max(0, miss - share), Math.max(0, awake - share), woken);
        }

        private boolean gone() {
            return hit == 0 && miss == 0 && awake == 0;
        }
    }

    private record Known(Looks looks, Wakes wakes) {}

    private final Map<ServerId, Known> known = new HashMap<>();
    private final Map<ServerId, Glow> glows = new HashMap<>();

    /** Takes in what is new. */
    void follow(Snapshot snapshot) {
        for (var server : snapshot.servers()) {
            var now = new Known(server.looks(), server.wakes());
            var before = known.put(server.id(), now);
            if (before != null && !before.equals(now)) {
                glows.merge(server.id(), between(before, now), Glows::brighter);
            }
        }
        glows.keySet().removeIf(id -> snapshot.server(id).isEmpty());
    }

    private static Glow between(Known before, Known now) {
        boolean hit = now.looks().hits() + now.looks().stale()
                > before.looks().hits() + before.looks().stale();
        boolean miss = now.looks().misses() + now.looks().joined()
                > before.looks().misses() + before.looks().joined();
        long connections = now.wakes().connections() - before.wakes().connections();
        long woken = now.wakes().woken() - before.wakes().woken();
        int each = connections <= 0 ? 0 : (int) Math.ceilDiv(woken, connections);
        return new Glow(hit ? 1 : 0, miss ? 1 : 0, each > 0 ? 1 : 0, each);
    }

    private static Glow brighter(Glow old, Glow fresh) {
        return new Glow(
                Math.max(old.hit, fresh.hit),
                Math.max(old.miss, fresh.miss),
                Math.max(old.awake, fresh.awake),
                fresh.awake > 0 ? fresh.woken : old.woken);
    }

    /** Shows an instant at rest. */
    void settle(Snapshot snapshot) {
        glows.clear();
        known.clear();
        for (ServerState server : snapshot.servers()) {
            known.put(server.id(), new Known(server.looks(), server.wakes()));
        }
    }

    /** Goes on for some time to watch; whether anything was seen to fade. */
    boolean pass(double millis) {
        boolean moving = !glows.isEmpty();
        glows.replaceAll((_, glow) -> glow.pass(millis / MILLIS));
        glows.values().removeIf(Glow::gone);
        return moving;
    }

    /** What is seen of a server. */
    Glow of(ServerId server) {
        return glows.getOrDefault(server, Glow.NONE);
    }
}
