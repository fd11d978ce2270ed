package ringside.engine;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a policy on an idle pool, in as few words as a test can spare. */
public final class Picking {
    private final Policy policy;
    private Pool pool = Pool.EMPTY;
    private Loads loads = Loads.IDLE;

    private Picking(Policy policy) {
        this.policy = policy;
    }

    /** A fresh policy on a pool. */
    public static Picking by(String id, Pool pool) {
        return new Picking(Policies.make(PolicyChoice.of(id))).from(pool);
    }

    /** This policy on a pool. */
    public static Picking of(Policy policy, Pool pool) {
        return new Picking(policy).from(pool);
    }

    /** From now on this pool. */
    public Picking from(Pool other) {
        policy.use(other);
        pool = other;
        return this;
    }

    /** From now on servers as busy as this, by place. */
    public Picking busy(int... inFlight) {
        loads = place -> inFlight[place];
        return this;
    }

    /** The pool asked about. */
    public Pool pool() {
        return pool;
    }

    /** The next picks' servers, {@code -} for nobody. */
    public String next(int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(_ -> nameOf(pick(Request.keyed(""), Detail.PLAIN)))
                        .toList());
    }

    /** The owner of a key, {@code -} for nobody. */
    public String owner(String key) {
        return nameOf(pick(Request.keyed(key), Detail.PLAIN));
    }

    /** The server a client is sent to, {@code -} for nobody. */
    public String serverOf(String client) {
        return nameOf(pick(new Request(client, "/", client + "'s key"), Detail.PLAIN));
    }

    /** The owners of keys, in order. */
    public List<String> owners(List<String> keys) {
        return keys.stream().map(this::owner).toList();
    }

    /** Why the next request goes where it goes. */
    public Reason reason(String key) {
        return switch (pick(Request.keyed(key), Detail.REASONED)) {
            case Pick.Chosen(var _, var why) -> why;
            case Pick.Refused(var cause) -> throw new AssertionError("refused: " + cause);
        };
    }

    /** What is decided for a request. */
    public Pick pick(Request request, Detail detail) {
        return policy.pick(request, Candidates.upIn(pool), loads, detail);
    }

    /** Asks a balancer on behalf of a request that was nowhere yet. */
    public static Pick ask(Balancer balancer, Request request, Detail detail) {
        return balancer.pick(balancer.begin(request), detail);
    }

    /** Names as ids. */
    public static List<ServerId> ids(String... names) {
        return Stream.of(names).map(ServerId::new).toList();
    }

    private static String nameOf(Pick pick) {
        return switch (pick) {
            case Pick.Chosen(var server, var _) -> server.name();
            case Pick.Refused(var _) -> "-";
        };
    }
}
