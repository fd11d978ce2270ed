package ringside.view.stage;

import java.util.Optional;
import ringside.engine.ServerId;
import ringside.world.Happening;
import ringside.world.RequestState;

/**
 * How far one request has come on the stage: it follows what is known of it, and each leg takes its fixed time to watch.
 */
final class Journey {
    static final double COMING_MILLIS = 420;
    static final double GOING_MILLIS = 480;
    static final double DWELL_MILLIS = 140;
    static final double LEAVING_MILLIS = 220;
    static final double FALLING_MILLIS = 650;
    private static final double SHIFT_MILLIS = 90;
    private static final double LATEST_MILLIS = 34;

    /** What a request is seen to do. */
    enum Leg {
        COMING,
        WAITING,
        GOING,
        HELD,
        LEAVING,
        FALLING,
        GONE
    }

    private RequestState request;
    private Leg leg = Leg.COMING;
    private double since;
    private int attempt = -1;
    private double slot = -1;
    private double left = -1;
    private int seat = -1;
    private double turn = Double.NaN;
    private double landing = Double.NaN;

    /** A request that set out so long ago, a frame's time at most. */
    Journey(RequestState request, double sinceMillis) {
        this.request = request;
        this.since = Math.clamp(sinceMillis, 0, LATEST_MILLIS);
    }

    /** A request that rests where it is, or is gone if it has ended. */
    static Journey settled(RequestState request) {
        var journey = new Journey(request, 0);
        journey.attempt = request.attempts().size() - 1;
        journey.leg = request.end().isPresent() ? Leg.GONE : journey.attempt < 0 ? Leg.WAITING : Leg.HELD;
        journey.since = 1e6;
        return journey;
    }

    /** What is known of the request now. */
    void learn(RequestState news) {
        request = news;
    }

    /** Goes on for some time to watch; whether anything was seen to move. */
    boolean pass(double millis) {
        var before = leg;
        boolean moving = leg != Leg.GONE && !(rests() && since >= SHIFT_MILLIS);
        since += millis;
        while (step()) {
            moving = true;
        }
        return moving || leg != before;
    }

    private boolean step() {
        return switch (leg) {
            case COMING -> after(COMING_MILLIS, Leg.WAITING);
            case WAITING -> waited();
            case GOING -> after(GOING_MILLIS, Leg.HELD);
            case HELD -> held();
            case LEAVING -> after(LEAVING_MILLIS, Leg.GONE);
            case FALLING -> after(FALLING_MILLIS, Leg.GONE);
            case GONE -> false;
        };
    }

    private boolean waited() {
        if (attempt + 1 < request.attempts().size()) {
            attempt++;
            return to(Leg.GOING, 0);
        }
        return request.end().isPresent() && to(ending(), 0);
    }

    private boolean held() {
        if (attempt + 1 < request.attempts().size()) {
            return since >= DWELL_MILLIS && waited();
        }
        return request.end().isPresent() && since >= DWELL_MILLIS && to(ending(), 0);
    }

    private Leg ending() {
        return lost() ? Leg.FALLING : Leg.LEAVING;
    }

    private boolean after(double millis, Leg next) {
        return since >= millis && to(next, since - millis);
    }

    private boolean to(Leg next, double already) {
        leg = next;
        since = already;
        if (next == Leg.GOING) {
            left = slot;
            slot = -1;
            seat = -1;
            landing = Double.NaN;
        }
        return true;
    }

    private boolean rests() {
        return leg == Leg.WAITING || leg == Leg.HELD;
    }

    /** Moves over to a slot of its server's or of the balancer's line, at once when it has none; whether that was seen. */
    boolean take(int wanted, double millis) {
        seat = wanted;
        if (slot < 0 || !rests()) {
            slot = wanted;
            return false;
        }
        double gap = wanted - slot;
        double step = Math.max(millis / SHIFT_MILLIS, Math.abs(gap) * millis / SHIFT_MILLIS / 3);
        slot = Math.abs(gap) <= step ? wanted : slot + Math.signum(gap) * step;
        return gap != 0;
    }

    /** Whether it ended without an answer. */
    boolean lost() {
        return request.end()
                .map(e -> e.ending() != RequestState.Ending.ANSWERED)
                .orElse(false);
    }

    RequestState request() {
        return request;
    }

    Leg leg() {
        return leg;
    }

    double slot() {
        return slot;
    }

    /** Which place it left in the balancer's line when it was first sent on; -1 when it did not stand there. */
    double left() {
        return attempt == 0 ? left : -1;
    }

    /** The slot it has or is moving to; -1 before it has one. */
    int seat() {
        return seat;
    }

    /** Where its key lies on the ring: looked up once. */
    double turn(Bearings bearings) {
        if (Double.isNaN(turn)) {
            turn = bearings.turn(request);
        }
        return turn;
    }

    /** Where its walk to this server ends: looked up once for each leg. */
    double landing(Bearings bearings, ServerId server) {
        if (Double.isNaN(landing)) {
            landing = bearings.landing(turn(bearings), server);
        }
        return landing;
    }

    /** How much of its leg is behind it, 0 to 1. */
    double share() {
        double whole = switch (leg) {
            case COMING -> COMING_MILLIS;
            case GOING -> GOING_MILLIS;
            case LEAVING -> LEAVING_MILLIS;
            case FALLING -> FALLING_MILLIS;
            case HELD, WAITING -> SHIFT_MILLIS;
            case GONE -> 1;
        };
        return Math.clamp(since / whole, 0, 1);
    }

    /** Whether nobody looks into it where it is: never in layer 4, and not before the balancer when that decrypts. */
    boolean sealed(boolean encrypted) {
        var what = request.what();
        return what.unopened() || (encrypted && leg == Leg.COMING && what.origin() == Happening.Origin.OURS);
    }

    /** Whether its server has begun to work on it. */
    boolean started() {
        return attempt >= 0 && request.attempts().get(attempt).startedNanos().isPresent();
    }

    /** The server it is going to or at, as far as the picture has come. */
    Optional<ServerId> server() {
        return attempt < 0
                ? Optional.empty()
                : Optional.of(request.attempts().get(attempt).server());
    }

    /** The server it comes from when it was sent again. */
    Optional<ServerId> previous() {
        return attempt < 1
                ? Optional.empty()
                : Optional.of(request.attempts().get(attempt - 1).server());
    }
}
