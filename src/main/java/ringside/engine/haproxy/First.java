package ringside.engine.haproxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

/** Fills the server with the lowest number before it turns to the next. */
public final class First implements FarmPolicy {
    /*
     * HAProxy's first: the opposite of balancing. As few servers as can be are in use, so that the others can be switched
     * off; whoever follows the numbers downward sees how many machines are needed. Weights mean nothing to it.
     *
     * Trap: without a limit of requests on each server, the first one gets everything.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/first",
            "Fills the server with the lowest number before it turns to the next.",
            List.of(Farm.ALL_BACKUPS),
            Optional.empty(),
            (choice, ticks, _) -> new First(choice, ticks));

    private final Farm farm;
    private int[] numbers = {};
    private int[] byNumber = {};

    /** By these options, and by this clock. */
    public First(PolicyChoice choice, Ticks ticks) {
        farm = new Farm(ticks, choice);
    }

    @Override
    public Farm farm() {
        return farm;
    }

    @Override
    public void use(Pool pool) {
        farm.use(pool);
        numbers = Numbers.of(pool);
        byNumber = IntStream.of(farm.duty())
                .boxed()
                .sorted(Comparator.comparingInt(place -> numbers[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Pick pick(Call call) {
        OptionalInt avoided = OptionalInt.empty();
        for (int place : byNumber) {
            if (call.open(place) && farm.room(place, call.loads())) {
                if (!call.avoids(place)) {
                    return chosen(place, call);
                }
                avoided = OptionalInt.of(place);
            }
        }
        return avoided.isEmpty() ? farm.nobody(call) : chosen(avoided.getAsInt(), call);
    }

    private Pick chosen(int chosen, Call call) {
        if (!call.reasoned()) {
            return farm.pool().chosen(chosen);
        }
        var full = new ArrayList<ServerId>();
        for (int place : byNumber) {
            if (numbers[place] < numbers[chosen]) {
                full.add(farm.id(place));
            }
        }
        return new Pick.Chosen(farm.id(chosen), new HaproxyReason.FirstWithRoom(numbers[chosen], List.copyOf(full)));
    }
}
