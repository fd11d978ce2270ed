package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.RemapLaw;
import ringside.engine.Request;

/** Sends every request for one key to the same server, by the remainder of the key's hash. */
public final class ModN implements Policy {
    /*
     * Perfectly even and a single division. The trap is the n: going from n servers to m, only min(n, m) / lcm(n, m) of
     * the keys stay, so one server fewer of four moves three keys in four, although a quarter would do. In front of
     * caches that is an outage. It is the question to which consistent hashing is the answer (Karger et al., "Consistent
     * Hashing and Random Trees", 1997).
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/mod-n",
            "Sends every request for one key to the same server, by the remainder of the key's hash.",
            List.of(),
            RemapLaw.ofRemainder(),
            _ -> new ModN());

    private final TextHash hash = new TextHash();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        return OpenSlots.pick(pool, candidates, request.key(), hash.of(request.key()), detail);
    }
}
