package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the busiest server. */
class LoadLawsTest {
    private static final Request REQUEST = Request.keyed("user:7");

    /** How many requests a server may have once it is given one more of so many, this one counted. */
    @FunctionalInterface
    private interface Cap {
        long of(long requests, int percent, long weight, long weights);
    }

    @Test
    void aBoundedRingNeverGoesAboveItsCap() {
        Trials.of(40, random -> {
            int percent = 100 + random.nextInt(150);
            var choice = new PolicyChoice("textbook/bounded-load-ring", Map.of("capacity", Integer.toString(percent)));
            stayBelow(choice, percent, random, (requests, c, w, sum) -> Math.ceilDiv(c * requests * w, 100 * sum));
        });
    }

    @Test
    void aBoundedRingOfHaproxyNeverGoesAboveItsCap() {
        Trials.of(40, random -> {
            int percent = 101 + random.nextInt(150);
            var choice = new PolicyChoice(
                    "haproxy/hdr", Map.of("hash-type", "consistent", "hash-balance-factor", Integer.toString(percent)));
            stayBelow(
                    choice,
                    percent,
                    random,
                    (requests, c, w, sum) -> Math.max(1, Math.ceilDiv(Math.ceilDiv(c * requests, 100) * w, sum)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"envoy/ring-hash", "envoy/maglev"})
    void aBoundOfEnvoyIsPassedByOneAtMost(String id) {
        Trials.of(20, random -> {
            int percent = 100 + random.nextInt(150);
            var choice = new PolicyChoice(id, Map.of("hash-balance-factor", Integer.toString(percent)));
            stayBelow(
                    choice,
                    percent,
                    random,
                    (requests, c, w, sum) -> 1 + Math.max(1, Math.ceilDiv(Math.ceilDiv(c * requests, 100) * w, sum)));
        });
    }

    /** Requests for a few hot keys come and go. */
    private static void stayBelow(PolicyChoice choice, int percent, Random random, Cap cap) {
        int[] weights = random.ints(2 + random.nextInt(6), 1, 5).toArray();
        var pool = Choices.weighing(weights);
        var balancer = new Balancer(Policies.make(choice), pool);
        var open = new ArrayList<ServerId>();
        for (int i = 0; i < 300; i++) {
            if (!open.isEmpty() && random.nextInt(5) < 2) {
                var server = open.remove(random.nextInt(open.size()));
                balancer.settle(new Attempt(server, Outcome.OK, false, 1));
                continue;
            }
            var key = "key" + (int) (8 * Math.pow(random.nextDouble(), 3));
            if (!(balancer.pick(balancer.begin(Request.keyed(key)), Detail.PLAIN)
                    instanceof Pick.Chosen(var server, var _))) {
                throw new AssertionError("nobody took request " + i);
            }
            open.add(server);
            long weight = pool.at(pool.placeOf(server).orElseThrow()).weight();
            assertThat((long) balancer.inFlight(server))
                    .as("%s of %s with %d open", server, pool, open.size())
                    .isLessThanOrEqualTo(cap.of(
                            open.size(), percent, weight, IntStream.of(weights).sum()));
        }
    }

    /** The means of the longest queue that were measured elsewhere, for n requests on n servers. */
    @ParameterizedTest
    @CsvSource({
        "textbook/random, 10, 2.74",
        "textbook/random, 100, 4.19",
        "textbook/random, 1000, 5.47",
        "textbook/two-choices, 10, 2.06",
        "textbook/two-choices, 100, 2.58",
        "textbook/two-choices, 1000, 3.01"
    })
    void theLongestQueueIsAsLongAsMeasured(String id, int servers, double measured) {
        int trials = 20_000 / servers;
        double mean = IntStream.range(0, trials)
                .map(seed -> longest(id, seed, servers, servers))
                .average()
                .orElseThrow();
        // the longest queue has a standard deviation of less than 0.8; two draws that never agree shorten it by up to
        // 0.06
        assertThat(mean).isCloseTo(measured, within(0.06 + 3 * 0.8 / Math.sqrt(trials)));
    }

    @ParameterizedTest
    @CsvSource({"textbook/random, 26.0, 3", "textbook/two-choices, 1.8, 0.5"})
    void theLongestOfManyLongQueuesIsAsLongAsMeasured(String id, double beyondTheMean, double stray) {
        double mean = IntStream.range(0, 20)
                .map(seed -> longest(id, seed, 100, 10_000))
                .average()
                .orElseThrow();
        assertThat(mean - 100).isCloseTo(beyondTheMean, within(stray));
    }

    private static int longest(String id, long seed, int servers, int requests) {
        var pool = Choices.weighing(IntStream.generate(() -> 1).limit(servers).toArray());
        var policy = Policies.make(PolicyChoice.of(id), Ticks.STOPPED, Dice.seeded(seed));
        policy.use(pool);
        int[] queues = new int[servers];
        for (int i = 0; i < requests; i++) {
            if (policy.pick(REQUEST, _ -> true, place -> queues[place], Detail.PLAIN) instanceof Pick.Chosen chosen) {
                queues[pool.placeOf(chosen.server()).orElseThrow()]++;
            }
        }
        return Arrays.stream(queues).max().orElseThrow();
    }
}
