package ringside.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Checks;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Sessions;
import ringside.world.Traffic;

/** Turns YAML into a scenario. */
final class ScenarioReader {
    private static final String[] KEYS = Stream.of(
                    Stream.of("pool", "traffic", "checks"),
                    HandlingReader.KEYS.stream(),
                    Stream.of("cache", "sessions", "seed"))
            .flatMap(keys -> keys)
            .toArray(String[]::new);

    private static final PolicyChoice USUAL = PolicyChoice.of("textbook/round-robin");

    private static final String PER_CONNECTION = "per-connection";
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** The largest seed either way: as large as every reader of JSON keeps exactly. */
    private static final long MOST_SEED = 999_999_999_999_999L;

    private final Optional<Path> folder;
    private final ServerReader servers;

    /** Reads scenarios that may name files of a folder, or none. */
    ScenarioReader(Optional<Path> folder, Reach reach) {
        this.folder = folder;
        this.servers = new ServerReader(reach);
    }

    Scenario scenario(YamlValue value) {
        var top = value.map(KEYS);
        var pool = top.required("pool").map("policy", "servers");
        var policy = pool.optional("policy").map(ScenarioReader::policy).orElse(USUAL);
        var members = servers(pool.required("servers"));
        var traffic = top.optional("traffic").map(this::traffic).orElse(Traffic.none());
        var checks = top.optional("checks").map(ScenarioReader::checks).orElse(Checks.none());
        long seed =
                top.optional("seed").map(s -> s.whole(-MOST_SEED, MOST_SEED)).orElse(1L);
        var pools = members.stream().map(ServerSpec::pool).distinct().toList();
        var handling = HandlingReader.read(top, pools);
        var caching = top.optional("cache").flatMap(CacheWords::read);
        var sessions = top.optional("sessions").map(SessionWords::read).orElse(Sessions.NONE);
        return value.checked(() -> new Scenario(policy, members, traffic, checks, handling, caching, sessions, seed));
    }

    private static PolicyChoice policy(YamlValue value) {
        if (value.isText()) {
            return made(value, value.text(), Map.of());
        }
        if (!value.isMap()) {
            throw value.shouldBe("a policy's id, or a map with its id and its options");
        }
        var fields = value.entries();
        var id = fields.remove("id");
        if (id == null) {
            throw value.wrong("has no `id`; add `id: textbook/ring` or another of `ringside policies`");
        }
        made(id, id.text(), Map.of());
        var options = new HashMap<String, String>();
        fields.forEach((name, option) -> {
            boolean worded = Policies.isWorded(id.text(), name);
            var given = worded || option.isText()
                    ? option.text()
                    : Long.toString(option.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
            options.putAll(made(option, id.text(), Map.of(name, given)).options());
            if (option.isText() && !worded) {
                throw option.shouldBe("a number without quotes");
            }
        });
        return new PolicyChoice(id.text(), options);
    }

    private static PolicyChoice made(YamlValue at, String id, Map<String, String> options) {
        return at.checked(() -> {
            PolicyName.check(id);
            var choice = new PolicyChoice(id, options);
            Policies.entry(choice);
            return choice;
        });
    }

    private List<ServerSpec> servers(YamlValue value) {
        var named = new HashMap<ServerId, Place>();
        var members = value.list();
        if (members.size() > Scenario.MOST_SERVERS) {
            throw value.wrong(
                    "has " + members.size() + " servers; it should have " + Scenario.MOST_SERVERS + " at most");
        }
        return members.stream()
                .map(member -> {
                    var spec = servers.server(member);
                    var before = named.putIfAbsent(spec.id(), member.place());
                    if (before != null) {
                        throw new BadInput(
                                member.map(ServerReader.KEYS).required("name").place(),
                                "two servers are named " + spec.id() + "; the first is on line " + before.line()
                                        + ", give this one another name");
                    }
                    return spec;
                })
                .toList();
    }

    private Traffic traffic(YamlValue value) {
        var fields = value.map("arrivals", "clients", "keys", "patience", PER_CONNECTION);
        var none = Traffic.none();
        return new Traffic(
                fields.optional("arrivals").map(ArrivalWords::read).orElse(none.arrivals()),
                fields.optional("clients").map(c -> c.whole(1, 100_000)).orElse(none.clients()),
                fields.optional("keys").map(k -> KeysReader.keys(k, folder)).orElse(none.keys()),
                fields.optional("patience").map(p -> p.duration(MILLI, HOUR)).orElse(none.patience()),
                fields.optional(PER_CONNECTION).map(n -> n.whole(1, Traffic.MOST_PER_CONNECTION)));
    }

    private static Checks checks(YamlValue value) {
        var fields = value.map("kind", "path", "every", "timeout", "rise", "fall");
        var usual = Checks.usual();
        var kind = Checks.Kind.valueOf(
                fields.required("kind").oneOf("tcp", "http", "none").toUpperCase(Locale.ROOT));
        var path =
                fields.optional("path").map(p -> p.text(ScenarioReader::path)).orElse(usual.path());
        var every = fields.optional("every")
                .map(e -> e.duration(Duration.ofMillis(10), HOUR))
                .orElse(usual.every());
        var timeout =
                fields.optional("timeout").map(t -> t.duration(MILLI, HOUR)).orElse(usual.timeout());
        int rise = fields.optional("rise").map(r -> r.whole(1, 100)).orElse(usual.rise());
        int fall = fields.optional("fall").map(f -> f.whole(1, 100)).orElse(usual.fall());
        return value.checked(() -> new Checks(kind, path, every, timeout, rise, fall));
    }

    static String path(String text) {
        if (!text.matches("/[!-~]{0,2000}")) {
            throw new IllegalArgumentException(
                    Printable.brief(text) + " is no path; a path begins with / and has no blanks");
        }
        return text;
    }
}
