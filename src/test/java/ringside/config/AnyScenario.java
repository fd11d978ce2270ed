package ringside.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Terms;
import ringside.engine.cache.CacheRules;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Caching;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Processes;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Sessions;
import ringside.world.Traffic;

/** Makes scenarios and commands of every shape from a seed. */
public final class AnyScenario {
    private static final List<String> NAMES = List.of(
            "A",
            "Server-B",
            "true",
            "null",
            "7",
            "1e3",
            "~",
            "-",
            "#c",
            "a:b",
            "{d}",
            "\"e\"",
            "'f'",
            "\\g",
            "ü",
            "漢字",
            "🎪",
            "x,y",
            "weight",
            "[::1]",
            "&h",
            "*i",
            "!j",
            "%k",
            "@l",
            "|",
            "0x1f",
            ".5",
            "off",
            "yes",
            "=",
            "x3");

    private final Random random;

    /** Those of one seed. */
    public AnyScenario(long seed) {
        this.random = new Random(seed);
    }

    /** Any scenario. */
    public Scenario scenario() {
        int first = random.nextInt(NAMES.size());
        var servers = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> server(NAMES.get((first + i) % NAMES.size())))
                .toList();
        var pools = servers.stream().map(ServerSpec::pool).distinct().toList();
        return new Scenario(
                policy(),
                servers,
                traffic(),
                checks(),
                new AnyHandling(random).handling(pools),
                any(Optional.empty(), Optional.of(caching())),
                any(Sessions.values()),
                seed());
    }

    /** Any command. */
    public Command command() {
        var server = new ServerId(name());
        return switch (random.nextInt(25)) {
            case 0 -> new Command.AddServer(server(name()));
            case 1 -> new Command.AddServer(server(name()), random.nextInt(100));
            case 2 -> new Command.RemoveServer(server, any(Command.Leaving.values()));
            case 3 -> new Command.SetWeight(server, 1 + random.nextInt(1000));
            case 4 -> new Command.SetBehaviour(server, behaviour());
            case 5 -> new Command.SetLatency(server, latency());
            case 6 -> new Command.SetPolicy(policy());
            case 7 -> new Command.SetTraffic(traffic());
            case 8 -> new Command.SetChecks(checks());
            case 9 ->
                Command.Send.forKey("10.0.0.1", any("user:7", "two words", "&=?#", "ü🎪"), 1 + random.nextInt(10_000));
            case 10 -> new Command.Send(any("127.0.0.1", "::1"), any("/", "/a?b=\"c\"", "/?key=%20+"), 1);
            case 11 -> new Command.SetCache(any(Optional.empty(), Optional.of(caching())));
            case 12 -> new Command.SetProcesses(server, any(Optional.empty(), Optional.of(processes())));
            case 13 -> new Command.SetSessions(any(Sessions.values()));
            default -> new AnyHandling(random).command();
        };
    }

    private long seed() {
        return random.nextLong(-999_999_999_999_999L, 1_000_000_000_000_000L);
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    @SafeVarargs
    private <T> T any(T... things) {
        return things[random.nextInt(things.length)];
    }

    private Duration duration(long leastNanos, long mostMillis) {
        return any(
                Duration.ofMillis(1 + random.nextLong(mostMillis)),
                Duration.ofNanos(leastNanos + random.nextLong(1_000_000)));
    }

    private PolicyChoice policy() {
        return any(
                PolicyChoice.of("textbook/round-robin"),
                PolicyChoice.of("textbook/md5-ring"),
                new PolicyChoice(
                        "haproxy/hdr", Map.of("header", any("", "X-User", "007", "true", "two words", "\"\\=\u202e"))),
                new PolicyChoice("haproxy/uri", Map.of("whole", "on", "len", "12")),
                new PolicyChoice("textbook/ring", Map.of("points", Integer.toString(1 + random.nextInt(200)))));
    }

    private ServerSpec server(String name) {
        var address = any(Optional.<String>empty(), Optional.of("127.0.0.1:9001"), Optional.of("[::1]:65535"));
        return new ServerSpec(
                new ServerId(name),
                address,
                1 + random.nextInt(1000),
                1 + random.nextInt(10_000),
                random.nextInt(1_000_001),
                latency(),
                address.isPresent() ? Behaviour.HEALTHY : behaviour(),
                terms(),
                any(ServerSpec.MAIN, "static", "to", "two\"-\u00e4"),
                random.nextBoolean(),
                any(Optional.empty(), Optional.of(processes())));
    }

    private Processes processes() {
        return new Processes(
                1 + random.nextInt(10_000),
                any(Processes.Wake.values()),
                any(Duration.ZERO, Processes.USUAL_COST, Duration.ofMillis(random.nextInt(1000))));
    }

    private Terms terms() {
        var terms = any(Terms.STANDARD, Terms.STANDARD.asBackup(), Terms.STANDARD.numbered(1 + random.nextInt(9)));
        terms = any(terms, terms.writtenAs(any("127.0.0.1:9001", "\"q\" \\ é", "")));
        terms = any(terms, terms.failing(random.nextInt(9), Duration.ofSeconds(random.nextInt(99))));
        terms = any(terms, terms.limitedTo(random.nextInt(1_000_000)));
        return any(terms, terms.startingSlowly(duration(1, 100_000)));
    }

    /** Any latency. */
    public Latency latency() {
        var least = duration(1, 100_000);
        return any(
                new Latency.Constant(any(Duration.ZERO, least)),
                new Latency.Exponential(least),
                new Latency.Uniform(least, least.plus(duration(0, 100_000))),
                new Latency.LogNormal(least, least.plus(duration(0, 100_000))),
                new Latency.Pareto(least, any(1.5, random.nextDouble(0.5, 100))),
                new Latency.Outliers(
                        any(new Latency.Constant(least), new Latency.Pareto(least, 2)),
                        any(1.0, random.nextDouble(0.001, 50)),
                        any(100.0, random.nextDouble(1, 1000))));
    }

    private Behaviour behaviour() {
        return any(
                Behaviour.HEALTHY,
                new Behaviour.Zombie(),
                new Behaviour.Refusing(),
                new Behaviour.Crashed(),
                new Behaviour.Slow(any(3.0, random.nextDouble(1, 1000))),
                new Behaviour.Errors(1 + random.nextInt(100)),
                new Behaviour.Frozen(),
                new Behaviour.Resetting(),
                new Behaviour.Truncating(),
                new Behaviour.EndlessHead(),
                new Behaviour.Miscounting(any(-1, 1) * (1 + random.nextInt(1000))),
                new Behaviour.Flapping(Duration.ofSeconds(2), any(Duration.ofSeconds(2), lasting())),
                new Behaviour.Warming(lasting()),
                new Behaviour.Trickling(Duration.ofMillis(1 + random.nextInt(60_000))));
    }

    private Duration lasting() {
        return duration(0, 3_000_000).plusMillis(10);
    }

    private Traffic traffic() {
        double rate = any(80.0, random.nextDouble(0.001, 100_000));
        return new Traffic(
                any(
                        new Arrivals.None(),
                        new Arrivals.Constant(rate),
                        new Arrivals.Poisson(rate),
                        new Arrivals.Bursts(rate, lasting(), lasting()),
                        new Arrivals.Batches(rate, 1 + random.nextInt(10_000)),
                        new Arrivals.Diurnal(rate, any(0.001, 100_000.0), any(Arrivals.Diurnal.DAY, lasting())),
                        new Arrivals.Closed(1 + random.nextInt(5000), lasting())),
                1 + random.nextInt(100_000),
                keys(),
                any(Traffic.MOST_PATIENCE, duration(1_000_000, 3_600_000)),
                any(Optional.empty(), Optional.of(1 + random.nextInt(1_000_000))));
    }

    private Caching caching() {
        var rules = new CacheRules(
                1 + random.nextInt(1_000_000),
                duration(1_000_000, 86_400_000),
                random.nextInt(101),
                random.nextBoolean(),
                any(0.0, 1.0, random.nextDouble(100)),
                any(Duration.ZERO, lasting()));
        var origin = new Caching.Origin(1 + random.nextInt(10_000), random.nextInt(1_000_001), latency());
        return new Caching(rules, any(Duration.ZERO, Duration.ofMillis(1), duration(0, 300_000)), origin);
    }

    private Keys keys() {
        int count = 1 + random.nextInt(1_000_000);
        return any(
                new Keys.Uniform(count),
                new Keys.Zipf(count, random.nextDouble(0, 10)),
                new Keys.Named(
                        List.of("user:7", "", "two words", name(), "\u0000\u001b\n\"\\\u202e", "x".repeat(10_000))));
    }

    private Checks checks() {
        return new Checks(
                any(Checks.Kind.values()),
                any("/health", "/", "/a?b=\"c\"&d=\\e#f"),
                duration(0, 1_000_000).plusMillis(10),
                duration(1_000_000, 3_600_000),
                1 + random.nextInt(100),
                1 + random.nextInt(100));
    }
}
