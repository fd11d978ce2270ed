package ringside.lesson;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.engine.ServerId;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Snapshot;
import ringside.world.Timeline;
import ringside.world.Wakes;

/** What lessons ask of the past: read from events as they come, and begun afresh at every command where that is meant. */
final class Watch {
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Map<ServerId, Checkup> checkups = new HashMap<>();
    private final Map<ServerId, Tally> perServer = new HashMap<>();
    private final Map<ServerId, Wakes> wakes = new HashMap<>();
    private final CacheWatch caches = new CacheWatch();
    private final ClientWatch clients = new ClientWatch();
    private final Trace trace = new Trace();
    private final Map<Happening.Leg, LegTally> legs = new EnumMap<>(Happening.Leg.class);
    private Tally all = new Tally();
    private Notable notable = new Notable();
    private Passing passing = new Passing(Duration.ZERO);
    private Paths paths = new Paths();
    private Recollections recollections = new Recollections();
    private Optional<Change> change = Optional.empty();
    private Optional<Scenario> scenario = Optional.empty();
    private long sinceNanos;
    private long next;

    /** A request that has not ended, and where it is. */
    private record Flight(long nanos, String client, Optional<ServerId> server) {}

    /** The last change of membership: the pool before it and after. */
    record Change(Scenario before, Scenario after) {}

    /** Reads the events that came since it last read, up to a sequence number, exclusive. */
    void read(Timeline timeline, long until) {
        if (next < until) {
            timeline.tell(next, until, this::read);
            next = until;
        }
    }

    private void read(Event event) {
        read(event.nanos(), event.what());
    }

    private void read(long nanos, Happening happening) {
        switch (happening) {
            case Happening.Began(var begun) -> {
                scenario = Optional.of(begun);
                beginAfresh(begun);
            }
            case Happening.Applied(Command.Send _, var _) -> {}
            case Happening.Applied(var command, var after) -> applied(command, after, nanos);
            case Happening.OfServer what -> checkup(what.server()).read(what, nanos);
            case Happening.OfRequest what -> read(what, nanos);
            case Happening.OfOrigin what -> caches.read(what, nanos);
            case Happening.OfConnection what -> leg(what.leg()).read(what);
            default -> {}
        }
    }

    /** Hears of a story in which nothing begins afresh at commands. */
    void tellOfWhole(long nanos, Happening what) {
        if (!(what instanceof Happening.Applied)) {
            read(nanos, what);
        }
    }

    private void applied(Command command, Scenario after, long nanos) {
        scenario.filter(before -> !members(before).equals(members(after))).ifPresent(before -> {
            change = Optional.of(new Change(before, after));
            clients.membersChanged();
        });
        scenario = Optional.of(after);
        begin(nanos);
        beginAfresh(after);
        switch (command) {
            case Command.SetBehaviour(var server, var _) -> checkup(server).disturbed(nanos);
            case Command.SetChecks(var _) ->
                after.servers().forEach(s -> checkup(s.id()).disturbed(nanos));
            default -> {}
        }
    }

    /** Counts afresh from the present, as after a command. */
    void beginAfresh(Snapshot present) {
        begin(present.nanos());
        beginAfresh(present.scenario());
    }

    private void begin(long nanos) {
        sinceNanos = nanos;
        all = new Tally();
        notable = new Notable();
        perServer.clear();
        wakes.clear();
        caches.begin(nanos);
        clients.begin();
        trace.beginAfresh();
        legs.clear();
    }

    private void beginAfresh(Scenario now) {
        passing = new Passing(
                now.handling().rateLimit().map(limit -> limit.rate().per()).orElse(Duration.ZERO));
        paths = new Paths();
        recollections = new Recollections();
    }

    private static Set<ServerId> members(Scenario scenario) {
        return scenario.servers().stream().map(ServerSpec::id).collect(Collectors.toSet());
    }

    private void read(Happening.OfRequest what, long nanos) {
        trace.read(what);
        passing.read(what, nanos);
        paths.read(what, scenario);
        recollections.read(what);
        switch (what) {
            case Happening.Arrived arrived -> {
                flights.put(arrived.request(), new Flight(nanos, arrived.client(), Optional.empty()));
                all.arrived();
            }
            case Happening.Routed(var request, var server, var _, var _) -> routed(request, server, nanos);
            case Happening.Queued(var request, var _) -> notable.queued(request, nanos);
            case Happening.Started(var request, var _) -> notable.started(request, nanos);
            case Happening.Accepted(var _, var server, int woken) ->
                wakes.put(server, wakes(server).plus(woken));
            case Happening.LookedUp look -> caches.read(look, nanos);
            case Happening.Completed(var request, var _, var _) -> ended(request, nanos, true);
            case Happening.Failed(var request, var _, var _) -> ended(request, nanos, false);
            case Happening.Refused(var request, var _, int _) -> ended(request, nanos, false);
            default -> {}
        }
    }

    private void routed(long request, ServerId server, long nanos) {
        var before = flights.getOrDefault(request, new Flight(nanos, "", Optional.empty()));
        flights.put(request, new Flight(before.nanos(), before.client(), Optional.of(server)));
        since(server).arrived();
        notable.routed(request, server, before.client());
        clients.sent(before.client(), server);
    }

    private void ended(long request, long nanos, boolean answered) {
        var flight = flights.remove(request);
        if (flight != null) {
            all.ended(nanos - flight.nanos(), answered);
            notable.ended(request, nanos - flight.nanos(), answered);
            flight.server().ifPresent(s -> since(s).ended(nanos - flight.nanos(), answered));
        }
    }

    /** Everything since the last command. */
    Tally since() {
        return all;
    }

    /** What this server was given since the last command. */
    Tally since(ServerId server) {
        return perServer.computeIfAbsent(server, _ -> new Tally());
    }

    /** Which servers were chosen since the beginning. */
    Trace trace() {
        return trace;
    }

    /** Requests since the last command that are worth looking at again. */
    Notable notable() {
        return notable;
    }

    /** What connections on a side of the balancer did since the last command. */
    LegTally leg(Happening.Leg leg) {
        return legs.computeIfAbsent(leg, _ -> new LegTally());
    }

    /** When the last command was carried out, in nanoseconds since the world began. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** What this server's checks did. */
    Checkup checkup(ServerId server) {
        return checkups.computeIfAbsent(server, _ -> new Checkup());
    }

    /** How this server's processes were woken since the last command. */
    Wakes wakes(ServerId server) {
        return wakes.getOrDefault(server, Wakes.NONE);
    }

    /** What the caches did. */
    CacheWatch caches() {
        return caches;
    }

    /** Where the clients went. */
    ClientWatch clients() {
        return clients;
    }

    /** What the rate limit did since the last command. */
    Passing passing() {
        return passing;
    }

    /** Which pools and servers requests reached since the last command. */
    Paths paths() {
        return paths;
    }

    /** What servers knew of their clients since the last command. */
    Recollections recollections() {
        return recollections;
    }

    /** The last change of membership, if there was one. */
    Optional<Change> change() {
        return change;
    }
}
