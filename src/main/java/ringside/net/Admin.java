package ringside.net;

import java.nio.channels.ServerSocketChannel;
import java.util.function.Supplier;
import ringside.world.Happening;

/** The port where it can be asked what the proxy counts, and nothing can be changed. */
final class Admin implements AutoCloseable {
    private final Setting setting;
    private final Supplier<String> metrics;
    private final Listener listener;

    /** Begins to answer at the first free port from this one up, and says so when that is another; 0 stands for any. */
    static Admin from(int wanted, Setting setting, Supplier<String> metrics) {
        var at = Ports.from(wanted);
        int got = Ports.of(at);
        if (wanted != 0 && got != wanted) {
            setting.tell(new Happening.Notice("port " + wanted + " is busy; the admin port is " + got));
        }
        return new Admin(setting, at, metrics);
    }

    private Admin(Setting setting, ServerSocketChannel at, Supplier<String> metrics) {
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
