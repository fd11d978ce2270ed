package ringside.net;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a live world is opened.
 *
 * @param proxyPort where the proxy should listen; the next free port when it is busy, any when 0
 * @param tlsPort where the proxy should take encrypted requests, the same way
 * @param tcpPort where the proxy should take connections that it does not look into, the same way
 * @param firstServerPort where our first server should listen; the next free port when it is busy, any when 0
 * @param anyHost whether requests for any host are taken, not only those for this machine's own names
 * @param allowRemote whether servers beyond this machine may join
 * @param watched whether the timeline tells of every request and connection; when not, only of servers, commands and notices
 * @param admin where it can be asked what the proxy counts; the next free port when it is busy, any when 0
 * @param log is told of every request that has ended, if it is to be logged
 * @param limits how much and how long a peer may ask for
 * @param certificates by what the proxy shows that it is localhost, where something is encrypted
 */
public record LiveOptions(
        int proxyPort,
        int tlsPort,
        int tcpPort,
        int firstServerPort,
        boolean anyHost,
        boolean allowRemote,
        boolean watched,
        OptionalInt admin,
        Optional<Consumer<Served>> log,
        Limits limits,
        Certificates certificates) {
    private static final int LAST_PORT = 65_535;

    public LiveOptions {
        for (int port : new int[] {proxyPort, tlsPort, tcpPort, firstServerPort, admin.orElse(0)}) {
            if (port < 0 || port > LAST_PORT) {
                throw new IllegalArgumentException("a port is 0 to " + LAST_PORT + ", not " + port);
            }
        }
    }

    /** The proxy at 8080, encrypted at 8443, connections at 8090, servers from 8081, this machine only. */
    public static LiveOptions usual() {
        return new LiveOptions(
                8080,
                8443,
                8090,
                8081,
                false,
                false,
                true,
                OptionalInt.empty(),
                Optional.empty(),
                Limits.usual(),
                Certificates.inMemory());
    }

    /** Wherever there is room, this machine only: for tests and for worlds beside another. */
    public static LiveOptions anywhere() {
        return usual().at(0).tlsAt(0).tcpAt(0).serversFrom(0);
    }

    /** The same with the proxy at another port. */
    public LiveOptions at(int port) {
        return new LiveOptions(
                port,
                tlsPort,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                admin,
                log,
                limits,
                certificates);
    }

    /** The same with encrypted requests at another port. */
    public LiveOptions tlsAt(int port) {
        return new LiveOptions(
                proxyPort,
                port,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                admin,
                log,
                limits,
                certificates);
    }

    /** The same with connections that nobody looks into at another port. */
    public LiveOptions tcpAt(int port) {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                port,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                admin,
                log,
                limits,
                certificates);
    }

    /** The same with our servers from another port up. */
    public LiveOptions serversFrom(int port) {
        return new LiveOptions(
                proxyPort, tlsPort, tcpPort, port, anyHost, allowRemote, watched, admin, log, limits, certificates);
    }

    /** The same, taking requests for any host. */
    public LiveOptions forAnyHost() {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                tcpPort,
                firstServerPort,
                true,
                allowRemote,
                watched,
                admin,
                log,
                limits,
                certificates);
    }

    /** The same, letting servers beyond this machine join. */
    public LiveOptions allowingRemote() {
        return new LiveOptions(
                proxyPort, tlsPort, tcpPort, firstServerPort, anyHost, true, watched, admin, log, limits, certificates);
    }

    /** The same, with nobody to look at single requests: they are faster then. */
    public LiveOptions unwatched() {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                false,
                admin,
                log,
                limits,
                certificates);
    }

    /** The same with other limits. */
    public LiveOptions within(Limits other) {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                admin,
                log,
                other,
                certificates);
    }

    /** The same with other certificates. */
    public LiveOptions showing(Certificates others) {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                admin,
                log,
                limits,
                others);
    }

    /** The same, answering at this port what the proxy counts. */
    public LiveOptions countingAt(int port) {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                OptionalInt.of(port),
                log,
                limits,
                certificates);
    }

    /** The same, telling of every request that has ended. */
    public LiveOptions logging(Consumer<Served> to) {
        return new LiveOptions(
                proxyPort,
                tlsPort,
                tcpPort,
                firstServerPort,
                anyHost,
                allowRemote,
                watched,
                admin,
                Optional.of(to),
                limits,
                certificates);
    }
}
