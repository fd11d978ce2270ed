package ringside.engine.haproxy;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;

/** Finds the server of a hash in a map: the remainder by the number of cells names the cell. */
final class InMap implements FarmPolicy {
    /*
     * A server that failed is not avoided: the next attempt has the same remainder, until the server is marked down and
     * the map is laid out anew. That moves most keys of all servers, and moves them back when it returns.
     */
    private final Farm farm;
    private final Function<Request, Optional<String>> what;
    private final ToIntFunction<String> how;
    private final ServerMap map = new ServerMap();

    InMap(Farm farm, Function<Request, Optional<String>> what, ToIntFunction<String> how) {
        this.farm = farm;
        this.what = what;
        this.how = how;
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
        if (map.size() == 0) {
            return farm.nobody(call);
        }
        var text = what.apply(call.request());
        return text.isEmpty() ? StaticRoundRobin.inTurn(map, farm, call) : find(text.get(), call);
    }

    private Pick find(String text, Call call) {
        int hash = how.applyAsInt(text);
        int cell = map.cellOf(hash);
        int place = map.at(cell);
        if (!call.open(place)) {
            return farm.pool().nobody();
        }
        if (!farm.room(place, call.loads())) {
            return new Pick.Refused(Pick.Cause.ALL_FULL);
        }
        return call.reasoned()
                ? new Pick.Chosen(
                        farm.id(place), new Reason.Remainder(text, Integer.toUnsignedLong(hash), map.size(), cell))
                : farm.pool().chosen(place);
    }
}
