package ringside.engine.haproxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import ringside.engine.Policy;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Request;
import ringside.engine.Ticks;
import ringside.engine.hash.Avalanche;
import ringside.engine.hash.Utf8;

/** How a hash finds its server, as HAProxy's {@code hash-type} and {@code hash-balance-factor} say. */
final class HashType {
    /*
     * "hash-type consistent" alone means sdbm with avalanche; as soon as a function is named, avalanche is on only if it
     * is named too, and "map-based" alone has none. Without avalanche on the ring, similar keys lie together: of sdbm's
     * 32 bits the first ones hardly move when the last letter of a key does.
     */
    private static final String UNNAMED = "standard";

    private static final PolicyOption.OneOf TYPE = new PolicyOption.OneOf(
            "hash-type",
            "whether a hash names a cell of a map or a place on a ring",
            List.of("map-based", "consistent"));
    private static final PolicyOption.OneOf FUNCTION = new PolicyOption.OneOf(
            "function",
            "the hash function; the standard one is sdbm, with avalanche on a ring",
            List.of(UNNAMED, "sdbm", "djb2", "crc32", "wt6"));
    private static final PolicyOption.OneOf AVALANCHE =
            new PolicyOption.OneOf("avalanche", "whether the hash is hashed once more", List.of("off", "on"));
    private static final PolicyOption.Whole FACTOR = new PolicyOption.Whole(
            "hash-balance-factor",
            "the most load a server on a ring may have, as a percentage over 100 of its fair share; 0 for any",
            0,
            65_535,
            0);

    /** Its options. */
    static final List<PolicyOption> OPTIONS = List.of(TYPE, FUNCTION, AVALANCHE, FACTOR, Farm.ALL_BACKUPS);

    private final PolicyChoice choice;
    private final int factor;
    private final boolean avalanche;
    private final HashFunction function;
    private final Utf8 utf8 = new Utf8();

    HashType(PolicyChoice choice) {
        this.choice = choice;
        this.factor = factor(choice);
        var named = FUNCTION.of(choice);
        avalanche = AVALANCHE.of(choice).equals("on") || (consistent(choice) && named.equals(UNNAMED));
        function = named.equals(UNNAMED) ? HashFunction.SDBM : HashFunction.valueOf(named.toUpperCase(Locale.ROOT));
    }

    /** Whether a choice is for a ring rather than a map. */
    static boolean consistent(PolicyChoice choice) {
        return TYPE.of(choice).equals("consistent");
    }

    /** The percentage that a choice gives, 0 for no bound. */
    static int factor(PolicyChoice choice) {
        int factor = FACTOR.of(choice);
        if (factor > 0 && factor <= 100) {
            throw new IllegalArgumentException(
                    FACTOR.name() + " is 0 or a percentage above 100, not \"" + factor + "\"");
        }
        return factor;
    }

    /** The option of the percentage. */
    static PolicyOption factorOption() {
        return FACTOR;
    }

    /** A policy that hashes this of each request; nothing means that it takes turns. */
    Policy policy(Function<Request, Optional<String>> what, Ticks ticks) {
        return policy(what, text -> function.of(utf8.hold(text)), ticks);
    }

    /** The same with a hash function of its own. */
    Policy policy(Function<Request, Optional<String>> what, ToIntFunction<String> raw, Ticks ticks) {
        ToIntFunction<String> how = avalanche ? text -> Avalanche.of(raw.applyAsInt(text)) : raw;
        var farm = new Farm(ticks, choice);
        return consistent(choice) ? new OnRing(farm, what, how, factor) : new InMap(farm, what, how);
    }
}
