package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests are shared out, over every policy of the catalogue. */
class ShareLawsTest {
    private static final int REQUESTS = 8_000;
    private static final int SIGMAS = 5;

    /** HAProxy's {@code first} shares out nothing: whoever has the lowest number gets all there is room for. */
    private static final Set<String> FILLING = Set.of("haproxy/first");

    /** These go by something else than weights, some of them while all are idle only. */
    private static final Set<String> BLIND = Set.of(
            "textbook/round-robin",
            "textbook/least-connections",
            "textbook/weighted-least-connections",
            "textbook/two-choices",
            "textbook/peak-ewma",
            "textbook/ip-hash",
            "textbook/mod-n",
            "textbook/md5-ring",
            "textbook/jump",
            "haproxy/leastconn",
            "envoy/random");

    /** These take weights into account, but idle servers do not get shares by weight: each says what they get instead. */
    private static final Set<String> OTHERWISE = Set.of("textbook/least-response-time", "nginx/random-two");

    static Stream<PolicyChoice> sharing() {
        return Choices.all().filter(choice -> !FILLING.contains(choice.id()));
    }

    static Stream<PolicyChoice> weighing() {
        return sharing()
                .filter(choice -> !BLIND.contains(choice.id()))
                .filter(choice -> !OTHERWISE.contains(choice.id()));
    }

    static Stream<PolicyChoice> blind() {
        return sharing().filter(choice -> BLIND.contains(choice.id()));
    }

    /** How many of many requests, each of another client, key and path, idle servers get, by place. */
    private static int[] counts(PolicyChoice choice, Pool pool) {
        var policy = Policies.make(choice);
        policy.use(pool);
        int[] counts = new int[pool.size()];
        var random = new Random(1);
        for (int i = 0; i < REQUESTS; i++) {
            if (policy.pick(any(random), Candidates.upIn(pool), Loads.IDLE, Detail.PLAIN)
                    instanceof Pick.Chosen chosen) {
                counts[pool.placeOf(chosen.server()).orElseThrow()]++;
            }
        }
        return counts;
    }

    private static Request any(Random random) {
        var client = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
        var key = Long.toHexString(random.nextLong());
        return new Request(client, "/item/" + key, key);
    }

    /** Chance of the requests, and of a ring's points: some of n points own a share of variance p (1 - p) / (n + 1). */
    private static void assertShare(int count, double fair, double points) {
        double sigma = Math.sqrt(fair * (1 - fair) * (1.0 / REQUESTS + 1 / (points + 1)));
        assertThat((double) count / REQUESTS).isCloseTo(fair, within(SIGMAS * sigma));
    }

    @ParameterizedTest
    @MethodSource("sharing")
    void equalServersHaveEqualShares(PolicyChoice choice) {
        var pool = Choices.weighing(1, 1, 1, 1, 1);
        for (int count : counts(choice, pool)) {
            assertShare(count, 0.2, Choices.points(choice, pool));
        }
    }

    @ParameterizedTest
    @MethodSource("weighing")
    void sharesAreInProportionToWeights(PolicyChoice choice) {
        Trials.of(2, random -> {
            int[] weights = random.ints(2 + random.nextInt(4), 1, 7).toArray();
            var pool = Choices.weighing(weights);
            int[] counts = counts(choice, pool);
            double total = IntStream.of(weights).sum();
            for (int place = 0; place < counts.length; place++) {
                assertShare(counts[place], weights[place] / total, Choices.points(choice, pool));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("blind")
    void sharesAreEqualWhereWeightsAreNotLookedAt(PolicyChoice choice) {
        var pool = Choices.weighing(5, 1, 3);
        for (int count : counts(choice, pool)) {
            assertShare(count, 1 / 3.0, Choices.points(choice, pool));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.325", "1, 0.154", "2, 0.154", "3, 0.367"})
    void twoDifferentServersOfNginxFlattenTheWeights(int place, double share) {
        var counts = counts(PolicyChoice.of("nginx/random-two"), Choices.weighing(5, 1, 1, 3));
        assertThat(counts[place] / (double) REQUESTS).isCloseTo(share, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textbook/smooth-weighted-round-robin",
                "textbook/weighted-round-robin",
                "nginx/round-robin",
                "nginx/least-conn",
                "haproxy/static-rr"
            })
    void turnsRepeatAfterTheSumOfWeightsAndGiveEachItsWeight(String id) {
        Trials.of(60, random -> {
            int[] weights = random.ints(1 + random.nextInt(7), 1, 10).toArray();
            int period = IntStream.of(weights).sum();
            var picking = Picking.by(id, Choices.weighing(weights));
            var first = List.of(picking.next(period).split(" "));
            var counts = first.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
            for (int place = 0; place < weights.length; place++) {
                assertThat(counts).containsEntry("s" + place, (long) weights[place]);
            }
            assertThat(List.of(picking.next(period).split(" "))).isEqualTo(first);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"textbook/smooth-weighted-round-robin", "nginx/round-robin"})
    void smoothTurnsRepeatAfterTheSumOverTheDivisor(String id) {
        Trials.of(60, random -> {
            int divisor = 2 + random.nextInt(5);
            int[] weights = random.ints(1 + random.nextInt(7), 1, 10).toArray();
            weights[0] = 1;
            int period = IntStream.of(weights).sum();
            var small = Picking.by(id, Choices.weighing(weights)).next(2 * period);
            var large =
                    Choices.weighing(IntStream.of(weights).map(w -> w * divisor).toArray());
            assertThat(Picking.by(id, large).next(2 * period)).isEqualTo(small);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textbook/weighted-least-connections",
                "textbook/least-response-time",
                "nginx/least-conn",
                "haproxy/leastconn"
            })
    void openRequestsFillUpInProportionToWeights(String id) {
        Trials.of(20, random -> {
            int[] weights = random.ints(2 + random.nextInt(5), 1, 9).toArray();
            var pool = Choices.weighing(weights);
            int rounds = 5 + random.nextInt(20);
            var balancer = new Balancer(Policies.make(PolicyChoice.of(id)), pool);
            for (int i = 0; i < rounds * IntStream.of(weights).sum(); i++) {
                balancer.pick(balancer.begin(Request.keyed("user:" + i)), Detail.PLAIN);
            }
            for (int place = 0; place < weights.length; place++) {
                assertThat(balancer.inFlight(pool.at(place).id()) - rounds * weights[place])
                        .isBetween(-1, 1);
            }
        });
    }
}
