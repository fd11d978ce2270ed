package ringside.world;

import java.util.Map;
import ringside.engine.ServerId;

/**
 * What happened within one second of a world.
 *
 * @param index which second, from 0
 * @param arrived requests that arrived
 * @param answered requests that were answered
 * @param errors requests that failed, timed out or were refused
 * @param latencies how long those took that ended within it, failed and timed out ones included
 * @param chosen how often each server was chosen
 * @param looks what looks into the caches of servers came to
 * @param fetches how often the origin behind the caches was asked
 */
public record Second(
        long index,
        int arrived,
        int answered,
        int errors,
        Latencies latencies,
        Map<ServerId, Integer> chosen,
        Looks looks,
        int fetches) {
    /** One without caches. */
    public Second(
            long index, int arrived, int answered, int errors, Latencies latencies, Map<ServerId, Integer> chosen) {
        this(index, arrived, answered, errors, latencies, chosen, Looks.NONE, 0);
    }
}
