package ringside.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * One request on its way: the servers that were chosen for it so far, and what its policy keeps in mind for it between
 * attempts.
 *
 * <p>A {@link Balancer} writes it, whoever carries the request keeps it, and it is over with the request.
 */
public final class Trail {
    private static final Object NOTHING = new Object();

    private final Request request;
    private final List<ServerId> tried = new ArrayList<>(1);
    private Pool pool;
    private Object memory = NOTHING;

    /** A request that has not been anywhere, in front of this pool. */
    public Trail(Request request, Pool pool) {
        this.request = request;
        this.pool = pool;
    }

    /** What is asked, and by whom. */
    public Request request() {
        return request;
    }

    /** The servers chosen for it so far, in order; a policy may have chosen one twice. */
    public List<ServerId> tried() {
        return Collections.unmodifiableList(tried);
    }

    /** Those of the candidates that were not tried. */
    public Candidates untried(Candidates candidates) {
        return tried.isEmpty() ? candidates : candidates.without(tried, pool);
    }

    /** What a policy keeps in mind for this request: what it left here at the last attempt, or else something fresh. */
    public <M> M memory(Class<M> type, Supplier<M> fresh) {
        if (!type.isInstance(memory)) {
            memory = fresh.get();
        }
        return type.cast(memory);
    }

    void moveTo(Pool other) {
        pool = other;
    }

    void chosen(ServerId server) {
        tried.add(server);
    }
}
