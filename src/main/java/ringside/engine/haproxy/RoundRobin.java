package ringside.engine.haproxy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Ticks;

/** Gives each server turns in proportion to its weight, which may change at any time. */
public final class RoundRobin implements FarmPolicy {
    /*
     * HAProxy's roundrobin (Willy Tarreau's fast weighted round robin, src/lb_fwrr.c): each server is due at a position of
     * the round, and a pick costs the logarithm of their number rather than a look at each. So 5, 1, 1 give A A A B A A C,
     * where nginx's smooth rule gives A A B A C A A: both are fair over a round, and no more alike than that.
     *
     * Trap: a server that returns, or was reweighed, takes up its turns from the position of that moment; for a round or
     * two the sequence is not the one that a fresh start has.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/roundrobin",
            "Gives each server turns in proportion to its weight, which may change at any time.",
            List.of(Farm.ALL_BACKUPS),
            Optional.empty(),
            (choice, ticks, _) -> new RoundRobin(choice, ticks));

    private final Farm farm;
    private final Schedule actives = new Schedule();
    private final Schedule backups = new Schedule();

    /** By these options, and by this clock. */
    public RoundRobin(PolicyChoice choice, Ticks ticks) {
        farm = new Farm(ticks, choice);
    }

    @Override
    public Farm farm() {
        return farm;
    }

    @Override
    public void use(Pool pool) {
        farm.use(pool);
        schedule();
    }

    private void schedule() {
        actives.use(farm, onDuty(false));
        backups.use(farm, onDuty(true));
    }

    private IntPredicate onDuty(boolean backup) {
        return place ->
                farm.pool().at(place).terms().backup() == backup && Arrays.binarySearch(farm.duty(), place) >= 0;
    }

    @Override
    public Pick pick(Call call) {
        if (farm.reweighed()) {
            schedule();
        }
        var schedule = actives.isEmpty() ? backups : actives;
        var order = call.reasoned() ? schedule.order() : List.<HaproxyReason.Due>of();
        int position = schedule.position();
        var found = schedule.next(place -> call.open(place) && farm.room(place, call.loads()), call.avoid());
        if (found.isEmpty()) {
            return farm.nobody(call);
        }
        var seat = found.get();
        return call.reasoned()
                ? new Pick.Chosen(seat.id, new HaproxyReason.Earliest(order, position, schedule.turnOf(seat)))
                : farm.pool().chosen(seat.place);
    }
}
