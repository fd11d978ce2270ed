package ringside.engine.haproxy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Ticks;

/** The servers of a backend as its policy finds them: who is on duty, how heavy each is just now, who has room. */
final class Farm {
    /*
     * Backups are on duty only when no active server is, and then the first of them alone unless "option allbackups" is
     * set. An effective weight is 16 for each unit of weight, less while a server starts slowly: after it was down,
     * never when the program starts.
     */
    static final int HEAVIEST = 256;

    static final PolicyOption.OneOf ALL_BACKUPS = new PolicyOption.OneOf(
            "allbackups", "whether all backups share the work when no other server can do it", List.of("off", "on"));

    private final Ticks ticks;
    private final boolean allBackups;
    private final Map<ServerId, Long> startedAt = new HashMap<>();
    private Pool pool = Pool.EMPTY;
    private int[] duty = {};
    private int[] weights = {};

    Farm(Ticks ticks, PolicyChoice choice) {
        this.ticks = ticks;
        this.allBackups = ALL_BACKUPS.of(choice).equals("on");
    }

    /** Makes sure that HAProxy could have such a pool. */
    static void measure(Pool pool) {
        pool.members().stream().filter(m -> m.weight() > HEAVIEST).findFirst().ifPresent(heavy -> {
            throw new IllegalArgumentException("a weight is 0 to " + HEAVIEST + " in HAProxy, not " + heavy.weight()
                    + " as " + heavy.id() + " has");
        });
    }

    void use(Pool other) {
        measure(other);
        startedAt.keySet().removeIf(id -> other.placeOf(id).isEmpty());
        other.members().stream().filter(this::returns).forEach(m -> startedAt.put(m.id(), ticks.nanos()));
        pool = other;
        duty = dutyOf(other);
        weigh();
    }

    private boolean returns(Member member) {
        var before = pool.placeOf(member.id());
        return member.standing() == Standing.UP
                && before.isPresent()
                && pool.at(before.getAsInt()).standing() == Standing.DOWN
                && !member.terms().slowStart().isZero();
    }

    private int[] dutyOf(Pool of) {
        var active = places(of, m -> !m.terms().backup()).toArray();
        return active.length > 0
                ? active
                : places(of, m -> m.terms().backup())
                        .limit(allBackups ? Long.MAX_VALUE : 1)
                        .toArray();
    }

    private static IntStream places(Pool of, Predicate<Member> which) {
        return IntStream.range(0, of.size()).filter(place -> of.at(place).open() && which.test(of.at(place)));
    }

    /** Weighs servers that start slowly again; tells whether any weighs something else than before. */
    boolean reweighed() {
        if (startedAt.isEmpty()) {
            return false;
        }
        var before = weights;
        weigh();
        return !Arrays.equals(before, weights);
    }

    private void weigh() {
        startedAt
                .keySet()
                .removeIf(id -> slowStart(pool.placeOf(id).orElseThrow()).over(secondsUp(id)));
        weights = IntStream.range(0, pool.size()).map(this::weigh).toArray();
    }

    private int weigh(int place) {
        var member = pool.at(place);
        return startedAt.containsKey(member.id())
                ? slowStart(place).effective(secondsUp(member.id()))
                : SlowStart.SCALE * member.weight();
    }

    private SlowStart slowStart(int place) {
        var member = pool.at(place);
        return new SlowStart(member.weight(), member.terms().slowStart());
    }

    private long secondsUp(ServerId id) {
        return (ticks.nanos() - startedAt.getOrDefault(id, 0L)) / 1_000_000_000L;
    }

    Pool pool() {
        return pool;
    }

    ServerId id(int place) {
        return pool.at(place).id();
    }

    /** The places of those on duty, in order. */
    int[] duty() {
        return duty;
    }

    /** The effective weight of the server at a place. */
    int weight(int place) {
        return weights[place];
    }

    /** Whether a server may have one request more, by its {@code maxconn}. */
    boolean room(int place, Loads loads) {
        int limit = pool.at(place).terms().maxConnections();
        if (limit == 0) {
            return true;
        }
        var id = id(place);
        int now = startedAt.containsKey(id) ? slowStart(place).room(limit, secondsUp(id)) : limit;
        return loads.inFlight(place) < now;
    }

    /** The choice of nobody: those who could be asked have all they may have, or there are none. */
    Pick nobody(Call call) {
        for (int place : duty) {
            if (call.open(place)) {
                return new Pick.Refused(Pick.Cause.ALL_FULL);
            }
        }
        return pool.nobody();
    }
}
