package ringside.view;

import ringside.world.Second;

/**
 * What is kept of one second for as long as it is held.
 *
 * @param index which second, from 0
 * @param arrived requests that arrived
 * @param errors requests that failed, timed out or were refused
 * @param p99Nanos how long the slowest of a hundred of those that ended took, 0 when none did
 */
public record HeldSecond(long index, int arrived, int errors, long p99Nanos) {
    static HeldSecond of(Second second) {
        return new HeldSecond(
                second.index(),
                second.arrived(),
                second.errors(),
                second.latencies().percentile(0.99));
    }
}
