package ringside.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.DoubleSupplier;
import ringside.sim.Replay;
import ringside.world.Arrivals;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.Traffic;

/**
 * Prints how many customers a second of M/M/10 are simulated here and by SSJ (L'Ecuyer, Meliani and Vaucher 2002), round by
 * round, and how long they wait in each, beside Erlang's formula.
 */
public final class BesideSsj {
    /*
     * SSJ simulates the queue and nothing else. Here a balancer stands before the one server: each customer has an address
     * and a key, passes the gate, is counted by retry budget and policy, has a deadline and may be told of. "Waits measured"
     * is what SSJ does too; "nobody listens" leaves it out here alone.
     */
    private static final int CUSTOMERS = 2_000_000;
    private static final int SERVERS = 10;
    private static final double PER_SECOND = 9000;
    private static final double MEAN_WORK_SECONDS = 0.001;
    private static final int ROUNDS = 7;
    private static final int WARM_UP_ROUNDS = 2;

    /** One who simulates, and what it took and what came out in each round. */
    private static final class Contender {
        private final String name;
        private final ArrayList<Stint> stints = new ArrayList<>();
        private double waits;

        private Contender(String name) {
            this.name = name;
        }

        /** Simulates once and is told how long customers waited on average, in seconds. */
        private void run(DoubleSupplier simulation) {
            stints.add(Stint.of(() -> waits += simulation.getAsDouble()));
        }

        private Stint median() {
            return Stint.median(stints.stream().skip(WARM_UP_ROUNDS).toArray(Stint[]::new));
        }

        /** Prints how fast it was, beside another. */
        private void print(Contender other) {
            System.out.printf(
                    "  %-26s%,14.0f%,14.0f%16.2f%s%n",
                    name,
                    median().perSecond(CUSTOMERS),
                    median().perBusySecond(CUSTOMERS),
                    median().perBusySecond(CUSTOMERS) / other.median().perBusySecond(CUSTOMERS),
                    waits == 0 ? "" : String.format("%12.1f us", 1e6 * waits / stints.size()));
        }
    }

    private BesideSsj() {}

    /** Runs the measurement; takes no arguments. */
    public static void main(String[] args) {
        System.out.printf(
                "M/M/%d at %.0f %% of what it can do, %d rounds of %,d customers; Erlang C: a mean wait of %.1f us%n",
                SERVERS, 100 * load() / SERVERS, ROUNDS, CUSTOMERS, 1e6 * erlangsWait());
        var ssj = new Contender("SSJ");
        var measured = new Contender("Ringside, waits measured");
        var unheard = new Contender("Ringside, nobody listens");
        for (int round = 0; round < ROUNDS; round++) {
            var tape = tape(round);
            ssj.run(BesideSsj::ssj);
            measured.run(() -> measured(tape));
            unheard.run(() -> {
                new Replay().run(tape, Story.UNHEARD, Progress.UNWATCHED);
                return 0;
            });
        }
        System.out.println("Customers a second:             of wall time  of processor  times SSJ      mean wait");
        ssj.print(ssj);
        measured.print(ssj);
        unheard.print(ssj);
    }

    private static double ssj() {
        return new SsjQueue(PER_SECOND, 1 / MEAN_WORK_SECONDS, SERVERS, CUSTOMERS).meanWait();
    }

    private static double measured(Tape tape) {
        var waits = new Waits();
        new Replay().run(tape, waits, Progress.UNWATCHED);
        return waits.sum / 1e9 / waits.count;
    }

    /** Sums up the times from arrival to the beginning of work. */
    private static final class Waits implements Story {
        private final long[] came = new long[2 * CUSTOMERS];
        private double sum;
        private long count;

        @Override
        public void tell(long nanos, Happening what) {
            if (what instanceof Happening.Arrived arrived) {
                came[(int) arrived.request()] = nanos;
            } else if (what instanceof Happening.Started started) {
                sum += nanos - came[(int) started.request()];
                count++;
            }
        }
    }

    /** One server with so many workers, and as many places to wait as there can be. */
    private static Tape tape(long seed) {
        var work = new Latency.Exponential(Duration.ofNanos(Math.round(1e9 * MEAN_WORK_SECONDS)));
        var scenario = Scenario.of(
                        ServerSpec.named("queue").sized(SERVERS, 1_000_000).taking(work))
                .seeded(seed)
                .with(Duration.ofHours(1))
                .with(Traffic.none().arriving(new Arrivals.Poisson(PER_SECOND)));
        return Tape.of(scenario).until(Math.round(CUSTOMERS / PER_SECOND * 1e9));
    }

    private static double load() {
        return PER_SECOND * MEAN_WORK_SECONDS;
    }

    /** The mean wait in seconds (Erlang 1917): the chance that all are busy, over what is left of their speed. */
    private static double erlangsWait() {
        double blocked = 1;
        for (int n = 1; n <= SERVERS; n++) {
            blocked = load() * blocked / (n + load() * blocked);
        }
        double allBusy = blocked / (1 - load() / SERVERS * (1 - blocked));
        return allBusy / (SERVERS / MEAN_WORK_SECONDS - PER_SECOND);
    }
}
