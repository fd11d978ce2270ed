package ringside.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Request;
import ringside.world.Command;
import ringside.world.Keys;
import ringside.world.Traffic;

/** The words of commands about the pool as a whole: its policy and its traffic. */
final class PoolWords {
    private PoolWords() {}

    static Wish policy(Words words) {
        var id = words.next("a policy's id");
        words.checked(() -> {
            PolicyName.check(id);
            return Policies.entry(PolicyChoice.of(id));
        });
        var options = new HashMap<String, String>();
        while (!words.done()) {
            var option = words.next("an option").split("=", 2);
            if (option.length < 2 || options.putIfAbsent(option[0], option[1]) != null) {
                throw words.wrong("this is no option of its own; write `points=160`");
            }
            words.checked(() -> Policies.entry(new PolicyChoice(id, options)));
        }
        var command = new Command.SetPolicy(new PolicyChoice(id, options));
        return (_, _) -> command;
    }

    static Wish traffic(Words words) {
        var arrivals = ArrivalWords.arrivals(words);
        UnaryOperator<Traffic> change = traffic -> traffic.arriving(arrivals);
        if (words.took("patience")) {
            change = then(change, patienceOf(words));
        }
        if (words.took("clients")) {
            change = then(change, clientsOf(words));
        }
        if (words.took("per-connection")) {
            change = then(change, perConnectionOf(words));
        }
        if (words.took("keys")) {
            change = then(change, keysOf(words));
        }
        return traffic(change);
    }

    static Wish clients(Words words) {
        return traffic(clientsOf(words));
    }

    static Wish patience(Words words) {
        return traffic(patienceOf(words));
    }

    private static UnaryOperator<Traffic> patienceOf(Words words) {
        var patience = words.duration("a client's patience", 1, 3_600_000);
        return traffic -> traffic.waiting(patience);
    }

    static Wish perConnection(Words words) {
        return traffic(perConnectionOf(words));
    }

    private static UnaryOperator<Traffic> perConnectionOf(Words words) {
        Optional<Integer> requests = words.took("off")
                ? Optional.empty()
                : Optional.of(words.whole("a number of requests per connection", 1, Traffic.MOST_PER_CONNECTION));
        return traffic -> traffic.over(requests);
    }

    static Wish keys(Words words) {
        return traffic(keysOf(words));
    }

    private static Wish traffic(UnaryOperator<Traffic> change) {
        return (now, _) -> new Command.SetTraffic(change.apply(now.traffic()));
    }

    private static UnaryOperator<Traffic> then(UnaryOperator<Traffic> first, UnaryOperator<Traffic> second) {
        return traffic -> second.apply(first.apply(traffic));
    }

    private static UnaryOperator<Traffic> clientsOf(Words words) {
        int clients = words.whole("a number of clients", 1, 100_000);
        return traffic -> traffic.from(clients);
    }

    private static UnaryOperator<Traffic> keysOf(Words words) {
        var keys = switch (words.next("a kind of keys")) {
            case "uniform" -> new Keys.Uniform(words.whole("a number of keys", 1, Keys.MOST));
            case "zipf" -> zipf(words);
            case "named" -> named(words);
            default -> throw words.unknown("unknown keys", List.of("uniform", "zipf", "named"));
        };
        return traffic -> traffic.asking(keys);
    }

    private static Keys zipf(Words words) {
        int count = words.whole("a number of keys", 1, Keys.MOST);
        double exponent = words.number("an exponent");
        return words.checked(() -> new Keys.Zipf(count, exponent));
    }

    private static Keys named(Words words) {
        var names = new ArrayList<String>();
        do {
            names.add(words.next("a key"));
        } while (!words.done());
        return new Keys.Named(names);
    }

    static Wish send(Words words) {
        int count = words.whole("a number of requests", 1, 10_000);
        var path = "/";
        var client = Traffic.clientAddress(0);
        if (words.took("key")) {
            path = words.next("a key", Keys::pathOf);
        } else if (words.took("path")) {
            path = words.next("a path", ScenarioReader::path);
        }
        if (words.took("client")) {
            client = words.next("a client's address");
        }
        var command = sent(words, client, path, count);
        return (_, _) -> command;
    }

    private static Command sent(Words words, String client, String path, int count) {
        return words.checked(() -> new Command.Send(client, path, count));
    }

    static String of(Command.Send send) {
        var key = Request.of(send.client(), send.path()).key();
        boolean keyed = !key.equals(send.path()) && Keys.pathOf(key).equals(send.path());
        var what = keyed ? "key " + Words.quoted(key) : "path " + Words.quoted(send.path());
        return send.count() + " " + what + " client " + Words.quoted(send.client());
    }

    static String of(PolicyChoice policy) {
        return policy.id()
                + policy.options().entrySet().stream()
                        .map(o -> " " + Words.quoted(o.getKey() + "=" + o.getValue()))
                        .collect(Collectors.joining());
    }

    static String of(Traffic traffic) {
        return ArrivalWords.of(traffic.arrivals()) + " patience " + Units.of(traffic.patience()) + " clients "
                + traffic.clients() + " per-connection "
                + traffic.perConnection().map(String::valueOf).orElse("off") + " keys " + of(traffic.keys());
    }

    private static String of(Keys keys) {
        return switch (keys) {
            case Keys.Uniform(int count) -> "uniform " + count;
            case Keys.Zipf(int count, double exponent) -> "zipf " + count + " " + Units.of(exponent);
            case Keys.Named(var names) ->
                names.stream().map(Words::quoted).collect(Collectors.joining(" ", "named ", ""));
        };
    }
}
