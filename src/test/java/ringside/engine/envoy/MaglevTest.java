package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Trials;
import ringside.engine.Vectors;

class MaglevTest {
    private static final String ID = "envoy/maglev";
    private static final List<JsonObject> TABLES = Cluster.tables("maglev");

    private static Maglev table(String size, Pool pool) {
        var maglev = new Maglev(new PolicyChoice(ID, Map.of("table-size", size)));
        maglev.use(pool);
        return maglev;
    }

    private static List<String> hosts(MaglevTable table, Pool pool) {
        return Arrays.stream(table.cells())
                .mapToObj(place -> pool.at(place).id().name())
                .toList();
    }

    private static List<String> hosts(Maglev maglev) {
        return hosts(maglev.layout(), maglev.pool());
    }

    private static List<Integer> ports(List<String> hosts) {
        return hosts.stream().map(Recorded::port).toList();
    }

    private static List<Integer> recordedPorts(JsonObject table) {
        return Cluster.elements(table.get("table_port"))
                .map(JsonElement::getAsInt)
                .toList();
    }

    @Test
    void fillsTheTablesOfEnvoysTests() {
        assertThat(TABLES).hasSize(5);
        assertThat(TABLES.stream().filter(table -> table.has("hosts")))
                .hasSize(3)
                .allSatisfy(table -> assertThat(
                                ports(hosts(table(table.get("M").getAsString(), Cluster.recorded(table.get("hosts"))))))
                        .isEqualTo(recordedPorts(table)));
    }

    @Test
    void fillsThemByLocalityToo() {
        assertThat(TABLES.stream().filter(table -> table.has("localities")))
                .hasSize(2)
                .allSatisfy(table -> {
                    var hosts = byLocality(table);
                    assertThat(ports(hosts(MaglevTable.of(hosts, table.get("M").getAsInt()), hosts.pool())))
                            .isEqualTo(recordedPorts(table));
                });
    }

    /** One host a locality, which has its locality's part; a locality without weight has none. */
    private static Hosts byLocality(JsonObject table) {
        var weights = Cluster.elements(table.get("locality_weights"))
                .mapToInt(JsonElement::getAsInt)
                .toArray();
        var members = new ArrayList<Member>();
        var parts = new ArrayList<Double>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                var hosts = table.getAsJsonArray("localities").get(i);
                members.addAll(Cluster.recorded(hosts).members());
                parts.add((double) weights[i] / IntStream.of(weights).sum());
            }
        }
        return new Hosts(
                Pool.of(members),
                IntStream.range(0, members.size()).toArray(),
                parts.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void findsTheHostsOfEnvoysTestsAtEachAttempt() {
        var basic = TABLES.getFirst();
        var maglev = table("7", Cluster.recorded(basic.get("hosts")));
        var attempts = basic.getAsJsonObject("lookup_hash10_by_attempt");
        assertThat(attempts.keySet())
                .hasSize(3)
                .allSatisfy(attempt -> assertThat(Recorded.port(owner(maglev, 10, Integer.parseInt(attempt))))
                        .isEqualTo(attempts.get(attempt).getAsInt()));
    }

    private static String owner(Maglev maglev, long hash, int attempt) {
        return maglev.pool().at(maglev.layout().ownerOf(hash, attempt)).id().name();
    }

    @Test
    void fillsTheRecordedTables() {
        for (int number = 0; number < 3; number++) {
            var recorded = Cluster.json("maglev_" + number + ".json").getAsJsonObject();
            var hosts = hosts(recorded(recorded));
            assertThat(hosts)
                    .hasSize(recorded.get("table_size").getAsInt())
                    .startsWith(texts(recorded.get("first_32")).toArray(String[]::new));
            var counts = new HashMap<String, Long>();
            recorded.getAsJsonObject("entries_per_host")
                    .entrySet()
                    .forEach(e -> counts.put(e.getKey(), e.getValue().getAsLong()));
            assertThat(hosts.stream().collect(Collectors.groupingBy(host -> host, Collectors.counting())))
                    .isEqualTo(counts);
            assertThat(Recorded.digest(hosts.stream()))
                    .isEqualTo(recorded.get("sha256_of_table_lines_\"host\\n\"").getAsString());
            if (recorded.has("table")) {
                assertThat(hosts)
                        .hasSize(251)
                        .isEqualTo(texts(recorded.get("table")).toList());
            }
        }
    }

    private static Stream<String> texts(JsonElement array) {
        return Cluster.elements(array).map(JsonElement::getAsString);
    }

    private static Maglev recorded(JsonObject recorded) {
        return table(recorded.get("table_size").getAsString(), Cluster.recorded(recorded.get("hosts_weights")));
    }

    @Test
    void findsTheRecordedHostOfEachHashAtEachAttempt() {
        int[] counts = {300, 300, 100};
        for (int number = 0; number < 3; number++) {
            var maglev = recorded(Cluster.json("maglev_" + number + ".json").getAsJsonObject());
            assertThat(Vectors.rows("envoy/maglev_" + number + "_lookup.csv"))
                    .hasSize(counts[number])
                    .allSatisfy(row -> {
                        long hash = Long.parseUnsignedLong(row.getFirst());
                        assertThat(owner(maglev, hash, 0)).isEqualTo(row.get(1));
                        assertThat(owner(maglev, hash, 1)).isEqualTo(row.get(2));
                    });
        }
    }

    @Test
    void asksTheHostsOfItsAttemptsInTheirOrder() {
        var pool = Cluster.weighing(1, 2, 3);
        var maglev = table("65537", pool);
        var cluster = Cluster.by(ID, Map.of(), pool);
        for (var key : Trials.keys(50)) {
            long hash = maglev.hash(key);
            assertThat(cluster.attempts(key, 4))
                    .isEqualTo(IntStream.range(0, 4)
                            .mapToObj(attempt -> owner(maglev, hash, attempt))
                            .toList());
        }
    }

    @Test
    void movesLittleBesidesTheLeaversKeys() {
        Trials.of(5, random -> {
            var before = Trials.pool(random, 3 + random.nextInt(5), 1);
            var after = before.minus(before.at(random.nextInt(before.size())).id());
            var ledger = Ledger.of(PolicyChoice.of(ID), before, after, Trials.keys(5000));
            assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.03));
            assertThat(ledger.law()).isBetween(1.0 / before.size(), 1.0 / before.size() + 0.12);
        });
        var law = Policies.law(PolicyChoice.of(ID)).orElseThrow();
        assertThat(law.moves(Pool.EMPTY, Pool.EMPTY)).isZero();
        assertThat(law.moves(Pool.EMPTY, Cluster.weighing(1))).isEqualTo(1);
    }

    @Test
    void findsAHostHoweverFewItsCells() {
        var pool = Cluster.weighing(1000, 1);
        var cluster = Cluster.by(ID, Map.of("table-size", "5003"), pool);
        for (var key : Trials.keys(50)) {
            assertThat(cluster.another(key))
                    .isInstanceOfSatisfying(
                            EnvoyReason.InTable.class,
                            why -> assertThat(why.passed()).hasSizeLessThanOrEqualTo(1));
        }
    }

    @Test
    void tellsTheHashAndTheCell() {
        var cluster = Cluster.by(ID, Map.of("table-size", "7"), Cluster.weighing(1, 1));
        long hash = 0xd24ec4f1a98c6e5bL;
        assertThat(cluster.reason("a"))
                .isEqualTo(new EnvoyReason.InTable(
                        "a", hash, 0, hash, 7, (int) Long.remainderUnsigned(hash, 7), List.of()));
        assertThat(cluster.another("a")).isInstanceOfSatisfying(EnvoyReason.InTable.class, why -> {
            assertThat(why.attempt()).isPositive();
            assertThat(why.turned()).isEqualTo(hash ^ (0xffffffffffffffffL - why.attempt() + 1));
        });
    }

    @Test
    void refusesATableWhoseSizeIsNoPrime() {
        assertThatThrownBy(() -> table("65536", Pool.EMPTY))
                .hasMessage("table-size is a prime number, not \"65536\"; the next is 65537");
        assertThat(hosts(table("2", Cluster.weighing(1, 1)))).hasSize(2);
        assertThat(table("5000011", Pool.EMPTY).pool().members()).isEmpty();
        assertThat(new ServerId("A"))
                .hasToString(hosts(table("3", Cluster.weighing(1))).getFirst());
    }
}
