package ringside.lesson.workshop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Asks a proxy, and tells which goals it reaches. */
final class Grader {
    private static final int ROUNDS = 3;
    private static final int CYCLES = 8;
    private static final int SLACK = 1;
    private static final int FEW = 4;
    private static final int MANY = 6;

    private final Subject subject;
    private final Consumer<Goal> begun;
    private final Set<Integer> stopped = new HashSet<>();
    private List<Exchange> seen = new ArrayList<>();

    /** A grader that tells when it begins with a goal. */
    Grader(Subject subject, Consumer<Goal> begun) {
        this.subject = subject;
        this.begun = begun;
    }

    /** Looks at goals in order, up to the first that is missed; every server that was stopped runs again afterwards. */
    List<Verdict> grade(List<Goal> goals) {
        var verdicts = new ArrayList<Verdict>();
        for (var goal : goals) {
            begun.accept(goal);
            seen = new ArrayList<>();
            var miss = look(goal);
            verdicts.add(miss.<Verdict>map(why -> new Verdict.Missed(goal, seen, why))
                    .orElseGet(() -> new Verdict.Met(goal, seen)));
            if (miss.isPresent()) {
                break;
            }
        }
        stopped.forEach(subject::start);
        return List.copyOf(verdicts);
    }

    private Optional<Miss> look(Goal goal) {
        if (!(goal instanceof Goal.Recovers)) {
            var missing =
                    stopped.stream().filter(server -> !subject.start(server)).findFirst();
            stopped.clear();
            if (missing.isPresent()) {
                return Optional.of(new Miss.NotDone(missing.get(), false));
            }
        }
        return switch (goal) {
            case Goal.Turns(var path, var servers) -> turns(path, servers);
            case Goal.Shares(var path, var weights) -> shares(path, weights);
            case Goal.Survives(var path, int server) -> survives(path, server);
            case Goal.Recovers recovers -> recovers(recovers);
            case Goal.Leads(var path, int server) -> leads(path, server);
        };
    }

    private Exchange ask(String path) {
        var exchange = subject.ask(seen.size() + 1, path);
        seen.add(exchange);
        return exchange;
    }

    private static Optional<Miss> unwell(Exchange exchange) {
        return exchange.well() ? Optional.empty() : Optional.of(new Miss.Unanswered(exchange));
    }

    private static Optional<Miss> among(Exchange exchange, List<Integer> servers) {
        return unwell(exchange)
                .or(() -> servers.contains(exchange.server().orElseThrow())
                        ? Optional.empty()
                        : Optional.of(new Miss.Stranger(exchange, servers)));
    }

    private Optional<Miss> turns(String path, List<Integer> servers) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < ROUNDS * servers.size(); i++) {
            var exchange = ask(path);
            var miss = among(exchange, servers);
            if (miss.isPresent()) {
                return miss;
            }
            int server = exchange.server().orElseThrow();
            var turn = i < servers.size()
                    ? servers.stream().filter(s -> !order.contains(s)).toList()
                    : List.of(order.get(i % servers.size()));
            if (!turn.contains(server)) {
                return Optional.of(new Miss.Repeated(exchange, turn));
            }
            order.add(server);
        }
        return Optional.empty();
    }

    private Optional<Miss> shares(String path, Map<Integer, Integer> weights) {
        var counted = new TreeMap<Integer, Integer>();
        var wanted = new TreeMap<Integer, Integer>();
        weights.forEach((server, weight) -> wanted.put(server, CYCLES * weight));
        int all = wanted.values().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < all; i++) {
            var exchange = ask(path);
            var miss = among(exchange, List.copyOf(weights.keySet()));
            if (miss.isPresent()) {
                return miss;
            }
            counted.merge(exchange.server().orElseThrow(), 1, Integer::sum);
        }
        boolean even = wanted.entrySet().stream()
                .allMatch(e -> Math.abs(counted.getOrDefault(e.getKey(), 0) - e.getValue()) <= SLACK);
        return even ? Optional.empty() : Optional.of(new Miss.Uneven(counted, wanted));
    }

    private Optional<Miss> survives(String path, int server) {
        if (!subject.stop(server)) {
            return Optional.of(new Miss.NotDone(server, true));
        }
        stopped.add(server);
        for (int i = 0; i < MANY; i++) {
            var miss = unwell(ask(path));
            if (miss.isPresent()) {
                return miss;
            }
        }
        return Optional.empty();
    }

    private Optional<Miss> recovers(Goal.Recovers goal) {
        if (!subject.start(goal.server())) {
            return Optional.of(new Miss.NotDone(goal.server(), false));
        }
        stopped.remove(goal.server());
        long since = subject.nanos();
        while (true) {
            var exchange = ask(goal.path());
            if (!exchange.well()) {
                return Optional.of(new Miss.Unanswered(exchange));
            }
            if (exchange.server().orElseThrow() == goal.server()) {
                return Optional.empty();
            }
            if (subject.nanos() - since > goal.within().toNanos()) {
                return Optional.of(new Miss.Forgotten(goal.server(), goal.within(), exchange));
            }
            subject.rest();
        }
    }

    private Optional<Miss> leads(String path, int server) {
        for (int i = 0; i < FEW; i++) {
            var miss = among(ask(path), List.of(server));
            if (miss.isPresent()) {
                return miss;
            }
        }
        return Optional.empty();
    }
}
