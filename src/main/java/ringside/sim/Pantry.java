package ringside.sim;

import java.util.Optional;
import ringside.world.Caching;

/** Gives servers their caches, with one origin behind them. */
final class Pantry {
    private final Setting setting;
    private final Origin origin;
    private Optional<Caching> caching;
    private long fetches;

    Pantry(Setting setting, Optional<Caching> caching) {
        this.setting = setting;
        this.caching = caching;
        this.origin = new Origin(setting, caching.orElse(Caching.USUAL).origin());
    }

    /** Is so from now on; servers are to be supplied again. */
    void use(Optional<Caching> other) {
        caching = other;
        other.ifPresent(c -> origin.use(c.origin()));
    }

    /** Gives a server the cache that it is to have, or takes it away: one that it has is kept. */
    void supply(Server server) {
        server.shelve(caching.map(c -> {
            var shelf = server.shelf().orElseGet(() -> new Shelf(server.id(), setting, this, c));
            shelf.use(c);
            return shelf;
        }));
    }

    Origin origin() {
        return origin;
    }

    /** The number of the next fetch, from 1. */
    long nextFetch() {
        return ++fetches;
    }
}
