package ringside.engine.textbook;

import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;

/** Sends every request of one client address to the same server, by the remainder of the address's hash. */
public final class IpHash implements Policy {
    /*
     * The cheapest way to keep a client with its session: nothing is stored and no cookie is set. The whole address is
     * hashed as text (nginx's ip_hash takes the first three octets of an IPv4 address and another hash).
     *
     * Two traps. An office or a mobile carrier behind one address is one client here, and all of it lands on one server.
     * And the remainder is by the number of servers that may be asked: when that changes, most clients lose their
     * session, as with any hash modulo n.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/ip-hash",
            "Sends every request of one client address to the same server, by the remainder of the address's hash.",
            _ -> new IpHash());

    private final TextHash hash = new TextHash();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        return OpenSlots.pick(pool, candidates, request.client(), hash.of(request.client()), detail);
    }
}
