package ringside.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.sim.Replay;
import ringside.world.Arrivals;
import ringside.world.Latency;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.Traffic;

/** Prints how many requests a second are simulated, by who listens, and what one costs by policy and by servers. */
public final class SimulationSpeed {
    /*
     * Poisson arrivals at servers of 10 workers with exponential work of 1 ms: 50 requests are in flight, with 10 servers as
     * with 10 000, so that what grows with the servers is the policy's cost and the memory's. Where servers are as busy
     * whatever their number, what is in flight grows with them, and so does the agenda.
     */
    private static final double PER_SECOND = 50_000;
    private static final int IN_FLIGHT = 50;
    private static final String ROUND_ROBIN = "textbook/round-robin";
    private static final int ROUNDS = 5;
    private static final int MILLION = 1_000_000;
    private static final int[] SIZES = {10, 100, 1000, 10_000};
    private static final long WARM_UP_NANOS = 200_000_000;
    private static final long MOST_NANOS = 400_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Replay replay = new Replay();
    private long heard;

    private SimulationSpeed() {}

    /** Runs the measurements; an argument is what the ids of the policies in the table match. */
    public static void main(String[] args) {
        var speed = new SimulationSpeed();
        speed.listeners();
        speed.growth();
        speed.table(args.length == 0 ? ".*" : args[0]);
    }

    private void listeners() {
        System.out.println(
                "Requests simulated a second, round robin over 10 servers:    of wall time  of processor time");
        var tape = tape(ROUND_ROBIN, 10, IN_FLIGHT, MILLION);
        print("nobody listens", () -> replay.run(tape, Story.UNHEARD, Progress.UNWATCHED));
        print("a counter listens", () -> replay.run(tape, (_, _) -> heard++, Progress.UNWATCHED));
        print("kept on a timeline", () -> replay.open(tape, Progress.UNWATCHED).close());
    }

    private static void print(String what, Runnable million) {
        million.run();
        var stint = Stint.median(
                IntStream.range(0, ROUNDS).mapToObj(_ -> Stint.of(million)).toArray(Stint[]::new));
        System.out.printf("  %-57s%,15.0f%,19.0f%n", what, stint.perSecond(MILLION), stint.perBusySecond(MILLION));
    }

    private void growth() {
        System.out.println("The same by how many are simulated, nobody listening:");
        for (int millions = 1; millions <= 8; millions *= 2) {
            var tape = tape(ROUND_ROBIN, 10, IN_FLIGHT, millions * MILLION);
            var stint = Stint.of(() -> replay.run(tape, Story.UNHEARD, Progress.UNWATCHED));
            double count = (double) millions * MILLION;
            System.out.printf(
                    "  %-57s%,15.0f%,19.0f%n",
                    millions + " million requests", stint.perSecond(count), stint.perBusySecond(count));
        }
    }

    private void table(String policies) {
        System.out.println(
                "Nanoseconds of its thread's processor time that a request costs, by the number of servers:");
        System.out.printf("  %-40s%10d%10d%10d%10d%n", "", SIZES[0], SIZES[1], SIZES[2], SIZES[3]);
        Policies.all().stream()
                .map(Policies.Entry::id)
                .filter(id -> id.matches(policies))
                .forEach(id ->
                        row(id, IntStream.of(SIZES).mapToObj(servers -> tape(id, servers, IN_FLIGHT, 3 * MILLION))));
        row(
                ROUND_ROBIN + ", equally busy",
                IntStream.of(SIZES)
                        .mapToObj(servers -> tape(ROUND_ROBIN, servers, IN_FLIGHT / 10 * servers, 3 * MILLION)));
    }

    private void row(String what, Stream<Tape> tapes) {
        System.out.printf("  %-40s", what);
        tapes.forEach(tape -> System.out.printf("%10.0f", cost(tape)));
        System.out.println();
    }

    /** What a request costs in the midst of a story: after some time to warm up, and for as long as is needed. */
    private double cost(Tape tape) {
        var course = new Course();
        try {
            replay.run(tape, Story.UNHEARD, course);
        } catch (CancellationException enough) {
            // the rest need not be simulated
        }
        return course.nanos() / (course.share() * tape.nanos() * PER_SECOND / 1e9);
    }

    /** Notes how far a story has come, and when it is enough. */
    private static final class Course implements Progress {
        private final long began = THREADS.getCurrentThreadCpuTime();
        private long from;
        private long to;
        private double fromShare;
        private double toShare;

        @Override
        public boolean goOn(double share) {
            long now = THREADS.getCurrentThreadCpuTime();
            if (from == 0 && now - began > WARM_UP_NANOS) {
                from = now;
                fromShare = share;
            }
            to = now;
            toShare = share;
            return from == 0 || to == from || to - from < MOST_NANOS;
        }

        private long nanos() {
            return to - from;
        }

        private double share() {
            return toShare - fromShare;
        }
    }

    /** So many requests to so many servers, on average. */
    private static Tape tape(String policy, int servers, int inFlight, int requests) {
        var work = new Latency.Exponential(Duration.ofNanos(Math.round(inFlight * 1e9 / PER_SECOND)));
        var scenario = Scenario.of(IntStream.range(0, servers)
                        .mapToObj(i ->
                                ServerSpec.named("server-" + i).sized(10, 1000).taking(work))
                        .toArray(ServerSpec[]::new))
                .with(PolicyChoice.of(policy))
                .with(Duration.ofMinutes(1))
                .with(Traffic.none().arriving(new Arrivals.Poisson(PER_SECOND)));
        return Tape.of(scenario).until(Math.round(requests * 1e9 / PER_SECOND));
    }
}
