package ringside.engine.haproxy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;

/** Finds the server of a hash on a ring: that of the nearest node, before it or behind. */
final class OnRing implements FarmPolicy, RingPolicy {
    private final Farm farm;
    private final Function<Request, Optional<String>> what;
    private final ToIntFunction<String> how;
    private final RingWalk walk;
    private final NodeTurn turn;

    OnRing(Farm farm, Function<Request, Optional<String>> what, ToIntFunction<String> how, int factor) {
        this.farm = farm;
        this.what = what;
        this.how = how;
        this.walk = new RingWalk(farm, factor);
        this.turn = new NodeTurn(farm);
    }

    @Override
    public Farm farm() {
        return farm;
    }

    @Override
    public void use(Pool pool) {
        farm.use(pool);
        walk.lay();
    }

    @Override
    public Pick pick(Call call) {
        if (farm.reweighed()) {
            walk.lay();
        }
        if (walk.nodes().size() == 0) {
            return farm.nobody(call);
        }
        var text = what.apply(call.request());
        return text.isEmpty() ? turn.next(walk.nodes(), call) : find(text.get(), call);
    }

    private Pick find(String text, Call call) {
        int hash = how.applyAsInt(text);
        int end = walk.end(hash, call);
        int place = walk.nodes().placeOf(end);
        if (!call.open(place)) {
            return farm.pool().nobody();
        }
        if (!farm.room(place, call.loads())) {
            return new Pick.Refused(Pick.Cause.ALL_FULL);
        }
        return call.reasoned()
                ? new Pick.Chosen(farm.id(place), walk.why(text, hash, end, call))
                : farm.pool().chosen(place);
    }

    @Override
    public List<Point> points() {
        return Nodes.of(farm, IntStream.range(0, farm.pool().size()).toArray()).points();
    }

    @Override
    public List<Point> ends(Predicate<ServerId> open) {
        return Nodes.of(
                        farm,
                        IntStream.range(0, farm.pool().size())
                                .filter(place -> open.test(farm.id(place)))
                                .toArray())
                .ends();
    }

    @Override
    public Position positionOf(String key) {
        return Position.ofInt(how.applyAsInt(key));
    }
}
