package ringside.config;

import java.util.stream.Stream;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.world.ServerSpec;

/** Turns YAML into one server. */
final class ServerReader {
    static final String[] KEYS = Stream.concat(
                    Stream.of("name", "address", "weight", "workers", "queue", "latency", "behaviour", "pool", "down"),
                    Stream.of(TermsWords.KEYS, ProcessWords.KEYS).flatMap(Stream::of))
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
                fields.optional("latency").map(LatencyWords::read).orElse(usual.latency()),
                behaviour.map(BehaviourWords::read).orElse(usual.behaviour()),
                TermsWords.read(fields),
                fields.optional("pool")
                        .map(p -> p.text(name -> usual.in(name).pool()))
                        .orElse(ServerSpec.MAIN),
                fields.optional("down").map(YamlValue::yesOrNo).orElse(false),
                ProcessWords.read(fields));
    }
}
