package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import ringside.engine.Attempt;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trail;
import ringside.world.Happening;
import ringside.world.Happening.Failure;
import ringside.world.Happening.Origin;

/** One client's connection in layer 4: given to one server for as long as it lasts, and never looked into. */
final class Relay {
    /** Of a connection nobody knows what it was answered with. */
    private static final int NO_STATUS = 0;

    private final Site site;
    private final Setting setting;
    private final Wire client;
    private final long number;

    Relay(Site site, Setting setting, Wire client) {
        this.site = site;
        this.setting = setting;
        this.client = client;
        this.number = site.nextRequest();
    }

    /** Relays it to its end. */
    void run() throws IOException {
        var peer = client.peer();
        var ours = setting.callers().at(peer);
        var address = ours.orElseGet(() -> peer.getAddress().getHostAddress());
        var origin = ours.isPresent() ? Origin.OURS : Origin.OUTSIDE;
        var what = Request.unopened(address);
        site.tell(new Happening.Arrived(number, origin, address, what.method(), what.path(), what.key()));
        var trail = site.begin(what);
        switch (site.pick(trail)) {
            case Pick.Chosen chosen -> send(trail, chosen);
            case Pick.Refused(var cause) -> site.tell(new Happening.Refused(number, cause));
        }
    }

    /** Sends it to the chosen server, and to others as long as none can be reached. */
    private void send(Trail trail, Pick.Chosen first) {
        var chosen = first;
        for (int attempt = 1; ; attempt++) {
            var server = chosen.server();
            site.tell(new Happening.Routed(number, server, attempt, chosen.why()));
            var unreached = new Passing(server).run();
            if (unreached.isEmpty()) {
                return;
            }
            if (!(site.pick(trail) instanceof Pick.Chosen next)) {
                site.tell(new Happening.Failed(number, unreached.get(), NO_STATUS));
                client.cut();
                return;
            }
            site.tell(new Happening.Retried(number, server, unreached.get()));
            chosen = next;
        }
    }

    /** The connection at one server, settled once. */
    private final class Passing {
        private final ServerId server;
        private final long began = site.now();
        private boolean settled;

        Passing(ServerId server) {
            this.server = server;
        }

        /** Runs it to its end, if the server can be reached; otherwise why not. */
        Optional<Failure> run() {
            try {
                var upstream = site.upstream(server);
                return upstream.isEmpty() ? unreached(Failure.KILLED, Outcome.How.REFUSED) : through(upstream.get());
            } finally {
                settle(new Outcome.Abandoned(), false);
            }
        }

        private Optional<Failure> through(Upstream upstream) {
            try (var wire = upstream.dial(site.timeout())) {
                site.tell(new Happening.Started(number, server));
                try {
                    pass(wire, upstream);
                } finally {
                    upstream.hangUp(wire);
                }
                return Optional.empty();
            } catch (SocketTimeoutException _) {
                return unreached(Failure.CONNECT_TIMEOUT, Outcome.How.CONNECT_TIMEOUT);
            } catch (IOException _) {
                return unreached(upstream.gone() ? Failure.KILLED : Failure.CONNECTION_REFUSED, Outcome.How.REFUSED);
            }
        }

        private Optional<Failure> unreached(Failure failure, Outcome.How how) {
            settle(new Outcome.Broken(how), true);
            return Optional.of(failure);
        }

        private void pass(Wire wire, Upstream upstream) {
            var limits = setting.limits();
            var pipe = new Pipe(
                    client, wire, limits, limits.tunnel(), () -> site.tell(new Happening.FirstByte(number, server)));
            switch (pipe.run()) {
                case FINISHED -> complete();
                case IDLE -> {
                    if (pipe.answered() || client.received() == 0) {
                        complete();
                    } else {
                        fail(Failure.TIMED_OUT, new Outcome.Broken(Outcome.How.TIMEOUT));
                    }
                }
                case CLIENT_GONE -> fail(Failure.CLIENT_GONE, new Outcome.Abandoned());
                case SERVER_GONE ->
                    fail(
                            upstream.gone() ? Failure.KILLED : Failure.BROKEN_ANSWER,
                            new Outcome.Broken(Outcome.How.CLOSED));
            }
        }

        private void complete() {
            settle(Outcome.OK, false);
            site.tell(new Happening.Completed(number, server, NO_STATUS));
        }

        private void fail(Failure failure, Outcome outcome) {
            settle(outcome, false);
            site.tell(new Happening.Failed(number, failure, NO_STATUS));
        }

        private void settle(Outcome outcome, boolean retried) {
            if (!settled) {
                settled = true;
                site.settle(new Attempt(server, outcome, retried, site.now() - began));
            }
        }
    }
}
