package ringside.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Request;
import ringside.world.Happening;
import ringside.world.Happening.Leg;

/** What clients ask over: connections that rest between two requests, or none that matter. */
final class Connections {
    private static final int FIRST_PORT = 1024;
    private static final int PORTS = 64_512;

    private final Setting setting;
    private final Proxy proxy;
    private final Optional<Integer> requests;
    private final Map<String, Deque<Connection>> resting = new HashMap<>();
    private long opened;
    private boolean over;

    /** Connections that carry so many requests each; where nothing is said, nobody asks what they go over. */
    Connections(Setting setting, Proxy proxy, Optional<Integer> requests) {
        this.setting = setting;
        this.proxy = proxy;
        this.requests = requests;
    }

    /** A client asks, over a connection of its own that rests or over another; when that is over, something is done. */
    void ask(Request request, Runnable then) {
        if (requests.isEmpty()) {
            proxy.arrive(request, then);
            return;
        }
        var connection = rested(request.client()).orElseGet(() -> open(request.client(), requests.get()));
        connection.carry();
        proxy.arrive(request, connection, () -> {
            rest(request.client(), connection);
            then.run();
        });
    }

    private Optional<Connection> rested(String client) {
        var those = resting.getOrDefault(client, new ArrayDeque<>());
        for (var connection = those.pollLast(); connection != null; connection = those.pollLast()) {
            if (proxy.holds(connection)) {
                return Optional.of(connection);
            }
            close(connection);
        }
        return Optional.empty();
    }

    private Connection open(String client, int most) {
        var peer = client + ":" + (FIRST_PORT + opened++ % PORTS);
        setting.tell(new Happening.Opened(Leg.CLIENT, peer));
        return new Connection(peer, most);
    }

    private void rest(String client, Connection connection) {
        if (connection.lasts() && !over) {
            resting.computeIfAbsent(client, _ -> new ArrayDeque<>()).addLast(connection);
        } else {
            close(connection);
        }
    }

    private void close(Connection connection) {
        proxy.hangUp(connection);
        setting.tell(new Happening.Closed(Leg.CLIENT, connection.peer(), false, 0, 0));
    }

    /** Closes all that rest, and others as soon as they would. */
    void end() {
        over = true;
        resting.values().forEach(those -> those.forEach(this::close));
        resting.clear();
    }
}
