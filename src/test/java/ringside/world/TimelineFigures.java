package ringside.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;

/** Prints how fast the simulated world runs and how fast its timeline answers with 600 000 events held. */
public final class TimelineFigures {
    private static final long SECOND = 1_000_000_000;
    private static final int QUESTIONS = 2000;

    private TimelineFigures() {}

    /** Runs the measurement; takes no arguments. */
    public static void main(String[] args) {
        for (int round = 0; round < 3; round++) {
            simulate();
        }
        long before = heap();
        try (var world = new SimulatedWorld(scenario(1000), 1_000_000)) {
            while (world.timeline().nextSequence() < 600_000) {
                world.advanceTo(world.now() + SECOND / 10);
            }
            var timeline = world.timeline();
            System.out.printf(
                    "%d events over %d s, %d bytes each%n",
                    timeline.nextSequence(), timeline.latest() / SECOND, (heap() - before) / timeline.nextSequence());
            ask(timeline);
        }
    }

    private static void simulate() {
        long began = System.nanoTime();
        try (var world = new SimulatedWorld(scenario(10_000), 100_000)) {
            world.advanceTo(40 * SECOND);
            double took = (System.nanoTime() - began) / 1e9;
            System.out.printf("%.0f requests/s simulated%n", 400_000 / took);
        }
    }

    private static void ask(Timeline timeline) {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 3; round++) {
            long latest = timeline.latest();
            print("at(anywhere)", timeline, i -> random.nextLong(latest));
            print("at(a frame later)", timeline, i -> i * SECOND / 60);
            print("at(a frame earlier)", timeline, i -> latest - i * SECOND / 60);
        }
    }

    private static void print(String what, Timeline timeline, LongUnaryOperator instant) {
        var took = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long t = instant.applyAsLong(i);
            long began = System.nanoTime();
            timeline.at(t);
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        System.out.printf(
                "%-20s p50 %.3f ms, p99 %.3f ms, most %.3f ms%n",
                what, took[QUESTIONS / 2] / 1e6, took[QUESTIONS * 99 / 100] / 1e6, took[QUESTIONS - 1] / 1e6);
    }

    private static Scenario scenario(double perSecond) {
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
                .with(Traffic.none().arriving(new Arrivals.Poisson(perSecond)))
                .with(Checks.usual());
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
