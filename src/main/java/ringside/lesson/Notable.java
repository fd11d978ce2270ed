package ringside.lesson;

import java.util.HashMap;
import java.util.Map;
import ringside.engine.ServerId;

/** Requests that are worth looking at again, by their numbers; 0 where there is none. */
final class Notable {
    private final Map<ServerId, Long> first = new HashMap<>();
    private final Map<ServerId, Long> latest = new HashMap<>();
    private final Map<String, Long> from = new HashMap<>();
    private final Map<Long, Long> queued = new HashMap<>();
    private long firstLost;
    private long waited;
    private long waitedNanos;
    private long slowest;
    private long slowestNanos;

    void routed(long request, ServerId server, String client) {
        first.putIfAbsent(server, request);
        latest.put(server, request);
        from.put(client, request);
    }

    void queued(long request, long nanos) {
        queued.put(request, nanos);
    }

    void started(long request, long nanos) {
        var since = queued.remove(request);
        if (since != null && nanos - since > waitedNanos) {
            waitedNanos = nanos - since;
            waited = request;
        }
    }

    void ended(long request, long tookNanos, boolean answered) {
        queued.remove(request);
        if (!answered && firstLost == 0) {
            firstLost = request;
        }
        if (tookNanos > slowestNanos) {
            slowestNanos = tookNanos;
            slowest = request;
        }
    }

    /** The first that a server was chosen for. */
    long first(ServerId server) {
        return first.getOrDefault(server, 0L);
    }

    /** The last that a server was chosen for. */
    long latest(ServerId server) {
        return latest.getOrDefault(server, 0L);
    }

    /** The first that ended without an answer. */
    long firstLost() {
        return firstLost;
    }

    /** The one that waited longest for a worker. */
    long waited() {
        return waited;
    }

    /** The last that came from a client's address. */
    long from(String client) {
        return from.getOrDefault(client, 0L);
    }

    /** The one that took longest of those that ended. */
    long slowest() {
        return slowest;
    }
}
