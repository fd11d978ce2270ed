package ringside.net;

import java.util.Optional;
import ringside.engine.ServerId;
import ringside.world.ServerSpec;

/** A server that is in the pool or is leaving it: the way to it, and the server itself if it is ours. */
final class Running implements AutoCloseable {
    private final ServerSpec ordered;
    private final Upstream upstream;
    private final Optional<LocalServer> local;
    private volatile boolean leaving;

    /** A server as it was ordered at first. */
    Running(ServerSpec ordered, Upstream upstream, Optional<LocalServer> local) {
        this.ordered = ordered;
        this.upstream = upstream;
        this.local = local;
    }

    ServerId id() {
        return ordered.id();
    }

    Upstream upstream() {
        return upstream;
    }

    /** Whether it gets nothing new and goes when it has finished. */
    boolean leaving() {
        return leaving;
    }

    /** From now on it is leaving, or is not. */
    void leaving(boolean now) {
        leaving = now;
    }

    /** Whether it could serve as what is ordered now, after some adjusting. */
    boolean fits(ServerSpec spec) {
        return ordered.address().equals(spec.address())
                && ordered.workers() == spec.workers()
                && ordered.queue() == spec.queue();
    }

    /** Makes one of ours behave and work as its spec says now. */
    void adjust(ServerSpec spec) {
        local.ifPresent(server -> {
            server.behave(spec.behaviour());
            server.take(spec.latency());
        });
    }

    /** Stops everything at once: what is in flight is lost. */
    @Override
    public void close() {
        upstream.close();
        local.ifPresent(LocalServer::close);
    }
}
