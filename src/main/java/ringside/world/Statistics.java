package ringside.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringside.engine.Ledger;
import ringside.engine.ServerId;
import ringside.world.Happening.*;
import ringside.world.RequestState.Ending;

/** Counts what is told and keeps none of it: what it holds grows with the requests in flight and not with their number. */
public final class Statistics implements Story {
    /** So many clients are counted one by one; those who come later are counted together. */
    public static final int MOST_CLIENTS = 100;

    /** So many changes of owners are kept one by one. */
    public static final int MOST_REMAPS = 100;

    /** Is told how each request ended. */
    private interface Endings {
        void end(long request, long tookNanos, Ending how);
    }

    /** A request in flight. */
    private static final class Open {
        private final long arrivedNanos;
        private final ClientTally client;
        private @Nullable ServerTally at;
        private long startedNanos = -1;

        private Open(long arrivedNanos, ClientTally client) {
            this.arrivedNanos = arrivedNanos;
            this.client = client;
        }

        private void goTo(ServerTally server) {
            at = server;
            startedNanos = -1;
        }

        /** The attempt is over: its server has worked until now. */
        private void turnBack(long nanos) {
            if (at != null && startedNanos >= 0) {
                at.work(nanos - startedNanos);
                startedNanos = -1;
            }
        }
    }

    private final Endings endings;
    private final FoldedTotals totals = new FoldedTotals(Snapshot.Totals.NONE);
    private final LatencyTally all = new LatencyTally();
    private final LatencyTally answered = new LatencyTally();
    private final Map<Long, Open> open = new HashMap<>();
    private final Map<ServerId, ServerTally> servers = new LinkedHashMap<>();
    private final Map<String, ClientTally> clients = new LinkedHashMap<>();
    private final ClientTally others = new ClientTally("others");
    private final List<RemapFigures> remaps = new ArrayList<>();
    private Scenario scenario;
    private OriginLoad origin = OriginLoad.NONE;
    private long chosen;
    private long remapped;

    /** Statistics of a world that begins so. */
    public Statistics(Scenario begins) {
        this(begins, (_, _, _) -> {});
    }

    /** The same, with each request's outcome written down as well. */
    public Statistics(Scenario begins, Outcomes outcomes) {
        this(begins, outcomes::end);
    }

    private Statistics(Scenario begins, Endings endings) {
        this.scenario = begins;
        this.endings = endings;
    }

    @Override
    public void tell(long nanos, Happening what) {
        switch (what) {
            case Arrived(long id, var _, var client, var _, var _, var _) -> arrive(nanos, id, client);
            case Routed(long id, var server, int _, var _) -> route(id, server);
            case Started(long id, var _) -> start(nanos, id);
            case Completed error when error.dropped() -> fail(nanos, error.request(), Failure.SERVER_ERROR);
            case Completed(long id, var _, int _) -> complete(nanos, id);
            case Failed(long id, var failure, int _) -> fail(nanos, id, failure);
            case Refused(long id, var _, int _) -> refuse(nanos, id);
            case Retried(long id, var _, var failure) -> retry(nanos, id, failure);
            case LookedUp(long _, var server, var found) -> tally(server).look(found);
            case Accepted(long _, var server, int woken) -> tally(server).wake(woken);
            case OfOrigin asked -> origin = origin.after(asked);
            case Joined(var server, var _) -> tally(server).join(nanos);
            case Left(var server) -> tally(server).leave(nanos);
            case Remapped(var ledger) -> remap(nanos, ledger);
            case Applied(var _, var after) -> scenario = after;
            case Missed(long events) -> {
                totals.missed += events;
                open.clear();
            }
            default -> {
                // the rest is not counted
            }
        }
    }

    private ServerTally tally(ServerId id) {
        return servers.computeIfAbsent(
                id,
                _ -> new ServerTally(
                        id, scenario.server(id).map(ServerSpec::workers).orElse(1)));
    }

    private void arrive(long nanos, long id, String address) {
        totals.arrived++;
        var client = clients.get(address);
        if (client == null) {
            client = clients.size() < MOST_CLIENTS ? new ClientTally(address) : others;
            if (client != others) {
                clients.put(address, client);
            }
        }
        client.arrive();
        open.put(id, new Open(nanos, client));
    }

    private void route(long id, ServerId server) {
        var request = open.get(id);
        if (request != null) {
            var tally = tally(server);
            tally.choose();
            chosen++;
            request.goTo(tally);
        }
    }

    private void start(long nanos, long id) {
        var request = open.get(id);
        if (request != null) {
            request.startedNanos = nanos;
        }
    }

    private void complete(long nanos, long id) {
        var request = open.remove(id);
        if (request != null) {
            totals.answered++;
            answered.add(nanos - request.arrivedNanos);
            request.client.answer();
            if (request.at != null) {
                request.at.answer();
            }
            end(nanos, id, request, Ending.ANSWERED);
        }
    }

    private void fail(long nanos, long id, Failure failure) {
        var request = open.remove(id);
        if (request != null) {
            if (failure.late()) {
                totals.timedOut++;
            } else {
                totals.failed++;
            }
            blame(request, failure);
            end(nanos, id, request, failure.late() ? Ending.TIMED_OUT : Ending.FAILED);
        }
    }

    private void refuse(long nanos, long id) {
        var request = open.remove(id);
        if (request != null) {
            totals.refused++;
            end(nanos, id, request, Ending.REFUSED);
        }
    }

    private void retry(long nanos, long id, Failure failure) {
        totals.retried++;
        var request = open.get(id);
        if (request != null) {
            blame(request, failure);
            request.turnBack(nanos);
            request.at = null;
        }
    }

    /** Counts a failure against the server where the request is, unless it is not that server's. */
    private static void blame(Open request, Failure failure) {
        if (request.at != null && failure != Failure.CLIENT_GONE && failure != Failure.EXHAUSTED) {
            request.at.fail();
        }
    }

    private void end(long nanos, long id, Open request, Ending how) {
        request.turnBack(nanos);
        long took = nanos - request.arrivedNanos;
        all.add(took);
        request.client.end(took);
        endings.end(id, took, how);
    }

    private void remap(long nanos, Ledger ledger) {
        remapped++;
        if (remaps.size() < MOST_REMAPS) {
            remaps.add(new RemapFigures(nanos, ledger.entries().size(), ledger.moved(), ledger.law()));
        }
    }

    /** What has been counted by an instant that is no earlier than what was told. */
    public RunFigures figures(long nanos) {
        open.values().forEach(request -> {
            boolean working = request.startedNanos >= 0;
            request.turnBack(nanos);
            request.startedNanos = working ? nanos : -1;
        });
        return new RunFigures(
                nanos,
                totals.freeze(),
                all.figures(),
                answered.figures(),
                servers.values().stream().map(s -> s.figures(nanos, chosen)).toList(),
                clients.values().stream().map(ClientTally::figures).toList(),
                others.figures(),
                origin,
                List.copyOf(remaps),
                remapped);
    }
}
