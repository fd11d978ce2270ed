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
        return with(draft -> draft.proxyPort = port);
    }

    /** The same with encrypted requests at another port. */
    public LiveOptions tlsAt(int port) {
        return with(draft -> draft.tlsPort = port);
    }

    /** The same with connections that nobody looks into at another port. */
    public LiveOptions tcpAt(int port) {
        return with(draft -> draft.tcpPort = port);
    }

    /** The same with our servers from another port up. */
    public LiveOptions serversFrom(int port) {
        return with(draft -> draft.firstServerPort = port);
    }

    /** The same, taking requests for any host. */
    public LiveOptions forAnyHost() {
        return with(draft -> draft.anyHost = true);
    }

    /** The same, letting servers beyond this machine join. */
    public LiveOptions allowingRemote() {
        return with(draft -> draft.allowRemote = true);
    }

    /** The same, with nobody to look at single requests: they are faster then. */
    public LiveOptions unwatched() {
        return with(draft -> draft.watched = false);
    }

    /** The same with other limits. */
    public LiveOptions within(Limits other) {
        return with(draft -> draft.limits = other);
    }

    /** The same with other certificates. */
    public LiveOptions showing(Certificates others) {
        return with(draft -> draft.certificates = others);
    }

    /** The same, answering at this port what the proxy counts. */
    public LiveOptions countingAt(int port) {
        return with(draft -> draft.admin = OptionalInt.of(port));
    }

    /** The same, telling of every request that has ended. */
    public LiveOptions logging(Consumer<Served> to) {
        return with(draft -> draft.log = Optional.of(to));
    }

    private LiveOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** Options while they are being changed. */
    private static final class Draft {
        private int proxyPort;
        private int tlsPort;
        private int tcpPort;
        private int firstServerPort;
        private boolean anyHost;
        private boolean allowRemote;
        private boolean watched;
        private OptionalInt admin;
        private Optional<Consumer<Served>> log;
        private Limits limits;
        private Certificates certificates;

        private Draft(LiveOptions of) {
            proxyPort = of.proxyPort;
            tlsPort = of.tlsPort;
            tcpPort = of.tcpPort;
            firstServerPort = of.firstServerPort;
            anyHost = of.anyHost;
            allowRemote = of.allowRemote;
            watched = of.watched;
            admin = of.admin;
            log = of.log;
            limits = of.limits;
            certificates = of.certificates;
        }

        private LiveOptions done() {
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
                    certificates);
        }
    }
}
