package ringside.net;

import java.nio.channels.ServerSocketChannel;
import java.util.function.Supplier;

/** The port where it can be asked what the proxy counts, and nothing can be changed. */
final class Admin implements AutoCloseable {
    private final Setting setting;
    private final Supplier<String> metrics;
    private final Listener listener;

    /** Begins to answer at this port, which it owns from now on. */
    Admin(Setting setting, ServerSocketChannel at, Supplier<String> metrics) {
        this.setting = setting;
        this.metrics = metrics;
        this.listener = new Listener(at, channel -> new AdminConnection(this, channel));
    }

    Setting setting() {
        return setting;
    }

    /** What is counted, in Prometheus' text format. */
    String metrics() {
        return metrics.get();
    }

    int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }
}
