package ringside.lesson.workshop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Something that a proxy should do, told by asking it. Servers are named by their ports. */
public sealed interface Goal {
    /** What it is called in lesson files. */
    String word();

    /** The path that is asked for. */
    String path();

    /** The servers that it is about. */
    List<Integer> servers();

    /** The same with servers at other ports. */
    Goal moved(IntUnaryOperator ports);

    /** Servers answer in turns: of as many requests in a row as there are servers, each gets one. */
    record Turns(String path, List<Integer> servers) implements Goal {
        public Turns {
            servers = List.copyOf(servers);
        }

        @Override
        public String word() {
            return "turns";
        }

        @Override
        public Goal moved(IntUnaryOperator ports) {
            return new Turns(path, servers.stream().map(ports::applyAsInt).toList());
        }
    }

    /**
     * Servers answer in proportion.
     *
     * @param weights by server: its part of as many requests as all weights come to
     */
    record Shares(String path, Map<Integer, Integer> weights) implements Goal {
        public Shares {
            weights = new TreeMap<>(weights);
        }

        @Override
        public List<Integer> servers() {
            return List.copyOf(weights.keySet());
        }

        @Override
        public String word() {
            return "shares";
        }

        @Override
        public Goal moved(IntUnaryOperator ports) {
            var moved = new TreeMap<Integer, Integer>();
            weights.forEach((server, weight) -> moved.put(ports.applyAsInt(server), weight));
            return new Shares(path, moved);
        }
    }

    /** Every request is answered while one server is stopped. */
    record Survives(String path, int server) implements Goal {
        @Override
        public List<Integer> servers() {
            return List.of(server);
        }

        @Override
        public String word() {
            return "survives";
        }

        @Override
        public Goal moved(IntUnaryOperator ports) {
            return new Survives(path, ports.applyAsInt(server));
        }
    }

    /** A server that was stopped gets requests again soon after it was started. */
    record Recovers(String path, int server, Duration within) implements Goal {
        @Override
        public List<Integer> servers() {
            return List.of(server);
        }

        @Override
        public String word() {
            return "recovers";
        }

        @Override
        public Goal moved(IntUnaryOperator ports) {
            return new Recovers(path, ports.applyAsInt(server), within);
        }
    }

    /** Requests for a path go to one server. */
    record Leads(String path, int server) implements Goal {
        @Override
        public List<Integer> servers() {
            return List.of(server);
        }

        @Override
        public String word() {
            return "leads";
        }

        @Override
        public Goal moved(IntUnaryOperator ports) {
            return new Leads(path, ports.applyAsInt(server));
        }
    }
}
