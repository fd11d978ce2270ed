package ringside.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.cache.CacheRules;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Caching;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Handling;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Sessions;
import ringside.world.Traffic;

/** Eventful stories, one for each seed: all that can happen to a world happens to it. */
public final class Drama {
    /** Remedies of all kinds before an origin that can't take everything. */
    private static final Caching CACHING = new Caching(
            new CacheRules(50, Duration.ofMillis(800), 20, true, 1, Duration.ofMillis(200)),
            Duration.ofMillis(1),
            new Caching.Origin(2, 5, new Latency.Exponential(Duration.ofMillis(30))));

    private static final long SECOND = 1_000_000_000;

    private final SplittableRandom random;

    private Drama(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The events of ten seconds and twelve commands, with time let pass to these instants. */
    static List<Event> play(long seed, List<Long> instants) {
        try (var world = stage(seed, instants)) {
            return world.timeline().events(0, world.timeline().nextSequence());
        }
    }

    /** A world at its beginning. */
    public static SimulatedWorld begin(long seed) {
        return new SimulatedWorld(new Drama(seed).scenario(seed));
    }

    /** Any command that makes sense there. */
    public static Command command(long seed, Scenario now) {
        return new Drama(seed).command(now);
    }

    /** The world after them. */
    public static SimulatedWorld stage(long seed, List<Long> instants) {
        var drama = new Drama(seed);
        var world = new SimulatedWorld(drama.scenario(seed));
        Map<Long, Integer> script = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            script.put(drama.random.nextLong(10 * SECOND), i);
        }
        var all = new ArrayList<>(instants);
        all.addAll(script.keySet());
        all.sort(null);
        for (long instant : all) {
            world.advanceTo(instant);
            if (script.containsKey(instant) && instant <= instants.getLast()) {
                world.apply(drama.command(world.scenario()));
            }
        }
        return world;
    }

    private Scenario scenario(long seed) {
        var servers = new ArrayList<ServerSpec>();
        for (char name = 'A'; name < 'A' + 2 + random.nextInt(4); name++) {
            servers.add(server(String.valueOf(name)));
        }
        return new Scenario(
                policy(),
                servers,
                traffic(),
                checks(),
                Handling.USUAL.with(Duration.ofMillis(100 + random.nextInt(900))),
                seed % 3 == 0 ? Optional.of(CACHING) : Optional.empty(),
                List.of(Sessions.values()).get(random.nextInt(3)),
                seed);
    }

    private ServerSpec server(String name) {
        return new ServerSpec(
                new ServerId(name),
                Optional.empty(),
                1 + random.nextInt(5),
                1 + random.nextInt(3),
                random.nextInt(10),
                latency(),
                Behaviour.HEALTHY);
    }

    private Latency latency() {
        var mean = Duration.ofMillis(1 + random.nextInt(30));
        return switch (random.nextInt(3)) {
            case 0 -> new Latency.Constant(mean);
            case 1 -> new Latency.Uniform(Duration.ZERO, mean);
            default -> new Latency.Exponential(mean);
        };
    }

    private PolicyChoice policy() {
        return PolicyChoice.of(
                Policies.all().get(random.nextInt(Policies.all().size())).id());
    }

    private Traffic traffic() {
        double rate = 50 + random.nextInt(200);
        return new Traffic(
                switch (random.nextInt(4)) {
                    case 0 -> new Arrivals.Constant(rate);
                    case 1 -> new Arrivals.Bursts(3 * rate, Duration.ofMillis(300), Duration.ofMillis(600));
                    case 2 -> new Arrivals.Closed(1 + random.nextInt(10), Duration.ofMillis(20));
                    default -> new Arrivals.Poisson(rate);
                },
                1 + random.nextInt(50),
                random.nextBoolean() ? new Keys.Uniform(100) : new Keys.Zipf(100, 1.1));
    }

    private Checks checks() {
        var kinds = List.of(Checks.Kind.NONE, Checks.Kind.TCP, Checks.Kind.HTTP);
        return new Checks(
                kinds.get(random.nextInt(kinds.size())),
                "/health",
                Duration.ofMillis(100 + random.nextInt(400)),
                Duration.ofMillis(50 + random.nextInt(100)),
                1 + random.nextInt(3),
                1 + random.nextInt(3));
    }

    private Behaviour behaviour() {
        return switch (random.nextInt(14)) {
            case 0 -> new Behaviour.Slow(5);
            case 1 -> new Behaviour.Errors(40);
            case 2 -> new Behaviour.Zombie();
            case 3 -> new Behaviour.Refusing();
            case 4 -> new Behaviour.Crashed();
            case 5 -> new Behaviour.Frozen();
            case 6 -> new Behaviour.Resetting();
            case 7 -> new Behaviour.Truncating();
            case 8 -> new Behaviour.Miscounting(random.nextBoolean() ? 9 : -9);
            case 9 -> new Behaviour.EndlessHead();
            case 10 -> new Behaviour.Flapping(Duration.ofMillis(700), Duration.ofMillis(300));
            case 11 -> new Behaviour.Warming(Duration.ofSeconds(3));
            case 12 -> new Behaviour.Trickling(Duration.ofMillis(20));
            default -> Behaviour.HEALTHY;
        };
    }

    private Command command(Scenario now) {
        var server = now.servers().isEmpty()
                ? new ServerId("nobody")
                : now.servers().get(random.nextInt(now.servers().size())).id();
        return switch (random.nextInt(10)) {
            case 0 -> new Command.AddServer(server("N" + random.nextInt(3)), random.nextInt(5));
            case 1 -> new Command.RemoveServer(server, Command.Leaving.DRAIN);
            case 2 -> new Command.RemoveServer(server, Command.Leaving.KILL);
            case 3 -> new Command.SetWeight(server, 1 + random.nextInt(9));
            case 4, 5 -> new Command.SetBehaviour(server, behaviour());
            case 6 -> new Command.SetPolicy(policy());
            case 7 -> new Command.SetTraffic(traffic());
            case 8 -> new Command.SetChecks(checks());
            default -> new Command.Send("10.9.9.9", "/?key=once", 5);
        };
    }
}
