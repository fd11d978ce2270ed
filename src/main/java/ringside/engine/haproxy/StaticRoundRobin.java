package ringside.engine.haproxy;

import java.util.List;
import java.util.Optional;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Ticks;

/** Gives each server turns in proportion to the weight it had at the start, cell by cell of a fixed map. */
public final class StaticRoundRobin implements FarmPolicy {
    /*
     * HAProxy's static-rr: the oldest of its policies, a walk over a map that was laid out beforehand. It takes any number
     * of servers where roundrobin stops at 4095, and costs next to nothing a pick.
     *
     * Trap: a change of weight at run time does nothing, and a server that starts slowly gets its whole share at once.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/static-rr",
            "Gives each server turns in proportion to the weight it had at the start, cell by cell of a fixed map.",
            List.of(Farm.ALL_BACKUPS),
            Optional.empty(),
            (choice, ticks, _) -> new StaticRoundRobin(choice, ticks));

    private final Farm farm;
    private final ServerMap map = new ServerMap();

    /** By these options, and by this clock. */
    public StaticRoundRobin(PolicyChoice choice, Ticks ticks) {
        farm = new Farm(ticks, choice);
    }

    @Override
    public Farm farm() {
        return farm;
    }

    @Override
    public void use(Pool pool) {
        farm.use(pool);
        map.use(farm);
    }

    @Override
    public Pick pick(Call call) {
        return inTurn(map, farm, call);
    }

    /** The server of the next cell in turn. */
    static Pick inTurn(ServerMap map, Farm farm, Call call) {
        int from = map.turn();
        var found = map.next(farm, call);
        if (found.isEmpty()) {
            return farm.nobody(call);
        }
        int cell = found.getAsInt();
        int place = map.at(cell);
        return call.reasoned()
                ? new Pick.Chosen(
                        farm.id(place), new HaproxyReason.NextCell(cell, map.size(), map.between(from, cell, farm)))
                : farm.pool().chosen(place);
    }
}
