package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.gate.Step;
import ringside.engine.gate.Visit;
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
        var thread = Thread.currentThread();
        var visit = site.gate().arrive(what, () -> LockSupport.unpark(thread));
        try {
            switch (new Threshold(site, number, visit).pass()) {
                case Step.Go(var chosen) -> send(visit, chosen);
                case Step.Refused(var cause, var _) -> site.tell(new Happening.Refused(number, cause, NO_STATUS));
                case Step more -> throw new IllegalStateException("not passed yet: " + more);
            }
        } finally {
            site.gate().leave(visit);
        }
    }

    /** Sends it to the chosen server, and to others as long as none can be reached. */
    private void send(Visit visit, Pick.Chosen first) {
        var chosen = first;
        for (int attempt = 1; ; attempt++) {
            var server = chosen.server();
            site.tell(new Happening.Routed(number, server, attempt, chosen.why()));
            var passing = new Passing(visit, server);
            var unreached = passing.run();
            if (unreached.isEmpty()) {
                return;
            }
            if (!(passing.again && site.gate().next(visit) instanceof Step.Go(var next))) {
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
        private final Visit visit;
        private final ServerId server;
        private boolean again;

        Passing(Visit visit, ServerId server) {
            this.visit = visit;
            this.server = server;
        }

        /** Runs it to its end, if the server can be reached; otherwise why not. */
        Optional<Failure> run() {
            var upstream = site.upstream(server);
            return upstream.isEmpty() ? unreached(Failure.KILLED, Outcome.How.REFUSED) : through(upstream.get());
        }

        private Optional<Failure> through(Upstream upstream) {
            long began = site.now();
            try (var wire = upstream.dial(site.timeout())) {
                wire.time(client.stopwatch());
                client.time(setting.labour().helping());
                site.tell(new Happening.Connected(number, server, site.now() - began));
                site.tell(new Happening.Started(number, server));
                try {
                    pass(wire, upstream);
                } finally {
                    upstream.hangUp(wire);
                }
                return Optional.empty();
            } catch (SocketTimeoutException _) {
                return unreached(Failure.CONNECT_TIMEOUT, Outcome.How.CONNECT_TIMEOUT);
            } catch (Descriptors.Exhausted _) {
                fail(Failure.EXHAUSTED, new Outcome.Abandoned());
                return Optional.empty();
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

        private void settle(Outcome outcome, boolean repeatable) {
            again = site.gate().ended(visit, outcome, repeatable);
        }
    }
}
