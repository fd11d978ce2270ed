package ringside.config;

import java.time.Duration;
import java.util.stream.Stream;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Latency;
import ringside.world.ServerSpec;

/** Turns YAML into one server. */
final class ServerReader {
    static final String[] KEYS = Stream.concat(
                    Stream.of("name", "address", "weight", "workers", "queue", "latency", "behaviour", "pool", "down"),
                    Stream.of(TermsWords.KEYS))
            .toArray(String[]::new);

    private final Reach reach;

    ServerReader(Reach reach) {
        this.reach = reach;
    }

    ServerSpec server(YamlValue value) {
        var fields = value.map(KEYS);
        var id = fields.required("name").text(ServerId::new);
        var usual = ServerSpec.named(id.name());
        var address = fields.optional("address").map(a -> a.text(reach::check));
        var behaviour = fields.optional("behaviour");
        if (address.isPresent() && behaviour.isPresent()) {
            throw behaviour.get().wrong("is set for a server with an address; how it behaves is decided where it runs");
        }
        return new ServerSpec(
                id,
                address,
                fields.optional("weight")
                        .map(w -> w.whole(1, Member.MAX_WEIGHT))
                        .orElse(usual.weight()),
                fields.optional("workers").map(w -> w.whole(1, 10_000)).orElse(usual.workers()),
                fields.optional("queue").map(q -> q.whole(0, 1_000_000)).orElse(usual.queue()),
                fields.optional("latency").map(ServerReader::latency).orElse(usual.latency()),
                behaviour.map(ServerReader::behaviour).orElse(usual.behaviour()),
                TermsWords.read(fields),
                fields.optional("pool")
                        .map(p -> p.text(name -> usual.in(name).pool()))
                        .orElse(ServerSpec.MAIN),
                fields.optional("down").map(YamlValue::yesOrNo).orElse(false));
    }

    private static Latency latency(YamlValue value) {
        if (!value.isMap()) {
            return new Latency.Constant(value.duration(Duration.ZERO, Latency.LONGEST));
        }
        var choice = value.choice("constant", "exponential", "uniform");
        var of = choice.getValue();
        return switch (choice.getKey()) {
            case "constant" -> new Latency.Constant(of.duration(Duration.ZERO, Latency.LONGEST));
            case "exponential" -> new Latency.Exponential(of.duration(Duration.ofNanos(1), Latency.LONGEST));
            default -> uniform(of);
        };
    }

    private static Latency uniform(YamlValue value) {
        var bounds = value.list();
        if (bounds.size() != 2) {
            throw value.wrong("has " + bounds.size() + " bounds; it should have two, such as [5ms, 9ms]");
        }
        var least = bounds.get(0).duration(Duration.ZERO, Latency.LONGEST);
        return new Latency.Uniform(least, bounds.get(1).duration(least, Latency.LONGEST));
    }

    private static Behaviour behaviour(YamlValue value) {
        if (!value.isMap()) {
            return switch (value.oneOf("healthy", "zombie", "refusing", "crashed")) {
                case "zombie" -> new Behaviour.Zombie();
                case "refusing" -> new Behaviour.Refusing();
                case "crashed" -> new Behaviour.Crashed();
                default -> Behaviour.HEALTHY;
            };
        }
        var choice = value.choice("slow", "errors");
        return choice.getKey().equals("slow")
                ? new Behaviour.Slow(choice.getValue().number(1, 1000))
                : new Behaviour.Errors(choice.getValue().whole(1, 100));
    }
}
