package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RemapLaw;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;
import ringside.engine.Vectors;

class RingHashTest {
    private static final String ID = "envoy/ring-hash";
    private static final List<JsonObject> TABLES = Cluster.tables("ring");

    private static RingHash ring(Map<String, String> options, Pool pool) {
        var ring = new RingHash(new PolicyChoice(ID, options));
        ring.use(pool);
        return ring;
    }

    private static Map<String, String> options(JsonElement fewest, JsonElement most, boolean murmur) {
        return Map.of(
                "minimum-ring-size", fewest.getAsString(),
                "maximum-ring-size", most.getAsString(),
                "hash-function", murmur ? "murmur_hash_2" : "xx_hash");
    }

    private static RingHash ring(JsonObject table) {
        boolean murmur = table.get("fn").getAsString().equals("murmur2_64");
        return ring(options(table.get("min"), table.get("max"), murmur), Cluster.recorded(table.get("hosts")));
    }

    private static int portOf(RingHash ring, long hash, int attempt) {
        return Recorded.port(
                ring.pool().at(ring.layout().ownerOf(hash, attempt)).id().name());
    }

    @Test
    void laysThePointsOfEnvoysTests() {
        assertThat(TABLES).hasSize(7);
        var laid = TABLES.stream().filter(table -> table.has("ring")).toList();
        assertThat(laid).hasSize(5).allSatisfy(table -> {
            var points = Cluster.elements(table.get("ring"))
                    .map(JsonElement::getAsJsonArray)
                    .map(point -> point.get(0).getAsBigInteger() + " " + point.get(1))
                    .toList();
            assertThat(ring(table).points())
                    .extracting(p -> Long.toUnsignedString(p.position().high()) + " "
                            + Recorded.port(p.server().name()))
                    .containsExactlyElementsOf(points);
        });
    }

    @Test
    void findsTheHostsOfEnvoysTests() {
        var basic = TABLES.getFirst();
        var ring = ring(basic);
        var lookups = Cluster.elements(basic.get("lookups_hash_to_port")).toList();
        assertThat(lookups).hasSize(5).allSatisfy(lookup -> {
            var pair = lookup.getAsJsonArray();
            assertThat(portOf(ring, pair.get(0).getAsBigInteger().longValue(), 0))
                    .isEqualTo(pair.get(1).getAsInt());
        });
        var attempts = basic.getAsJsonObject("lookup_hash0_by_attempt");
        assertThat(attempts.keySet())
                .hasSize(4)
                .allSatisfy(attempt -> assertThat(portOf(ring, 0, Integer.parseInt(attempt)))
                        .isEqualTo(attempts.get(attempt).getAsInt()));
    }

    @Test
    void spreadsProbesAsInEnvoysTests() {
        assertThat(probed("HostWeightedLarge", 6000)).isEqualTo(Map.of(90, 987, 91, 1932, 92, 3081));
        assertThat(probed("LargeFractionalScale", 1023)).isEqualTo(Map.of(90, 526, 91, 497));
        assertThat(sizes(ring(table("LargeFractionalScale"))).values()).containsExactlyInAnyOrder(511L, 512L);
    }

    private static JsonObject table(String name) {
        return TABLES.stream()
                .filter(table -> table.get("name").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Integer, Integer> probed(String name, int probes) {
        var ring = ring(table(name));
        long step = Long.divideUnsigned(-1, probes);
        return LongStream.range(0, probes)
                .mapToObj(i -> portOf(ring, i * step, 0))
                .collect(Collectors.toMap(port -> port, _ -> 1, Integer::sum));
    }

    private static Map<String, Long> sizes(RingHash ring) {
        return ring.points().stream()
                .collect(Collectors.groupingBy(p -> p.server().name(), Collectors.counting()));
    }

    @Test
    void laysTheRecordedRings() {
        for (int number = 0; number < 3; number++) {
            var recorded = Cluster.json("ring_" + number + ".json").getAsJsonObject();
            var ring = recorded(recorded);
            assertThat(ring.points()).hasSize(recorded.get("actual_entries").getAsInt());
            assertThat(ring.counts(Hosts.of(ring.pool())).size())
                    .isEqualTo(recorded.get("ring_size_stat").getAsLong());
            var sizes = new HashMap<String, Long>();
            recorded.getAsJsonObject("hashes_per_host")
                    .entrySet()
                    .forEach(e -> sizes.put(e.getKey(), e.getValue().getAsLong()));
            assertThat(sizes(ring)).isEqualTo(sizes);
            var first = Cluster.elements(recorded.get("first_16_entries"))
                    .map(JsonElement::getAsJsonArray)
                    .map(point ->
                            point.get(0).getAsString() + " " + point.get(1).getAsString())
                    .toList();
            assertThat(lines(ring)).startsWith(first.toArray(String[]::new));
            assertThat(Recorded.digest(lines(ring).stream()))
                    .isEqualTo(recorded.get("sha256_of_ring_lines_\"hash host\\n\"")
                            .getAsString());
        }
    }

    private static RingHash recorded(JsonObject recorded) {
        boolean murmur = recorded.get("hash_function").getAsString().equals("MURMUR_HASH_2");
        return ring(
                options(recorded.get("minimum_ring_size"), recorded.get("maximum_ring_size"), murmur),
                Cluster.recorded(recorded.get("hosts_weights")));
    }

    private static List<String> lines(RingHash ring) {
        return ring.points().stream()
                .map(p -> Long.toUnsignedString(p.position().high()) + " " + p.server())
                .toList();
    }

    @Test
    void findsTheRecordedHostOfEachKeyAtEachAttempt() {
        int[] counts = {400, 400, 200};
        for (int number = 0; number < 3; number++) {
            var recorded = Cluster.json("ring_" + number + ".json").getAsJsonObject();
            var ring = recorded(recorded);
            var cluster = Cluster.by(
                    ID,
                    options(
                            recorded.get("minimum_ring_size"),
                            recorded.get("maximum_ring_size"),
                            recorded.get("hash_function").getAsString().startsWith("M")),
                    ring.pool());
            assertThat(Vectors.rows("envoy/ring_" + number + "_lookup.csv"))
                    .hasSize(counts[number])
                    .allSatisfy(row -> {
                        long hash = Long.parseUnsignedLong(row.get(1));
                        assertThat(ring.positionOf(row.getFirst())).isEqualTo(new Position(hash, 0));
                        assertThat(cluster.attempts(row.getFirst(), 3)).isEqualTo(row.subList(2, 5));
                        assertThat(IntStream.range(0, 3)
                                        .mapToObj(attempt -> ring.layout().ownerOf(hash, attempt))
                                        .map(place -> ring.pool().at(place).id().name()))
                                .isEqualTo(row.subList(2, 5));
                    });
        }
    }

    @Test
    void hashesTheNameThatIsWritten() {
        var written = Pool.of(List.of(named("A", "127.0.0.1:80"), named("B", "127.0.0.1:81")));
        assertThat(ring(Map.of("minimum-ring-size", "3"), written).points())
                .extracting(p -> p.server().name())
                .containsExactly("A", "B", "A", "B");
    }

    private static Member named(String id, String written) {
        var member = Member.up(id, 1);
        return member.with(member.terms().writtenAs(written));
    }

    @Test
    void movesMoreKeysThanTheLeaversWhenOthersGetItsPoints() {
        var three = Cluster.weighing(1, 1, 1);
        var two = three.minus(new ServerId("C"));
        var choice = PolicyChoice.of(ID);
        assertThat(ring(Map.of(), two).points()).hasSize(1024);
        var ledger = Ledger.of(choice, three, two, Trials.keys(20_000));
        // of 342 points each, a third of all goes; 170 new ones of each that stays take a third from the other
        assertThat(ledger.law()).isCloseTo(0.4163, within(0.0001));
        assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.03));
    }

    @Test
    void knowsHowManyKeysAChangeMoves() {
        Trials.of(10, random -> {
            var before = Trials.pool(random, 1 + random.nextInt(6), 5);
            var after = Trials.pool(random, 1 + random.nextInt(6), 5);
            var ledger = Ledger.of(PolicyChoice.of(ID), before, after, Trials.keys(5000));
            assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.04));
        });
        assertThat(RemapLaw.ofShareIn(_ -> _ -> 1).moves(Cluster.weighing(1, 1), Cluster.weighing(1)))
                .isEqualTo(0.5);
    }

    @Test
    void endsTheArcsWhereTheRingOfThoseLeftDoes() {
        var ring = ring(Map.of(), Cluster.weighing(1, 1, 1));
        assertThat(ring.ends(_ -> true)).isEqualTo(ring.points()).hasSize(1026);
        var left = ring(Map.of(), Cluster.weighing(1, 1));
        assertThat(ring.ends(host -> !host.name().equals("C")))
                .isEqualTo(left.points())
                .hasSize(1024);
        assertThat(ring.ends(_ -> false)).isEmpty();
    }

    @Test
    void laysNoPointsForHostsThatAreDown() {
        var pool = Cluster.weighing(1, 1).change(new ServerId("A"), m -> m.with(Standing.DOWN));
        assertThat(ring(Map.of(), pool).points())
                .hasSize(1024)
                .allMatch(p -> p.server().name().equals("B"));
    }

    @Test
    void tellsTheHashAndThePointsOfAnAttempt() {
        var cluster = Cluster.by(ID, Map.of(), Cluster.weighing(1, 1));
        var ring = ring(Map.of(), Cluster.weighing(1, 1));
        assertThat(cluster.reason("a")).isInstanceOfSatisfying(EnvoyReason.OnRing.class, why -> {
            // xxHash64 of "a"
            assertThat(why.hash()).isEqualTo(new Position(0xd24ec4f1a98c6e5bL, 0));
            assertThat(why.to()).isEqualTo(why.first());
            assertThat(why.to().position()).isGreaterThan(why.hash());
            assertThat(why.attempt()).isZero();
            assertThat(why.passed()).isEmpty();
        });
        assertThat(cluster.another("a")).isInstanceOfSatisfying(EnvoyReason.OnRing.class, why -> {
            int first = ring.points().indexOf(why.first());
            assertThat(ring.points().indexOf(why.to())).isEqualTo(first + why.attempt());
            assertThat(why.to().server()).isNotEqualTo(why.first().server());
        });
    }

    @Test
    void refusesARingThatCannotBe() {
        assertThatThrownBy(() -> ring(Map.of("maximum-ring-size", "100"), Pool.EMPTY))
                .hasMessage("minimum-ring-size is at most maximum-ring-size, which is 100, not \"1024\"");
        var ring = ring(Map.of(), Cluster.weighing(1));
        var light = Pool.of(IntStream.rangeClosed(1, 2000)
                .mapToObj(i -> Member.up("s" + i, i == 1 ? 1 : 1000))
                .toList());
        assertThatThrownBy(() -> ring.use(light))
                .hasMessageMatching(
                        "a ring has at most 1000000 points, not 199900[12]: set a lower maximum-ring-size.*");
        assertThat(ring.points()).hasSize(1024);
    }

    @Test
    void givesEachHostItsShareOfALargeRing() {
        var shares = RingPolicy.shares(ring(Map.of("minimum-ring-size", "100000"), Cluster.weighing(1, 3))
                .points());
        assertThat(shares.get(new ServerId("B"))).isCloseTo(0.75, within(0.01));
    }
}
