package ringside.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.world.StopWhen;

/**
 * At what the picture is to stop by itself, and the values of what is not chosen just now.
 *
 * @param dropped whether when a request is dropped
 * @param ejected whether when a server is ejected
 * @param moves whether when the key moves
 * @param key which key; blank for none yet
 * @param slow whether when p99 passes the limit
 * @param limitMillis the limit in milliseconds, 1 or more
 */
public record StopChoice(boolean dropped, boolean ejected, boolean moves, String key, boolean slow, int limitMillis) {
    /** Nowhere. */
    public static final StopChoice NOWHERE = new StopChoice(false, false, false, "", false, 500);

    /** What to look out for. */
    public List<StopWhen> conditions() {
        var conditions = new ArrayList<StopWhen>();
        if (dropped) {
            conditions.add(new StopWhen.RequestDropped());
        }
        if (ejected) {
            conditions.add(new StopWhen.ServerEjected());
        }
        if (moves && !key.isBlank()) {
            conditions.add(new StopWhen.KeyMoves(key.strip()));
        }
        if (slow) {
            conditions.add(new StopWhen.P99Passes(TimeUnit.MILLISECONDS.toNanos(limitMillis)));
        }
        return conditions;
    }

    /** The same with or without stopping at dropped requests. */
    public StopChoice dropped(boolean on) {
        return new StopChoice(on, ejected, moves, key, slow, limitMillis);
    }

    /** The same with or without stopping at ejected servers. */
    public StopChoice ejected(boolean on) {
        return new StopChoice(dropped, on, moves, key, slow, limitMillis);
    }

    /** The same with or without stopping where a key moves. */
    public StopChoice moves(boolean on, String which) {
        return new StopChoice(dropped, ejected, on, which, slow, limitMillis);
    }

    /** The same with or without stopping where p99 passes a limit in milliseconds. */
    public StopChoice slow(boolean on, int millis) {
        return new StopChoice(dropped, ejected, moves, key, on, millis);
    }
}
