package ringside.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.Health;
import ringside.engine.ServerId;
import ringside.world.ServerSpec;

/** A server that is in the pool or is leaving it: the way to it, the server itself if it is ours, and its health. */
final class Running implements AutoCloseable {
    private final ServerId id;
    private final Upstream upstream;
    private final Optional<LocalServer> local;
    private Health health;
    private @Nullable Prober prober;

    Running(Upstream upstream, Optional<LocalServer> local, Health health) {
        this.id = upstream.id();
        this.upstream = upstream;
        this.local = local;
        this.health = health;
    }

    ServerId id() {
        return id;
    }

    Upstream upstream() {
        return upstream;
    }

    Health health() {
        return health;
    }

    void health(Health other) {
        health = other;
    }

    /** Makes one of ours behave and work as its spec says now. */
    void adjust(ServerSpec spec) {
        local.ifPresent(server -> {
            server.behave(spec.behaviour());
            server.take(spec.latency());
        });
    }

    /** From now on it is checked by this prober, or by nobody. */
    void checkedBy(@Nullable Prober other) {
        if (prober != null) {
            prober.close();
        }
        prober = other;
    }

    /** Stops everything at once: what is in flight is lost. */
    @Override
    public void close() {
        checkedBy(null);
        upstream.close();
        local.ifPresent(LocalServer::close);
    }
}
