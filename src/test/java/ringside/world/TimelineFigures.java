package ringside.world;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;

/**
 * Prints what it costs to hold ten minutes of a thousand requests a second: bytes, how long it takes to see an instant
 * again, what writing down an event takes, and how fast a world runs whose timeline is written.
 */
public final class TimelineFigures {
    private static final long SECOND = 1_000_000_000;
    private static final int TEN_MINUTES = 600;
    private static final int QUESTIONS = 2000;
    private static final List<String> POLICIES = List.of(
            "textbook/round-robin",
            "textbook/two-choices",
            "textbook/least-connections",
            "textbook/ring",
            "haproxy/roundrobin",
            "envoy/round-robin");

    private TimelineFigures() {}

    /** Runs the measurement, for these policies or for a choice of them. */
    public static void main(String[] args) {
        for (var policy : args.length == 0 ? POLICIES : List.of(args)) {
            System.out.println(policy);
            var choice = PolicyChoice.of(policy);
            for (int round = 0; round < 3; round++) {
                simulate(choice);
            }
            long before = heap();
            hold(choice);
            System.out.printf("  %.1f MB of heap when it is let go%n", (heap() - before) / 1e6);
        }
    }

    private static void simulate(PolicyChoice policy) {
        long began = System.nanoTime();
        long user = user();
        try (var world = new SimulatedWorld(scenario(policy, 10_000), 100_000)) {
            world.advanceTo(40 * SECOND);
            double wall = (System.nanoTime() - began) / 1e9;
            double cpu = (user() - user) / 1e9;
            long arrived = world.timeline().at(world.now()).totals().arrived();
            System.out.printf(
                    "  %,.0f requests/s simulated and written down, %,.0f a CPU second%n",
                    arrived / wall, arrived / cpu);
        }
    }

    private static void hold(PolicyChoice policy) {
        long before = heap();
        var world = new SimulatedWorld(scenario(policy, 1000));
        world.advanceTo(TEN_MINUTES * SECOND);
        double with = heap() - before;
        var timeline = world.timeline();
        long held = timeline.nextSequence() - timeline.firstSequence();
        System.out.printf(
                "  %,d of %,d events over %d s in %.1f MB of heap with all else, %.1f MB by its own count, %.1f bytes"
                        + " each%n",
                held, timeline.nextSequence(), TEN_MINUTES, with / 1e6, timeline.bytes() / 1e6, with / held);
        ask(timeline);
        append(timeline);
        world.close();
    }

    private static void append(Timeline from) {
        var events = from.events(from.nextSequence() - 500_000, from.nextSequence());
        var scenario = from.at(0).scenario();
        for (int round = 0; round < 3; round++) {
            var copy = new Timeline(scenario, 400_000);
            long user = user();
            for (var event : events) {
                copy.append(event.nanos(), event.what());
            }
            System.out.printf("  %d ns of CPU to write down an event%n", (user() - user) / events.size());
        }
    }

    private static void ask(Timeline timeline) {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 3; round++) {
            long latest = timeline.latest();
            print("at(anywhere)", timeline, _ -> random.nextLong(latest));
            print("at(a frame later)", timeline, i -> i * SECOND / 60);
            print("at(a frame earlier)", timeline, i -> latest - i * SECOND / 60);
        }
    }

    private static void print(String what, Timeline timeline, LongUnaryOperator instant) {
        var wall = new long[QUESTIONS];
        var cpu = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long t = instant.applyAsLong(i);
            long user = user();
            long began = System.nanoTime();
            timeline.at(t);
            wall[i] = System.nanoTime() - began;
            cpu[i] = user() - user;
        }
        System.out.printf("  %-20s %s; of CPU %s%n", what, percentiles(wall), percentiles(cpu));
    }

    private static String percentiles(long[] took) {
        Arrays.sort(took);
        return "p50 %.3f ms, p99 %.3f ms, most %.3f ms"
                .formatted(took[QUESTIONS / 2] / 1e6, took[QUESTIONS * 99 / 100] / 1e6, took[QUESTIONS - 1] / 1e6);
    }

    private static Scenario scenario(PolicyChoice policy, double perSecond) {
        var servers = new ServerSpec[8];
        for (int i = 0; i < servers.length; i++) {
            servers[i] = new ServerSpec(
                    new ServerId("S" + i),
                    Optional.empty(),
                    1,
                    100,
                    1000,
                    new Latency.Exponential(Duration.ofMillis(20)),
                    Behaviour.HEALTHY);
        }
        return Scenario.of(servers)
                .with(policy)
                .with(Traffic.none().arriving(new Arrivals.Poisson(perSecond)))
                .with(Checks.usual());
    }

    private static long user() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
