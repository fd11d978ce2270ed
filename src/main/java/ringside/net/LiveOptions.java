package ringside.net;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a live world is opened.
 *
 * @param proxyPort where the proxy should listen; the next free port when it is busy, any when 0
 * @param firstServerPort where our first server should listen; the next free port when it is busy, any when 0
 * @param anyHost whether requests for any host are taken, not only those for this machine's own names
 * @param allowRemote whether servers beyond this machine may join
 * @param watched whether the timeline tells of every request; when not, only of servers, commands and notices
 * @param admin where it can be asked what the proxy counts; the next free port when it is busy, any when 0
 * @param log is told of every request that has ended, if it is to be logged
 * @param limits how much and how long a peer may ask for
 */
public record LiveOptions(
        int proxyPort,
        int firstServerPort,
        boolean anyHost,
        boolean allowRemote,
        boolean watched,
        OptionalInt admin,
        Optional<Consumer<Served>> log,
        Limits limits) {
    private static final int LAST_PORT = 65_535;

    public LiveOptions {
        if (proxyPort < 0 || proxyPort > LAST_PORT || firstServerPort < 0 || firstServerPort > LAST_PORT) {
            throw new IllegalArgumentException(
                    "a port is 0 to " + LAST_PORT + ", not " + proxyPort + " and " + firstServerPort);
        }
    }

    /** The proxy at 8080, servers from 8081, this machine only. */
    public static LiveOptions usual() {
        return new LiveOptions(8080, 8081, false, false, true, OptionalInt.empty(), Optional.empty(), Limits.usual());
    }

    /** Wherever there is room, this machine only: for tests and for worlds beside another. */
    public static LiveOptions anywhere() {
        return new LiveOptions(0, 0, false, false, true, OptionalInt.empty(), Optional.empty(), Limits.usual());
    }

    /** The same with the proxy at another port. */
    public LiveOptions at(int port) {
        return new LiveOptions(port, firstServerPort, anyHost, allowRemote, watched, admin, log, limits);
    }

    /** The same with our servers from another port up. */
    public LiveOptions serversFrom(int port) {
        return new LiveOptions(proxyPort, port, anyHost, allowRemote, watched, admin, log, limits);
    }

    /** The same, taking requests for any host. */
    public LiveOptions forAnyHost() {
        return new LiveOptions(proxyPort, firstServerPort, true, allowRemote, watched, admin, log, limits);
    }

    /** The same, letting servers beyond this machine join. */
    public LiveOptions allowingRemote() {
        return new LiveOptions(proxyPort, firstServerPort, anyHost, true, watched, admin, log, limits);
    }

    /** The same, with nobody to look at single requests: they are faster then. */
    public LiveOptions unwatched() {
        return new LiveOptions(proxyPort, firstServerPort, anyHost, allowRemote, false, admin, log, limits);
    }

    /** The same with other limits. */
    public LiveOptions within(Limits other) {
        return new LiveOptions(proxyPort, firstServerPort, anyHost, allowRemote, watched, admin, log, other);
    }

    /** The same, answering at this port what the proxy counts. */
    public LiveOptions countingAt(int port) {
        return new LiveOptions(
                proxyPort, firstServerPort, anyHost, allowRemote, watched, OptionalInt.of(port), log, limits);
    }

    /** The same, telling of every request that has ended. */
    public LiveOptions logging(Consumer<Served> to) {
        return new LiveOptions(
                proxyPort, firstServerPort, anyHost, allowRemote, watched, admin, Optional.of(to), limits);
    }
}
