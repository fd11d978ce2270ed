package ringside.view.stage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.world.Handling;
import ringside.world.RequestState;
import ringside.world.Snapshot;

/**
 * Which requests are on the stage and how far each has come.
 *
 * <p>Model time is not time to watch: each leg takes as long as an eye needs, at every speed. A dot is one real request;
 * when there are more than the limit, one of a stated number is drawn, chosen by its number alone.
 */
final class Choreography {
    /** The most requests drawn at once. */
    static final int LIMIT = 600;

    private static final double CALM_MILLIS = 2_000;
    private static final double READ_MILLIS = 700;

    private final int limit;
    private final Map<Long, Journey> journeys = new LinkedHashMap<>();
    private final Map<ServerId, BitSet> taken = new HashMap<>();
    private final ToIntFunction<ServerId> inside;
    private long highest;
    private long dropped;
    private long lying;
    private int oneOf = 1;
    private int line;
    private double calm;
    private Optional<RequestState> opened = Optional.empty();
    private double read;

    /**
     * Nobody yet.
     *
     * @param limit the most requests drawn at once
     * @param inside how many requests are drawn inside a server's tile: further ones wait in a row and move up
     */
    Choreography(int limit, ToIntFunction<ServerId> inside) {
        this.limit = limit;
        this.inside = inside;
    }

    /** Takes in what is new at a speed: requests not seen before set out, each at its own instant. */
    void follow(Snapshot snapshot, double speed) {
        long seen = highest;
        requests(snapshot).forEach(r -> {
            var journey = journeys.get(r.id());
            if (journey != null) {
                journey.learn(r);
            } else if (r.id() > seen && drawn(r.id())) {
                journeys.put(r.id(), new Journey(r, (snapshot.nanos() - r.arrivedNanos()) / 1e6 / speed));
            }
            highest = Math.max(highest, r.id());
        });
        dropped = lost(snapshot);
        thinOut();
    }

    /** Shows an instant as it is when everything has come to rest. */
    void settle(Snapshot snapshot) {
        journeys.clear();
        highest = 0;
        oneOf = 1;
        var inFlight = requests(snapshot).filter(r -> r.end().isEmpty()).toList();
        while (inFlight.size() / oneOf > limit) {
            oneOf *= 2;
        }
        inFlight.stream().filter(r -> drawn(r.id())).forEach(r -> journeys.put(r.id(), Journey.settled(r)));
        requests(snapshot).forEach(r -> highest = Math.max(highest, r.id()));
        dropped = lost(snapshot);
        opened = snapshot.decision()
                .flatMap(d -> snapshot.request(d.request()))
                .filter(r -> !r.what().unopened());
        read = READ_MILLIS;
        seat(0);
    }

    private static Stream<RequestState> requests(Snapshot snapshot) {
        return Stream.concat(snapshot.requests().stream(), snapshot.outside().stream());
    }

    private static long lost(Snapshot snapshot) {
        var totals = snapshot.totals();
        return totals.failed() + totals.timedOut() + totals.refused();
    }

    private boolean drawn(long request) {
        return request % oneOf == 0;
    }

    private void thinOut() {
        while (journeys.size() > limit) {
            oneOf *= 2;
            calm = 0;
            journeys.keySet().removeIf(id -> !drawn(id));
        }
    }

    /** Goes on for some time to watch; whether anything was seen to move. */
    boolean pass(double millis) {
        boolean moving = false;
        for (var journey : journeys.values()) {
            moving |= journey.pass(millis);
            boolean openly = !journey.request().what().unopened();
            if (openly && journey.leg() == Journey.Leg.GOING && read >= READ_MILLIS && isNewer(journey)) {
                opened = Optional.of(journey.request());
                read = 0;
            }
        }
        read += millis;
        journeys.values().removeIf(j -> j.leg() == Journey.Leg.GONE);
        calm = journeys.size() > limit / 3 ? 0 : calm + millis;
        if (oneOf > 1 && calm > CALM_MILLIS) {
            oneOf /= 2;
            calm = 0;
        }
        boolean seated = seat(millis);
        return moving || seated;
    }

    private boolean isNewer(Journey journey) {
        return opened.filter(r -> r.id() >= journey.request().id()).isEmpty();
    }

    /** The request that the balancer was last seen to send on: a while each, so that it can be read. */
    Optional<RequestState> opened() {
        return opened;
    }

    private boolean seat(double millis) {
        taken.values().forEach(BitSet::clear);
        var coming = new ArrayList<Journey>();
        boolean moving = false;
        line = 0;
        for (var journey : journeys.values()) {
            if (journey.leg() == Journey.Leg.WAITING) {
                moving |= journey.take(line++, millis);
            } else if (journey.leg() == Journey.Leg.HELD) {
                if (journey.seat() >= 0 && journey.seat() < inside.applyAsInt(at(journey))) {
                    moving |= take(journey, journey.seat(), millis);
                } else {
                    coming.add(journey);
                }
            }
        }
        for (var journey : coming) {
            int from = journey.started() ? 0 : inside.applyAsInt(at(journey));
            moving |= take(journey, slots(journey).nextClearBit(from), millis);
        }
        return moving;
    }

    private boolean take(Journey journey, int seat, double millis) {
        slots(journey).set(seat);
        return journey.take(seat, millis);
    }

    private static ServerId at(Journey journey) {
        return journey.server().orElseThrow();
    }

    private BitSet slots(Journey journey) {
        return taken.computeIfAbsent(at(journey), _ -> new BitSet());
    }

    /** One of how many requests is drawn: 1 when all are. */
    int oneOf() {
        return oneOf;
    }

    /** How many requests stand in the balancer's line and are drawn, or would be if there were room. */
    int line() {
        return line;
    }

    /** Dropped requests that have come to lie: all that were dropped but those still to fall. */
    long fallen() {
        return Math.max(
                0, dropped - journeys.values().stream().filter(Journey::lost).count());
    }

    /** How many requests are in a server's hands beyond those that have a slot of their own to be drawn in. */
    int beyond(ServerId server, Slots slots) {
        var held = taken.get(server);
        return held == null ? 0 : Math.max(0, held.cardinality() - slots.all());
    }

    /** Every request that is drawn, in order of arrival. */
    List<Dot> dots(Routes routes, Snapshot snapshot) {
        double timeout = snapshot.scenario().timeout().toNanos();
        boolean encrypted = snapshot.scenario().handling().tls() != Handling.Tls.OFF;
        lying = fallen();
        return journeys.values().stream()
                .flatMap(j -> {
                    var kin = new Dot.Kin(
                            routes.bearings().group(j.request()),
                            j.server().map(routes.bearings()::pool).orElse(-1));
                    return dot(j, routes, new Looks(age(j.request(), snapshot, timeout), j.sealed(encrypted), kin))
                            .stream();
                })
                .toList();
    }

    /** How a request looks besides where it is. */
    private record Looks(double age, boolean sealed, Dot.Kin kin) {}

    /* A connection may last: nothing runs out once its first answer has come. */
    private static double age(RequestState request, Snapshot snapshot, double timeout) {
        if (request.what().unopened()
                && request.last().flatMap(RequestState.Attempt::firstByteNanos).isPresent()) {
            return 0;
        }
        long until = request.end().map(RequestState.End::nanos).orElse(snapshot.nanos());
        return Math.clamp((until - request.arrivedNanos()) / timeout, 0, 1);
    }

    private Optional<Dot> dot(Journey journey, Routes routes, Looks looks) {
        var at = routes.place(journey);
        return switch (journey.leg()) {
            case COMING, GOING -> Optional.of(dot(journey, at, routes.radius(), Dot.Form.WHOLE, looks));
            case WAITING -> waiting(journey, routes, at, looks);
            case HELD -> held(journey, routes, at, looks);
            case LEAVING ->
                Optional.of(dot(journey, at, routes.still() ? 4 : 4 * (1 - journey.share()), Dot.Form.WHOLE, looks));
            case FALLING ->
                Optional.of(dot(
                        journey,
                        routes.still() ? at : falling(journey, routes.stage().graveyard(), at),
                        5.5,
                        Dot.Form.DROPPED,
                        new Looks(1, false, looks.kin())));
            case GONE -> Optional.empty();
        };
    }

    private static Dot dot(Journey journey, Place at, double radius, Dot.Form form, Looks looks) {
        return new Dot(
                journey.request().id(), at, radius, form, journey.server(), looks.age(), looks.sealed(), looks.kin());
    }

    /* In the flow those that wait at the balancer stand in its line, as far as it can be drawn. */
    private static Optional<Dot> waiting(Journey journey, Routes routes, Place at, Looks looks) {
        boolean room = journey.slot() < WaitingLine.ROOM || routes.stage().flowShare() == 0;
        var form = looks.age() >= 1 ? Dot.Form.HOLLOW : Dot.Form.WAITING;
        return room ? Optional.of(dot(journey, at, Math.min(5.5, routes.radius()), form, looks)) : Optional.empty();
    }

    private static Optional<Dot> held(Journey journey, Routes routes, Place at, Looks looks) {
        var slots = routes.slots(journey.server().orElseThrow());
        int slot = (int) Math.round(journey.slot());
        if (slot >= slots.all()) {
            return Optional.empty();
        }
        var form = looks.age() >= 1 ? Dot.Form.HOLLOW : journey.started() ? Dot.Form.WEDGE : Dot.Form.WAITING;
        return Optional.of(dot(journey, at, slots.radius(slot), form, looks));
    }

    private Place falling(Journey journey, Place graveyard, Place from) {
        double share = journey.share();
        var grave = Graveyard.place(graveyard, lying);
        return new Place(from.x() + (grave.x() - from.x()) * share, from.y() + (grave.y() - from.y()) * share * share);
    }
}
