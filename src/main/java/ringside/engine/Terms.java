package ringside.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a configuration says of a server besides its weight, as nginx and HAProxy let one say it.
 *
 * @param written its name as the configuration has it, such as {@code 127.0.0.1:19001}, when that is not its id: two
 *     lines may name one server, and it is what nginx hashes
 * @param number the number given to it, which is what HAProxy hashes
 * @param backup whether it is asked only when no other server can be
 * @param maxFails failures within {@code failTimeout} that disable it for as long, 0 for never
 * @param failTimeout see {@code maxFails}
 * @param maxConnections requests it may have in flight, 0 for any number
 * @param slowStart how long it takes to come back to its full weight after it was down, zero for at once
 */
public record Terms(
        Optional<String> written,
        OptionalInt number,
        boolean backup,
        int maxFails,
        Duration failTimeout,
        int maxConnections,
        Duration slowStart) {
    /** What holds when a configuration says nothing; of failures, that is nginx's rule. */
    public static final Terms STANDARD =
            new Terms(Optional.empty(), OptionalInt.empty(), false, 1, Duration.ofSeconds(10), 0, Duration.ZERO);

    public Terms {
        if (maxFails < 0 || maxConnections < 0) {
            throw new IllegalArgumentException(
                    "failures and connections are counted from 0, not " + Math.min(maxFails, maxConnections));
        }
        if (failTimeout.isNegative() || slowStart.isNegative()) {
            throw new IllegalArgumentException("a time is not negative, as of " + failTimeout + " and " + slowStart);
        }
    }

    /** The same for a server that the configuration calls this. */
    public Terms writtenAs(String name) {
        return new Terms(Optional.of(name), number, backup, maxFails, failTimeout, maxConnections, slowStart);
    }

    /** The same for a server with this number. */
    public Terms numbered(int other) {
        return new Terms(written, OptionalInt.of(other), backup, maxFails, failTimeout, maxConnections, slowStart);
    }

    /** The same for a backup server. */
    public Terms asBackup() {
        return new Terms(written, number, true, maxFails, failTimeout, maxConnections, slowStart);
    }

    /** The same with a server that so many failures disable for so long. */
    public Terms failing(int most, Duration timeout) {
        return new Terms(written, number, backup, most, timeout, maxConnections, slowStart);
    }

    /** The same with at most so many requests in flight, 0 for any number. */
    public Terms limitedTo(int connections) {
        return new Terms(written, number, backup, maxFails, failTimeout, connections, slowStart);
    }

    /** The same with so long a slow start. */
    public Terms startingSlowly(Duration time) {
        return new Terms(written, number, backup, maxFails, failTimeout, maxConnections, time);
    }
}
