package ringside.sim;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ringside.world.Latency;

/**
 * What queueing theory expects of a mean, and how it is measured.
 *
 * @param name what is measured
 * @param expected what theory expects
 * @param tightness how narrow the interval is at least: half its width for each unit of its mean
 * @param experiment measures it
 */
record Theory(String name, double expected, double tightness, Supplier<Interval> experiment) {
    private static final Latency EXPONENTIAL = new Latency.Exponential(Duration.ofMillis(10));
    private static final Latency CONSTANT = new Latency.Constant(Duration.ofMillis(10));
    private static final Latency LOGNORMAL = new Latency.LogNormal(Duration.ofMillis(8), Duration.ofMillis(40));
    private static final Latency PARETO = new Latency.Pareto(Duration.ofSeconds(30), 1.5);

    /**
     * The mean waits of four kinds of queues, and how long requests stay with one choice and with two.
     *
     * <p>M/M/1 waits ρ/(1-ρ) services and holds as many requests (Little's law: 70 a second for 33.33 ms), M/M/c waits
     * C(c, a)/(c-a) services with Erlang's C, and M/G/1 λE[S²]/2(1-ρ), after Pollaczek and Khinchine. A lognormal service of median m and spread σ has E[Sᵏ] = mᵏ exp(k²σ²/2), here σ = ln 5 / 2.3263. A Pareto
     * service from s on with shape a that ends at L = 300 s has E[Sᵏ] = sᵏ + k sᵃ (L^(k-a) - s^(k-a))/(k-a). With d choices
     * among many queues, requests stay the sum over i ≥ 1 of ρ^((dⁱ-d)/(d-1)) services (Mitzenmacher 2001).
     */
    static List<Theory> all() {
        return Stream.of(markovian(), general(), choices())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Theory> markovian() {
        return List.of(
                new Theory(
                        "M/M/1, ρ 0.7: wait in ms",
                        23.3333,
                        0.04,
                        () -> Queues.one(1, EXPONENTIAL, 70).measure(2000, 25_000, Queues.Stays::waitMillis)),
                new Theory(
                        "M/M/1, ρ 0.7: requests there",
                        2.33333,
                        0.04,
                        () -> Queues.one(1, EXPONENTIAL, 70).measure(2000, 20_000, Queues.Stays::inSystem)),
                new Theory(
                        "M/M/4, ρ 0.75: wait in ms",
                        5.09434,
                        0.05,
                        () -> Queues.one(4, EXPONENTIAL, 300).measure(2000, 30_000, Queues.Stays::waitMillis)));
    }

    private static List<Theory> general() {
        return List.of(
                new Theory(
                        "M/D/1, ρ 0.7: wait in ms",
                        11.6667,
                        0.03,
                        () -> Queues.one(1, CONSTANT, 70).measure(2000, 15_000, Queues.Stays::waitMillis)),
                new Theory(
                        "M/G/1 lognormal, ρ 0.61: wait in ms",
                        12.8159,
                        0.04,
                        () -> Queues.one(1, LOGNORMAL, 60).measure(2000, 20_000, Queues.Stays::waitMillis)),
                new Theory(
                        "M/G/1 bounded Pareto, ρ 0.57: wait in ms",
                        80_448.5,
                        0.04,
                        () -> Queues.one(1, PARETO, 0.008).measure(2000, 20_000, Queues.Stays::waitMillis)));
    }

    private static List<Theory> choices() {
        return List.of(
                new Theory(
                        "one choice of 10, ρ 0.9: stay in ms",
                        100,
                        0.06,
                        () -> choosing(10, "textbook/random").measure(10_000, 70_000, Queues.Stays::stayMillis)),
                new Theory(
                        "two choices of 200, ρ 0.9: stay in ms",
                        26.1406,
                        0.03,
                        () -> choosing(200, "textbook/two-choices").measure(15_000, 35_000, Queues.Stays::stayMillis)));
    }

    private static Queues choosing(int servers, String policy) {
        return new Queues(servers, 1, EXPONENTIAL, 90.0 * servers, policy);
    }

    @Override
    public String toString() {
        return name;
    }
}
