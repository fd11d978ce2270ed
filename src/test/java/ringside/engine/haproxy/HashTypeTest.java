package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;

/** Every way in which a hash finds its server, by header and by parameter. */
class HashTypeTest {
    private static final ServerId THREE = new ServerId("3");
    private static final Pool FIVE = Backend.weighing(3, 1, 2, 1, 4);
    private static final Map<String, String> RING = Map.of("hash-type", "consistent");

    @Test
    void findsTheRecordedServerOfEachKeyInEachColumn() {
        var titles = Backend.header("hash.csv");
        var rows = Backend.rows("hash.csv");
        assertThat(titles).hasSize(21);
        assertThat(rows).hasSize(2000);
        for (int column = 1; column < titles.size(); column++) {
            var backend = backend(titles.get(column));
            for (var row : rows) {
                assertThat(backend.server(asking(titles.get(column), row.getFirst())))
                        .as(titles.get(column) + " of " + row.getFirst())
                        .isEqualTo(row.get(column));
            }
        }
    }

    /** What a column's title says, such as {@code hdr | consistent sdbm | server 3 set to maint}. */
    private static Backend backend(String title) {
        var parts = title.split(" \\| ", -1);
        var options = new HashMap<>(type(parts[1]));
        options.put(parts[0].equals("hdr") ? "header" : "parameter", "k");
        return Backend.by("haproxy/" + parts[0], options, parts.length < 3 ? FIVE : changed(parts[2]));
    }

    private static Pool changed(String how) {
        return switch (how) {
            case "server 3 removed, ids kept" -> numbered(FIVE).minus(THREE);
            case "server 3 removed, automatic ids" -> FIVE.minus(THREE);
            case "server 3 set to maint" -> FIVE.change(THREE, m -> m.with(Standing.DOWN));
            default -> throw new IllegalArgumentException(how);
        };
    }

    private static Pool numbered(Pool pool) {
        return Pool.of(IntStream.range(0, pool.size())
                .mapToObj(pool::at)
                .map(m -> m.with(m.terms().numbered(Integer.parseInt(m.id().name()))))
                .toList());
    }

    /** The options of a type as HAProxy has it written, such as {@code consistent djb2 avalanche}. */
    static Map<String, String> type(String written) {
        var words = List.of(written.split(" "));
        var options = new HashMap<String, String>();
        options.put("hash-type", words.getFirst());
        words.stream()
                .skip(1)
                .forEach(word -> options.put(
                        word.equals("avalanche") ? word : "function", word.equals("avalanche") ? "on" : word));
        return options;
    }

    private static Request asking(String title, String key) {
        return title.startsWith("hdr")
                ? new Request("10.0.0.1", "GET", "/", Map.of("k", key), "")
                : new Request("10.0.0.1", "/?k=" + key, "");
    }

    @Test
    void goesOnForwardToAnotherServerWhenTheFirstRefuses() {
        var rows = Backend.rows("redispatch.csv");
        assertThat(rows).hasSize(115);
        var backend = Backend.by("haproxy/hdr", RING, FIVE);
        int otherwise = 0;
        for (var row : rows) {
            var key = row.getFirst();
            assertThat(backend.attempts(Request.keyed(key), 2)).as(key).containsExactly(row.get(1), row.get(2));
            var down = FIVE.change(new ServerId(row.get(1)), m -> m.with(Standing.DOWN));
            assertThat(Backend.by("haproxy/hdr", RING, down).owner(key)).isEqualTo(row.get(3));
            otherwise += row.get(2).equals(row.get(3)) ? 0 : 1;
        }
        assertThat(otherwise).isEqualTo(34);
    }

    @Test
    void asksTheOnlyServerAgain() {
        assertThat(Backend.by("haproxy/hdr", RING, Backend.weighing(2)).attempts(Request.keyed("a"), 3))
                .containsExactly("1", "1", "1");
    }

    @Test
    void findsTheSameCellAgainInAMap() {
        var tried = Backend.by("haproxy/hdr", FIVE).attempts(Request.keyed("8834"), 3);
        assertThat(tried).containsExactly("5", "5", "5");
    }

    @Test
    void takesTurnsWhenThereIsNothingToHash() {
        var map = Backend.by("haproxy/hdr", Map.of("header", "k"), FIVE);
        assertThat(map.next(11)).isEqualTo("1 2 5 1 3 5 3 1 5 4 5");
        var ring = Backend.by("haproxy/hdr", Map.of("header", "k", "hash-type", "consistent"), Backend.weighing(1, 1));
        // the 32 nodes by their places: that of server i and its k-th is the full hash of 4096 i + k
        var once = List.of(ring.next(32).split(" "));
        assertThat(once).containsOnly("1", "2");
        assertThat(once.stream().filter("1"::equals)).hasSize(16);
        assertThat(ring.next(32)).isEqualTo(String.join(" ", once));
    }

    @Test
    void laysSixteenNodesForEachUnitOfWeight() {
        var nodes = nodes(Backend.weighing(1, 2));
        assertThat(nodes.points()).hasSize(48);
        // the full hash of 4096
        assertThat(nodes.points())
                .filteredOn(p -> p.position().equals(Position.ofInt((int) 1_237_450_891L)))
                .extracting(p -> p.server().name())
                .containsExactly("1");
    }

    private static Nodes nodes(Pool pool) {
        var farm = new Farm(() -> 0, PolicyChoice.of("haproxy/hdr"));
        farm.use(pool);
        return Nodes.of(farm);
    }

    @Test
    void tellsBothNeighboursAndTheNearer() {
        var backend = Backend.by("haproxy/hdr", RING, FIVE);
        assertThat(backend.reason("8834")).isInstanceOfSatisfying(HaproxyReason.Nearer.class, why -> {
            assertThat(why.text()).isEqualTo("8834");
            assertThat(why.to())
                    .isEqualTo(why.before().distance() <= why.after().distance() ? why.before() : why.after());
            assertThat(why.to().server()).isEqualTo(THREE);
            assertThat(why.passed()).isEmpty();
        });
    }

    @Test
    void tellsTheRemainderInAMap() {
        // sdbm of "a" is 97
        assertThat(Backend.by("haproxy/hdr", FIVE).reason("a")).isEqualTo(new Reason.Remainder("a", 97, 11, 9));
    }

    @Test
    void movesMostKeysOfOthersWhenALineGoesAndNumbersAreNotGiven() {
        var keys = Backend.rows("hash.csv").stream().map(List::getFirst).toList();
        var ring = new PolicyChoice("haproxy/hdr", RING);
        var automatic = Ledger.of(ring, FIVE, FIVE.minus(THREE), keys);
        var given = Ledger.of(ring, numbered(FIVE), numbered(FIVE).minus(THREE), keys);
        assertThat(given.moved()).isEqualTo(381);
        assertThat(automatic.moved()).isEqualTo(381 + 685);
        assertThat(given.law()).isCloseTo(given.fraction(), within(0.03));
        assertThat(automatic.law()).isCloseTo(automatic.fraction(), within(0.03));
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    @Test
    void knowsHowManyKeysAChangeMoves() {
        Trials.of(12, random -> {
            var before = Trials.pool(random, 1 + random.nextInt(6), 5);
            var after = Trials.pool(random, 1 + random.nextInt(6), 5);
            for (var type : List.of("map-based wt6 avalanche", "consistent wt6 avalanche")) {
                var ledger = Ledger.of(new PolicyChoice("haproxy/hdr", type(type)), before, after, Trials.keys(5000));
                assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.03));
            }
        });
    }

    @Test
    void movesOnlyTheLeaversKeysOnARing() {
        Trials.of(10, random -> {
            var before = numbered(
                    Backend.weighing(random.ints(2 + random.nextInt(6), 1, 9).toArray()));
            var leaver = before.at(random.nextInt(before.size())).id();
            Ledger.of(new PolicyChoice("haproxy/hdr", RING), before, before.minus(leaver), Trials.keys(500))
                    .entries()
                    .forEach(e -> assertThat(e.moved()).isEqualTo(e.before().equals(new Ledger.Owner.Of(leaver))));
        });
    }

    @Test
    void hasNoLedgerOfKeysWhenAHeaderIsNamed() {
        assertThatThrownBy(() ->
                        Ledger.of(new PolicyChoice("haproxy/hdr", Map.of("header", "host")), FIVE, FIVE, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFactorThatBoundsNothing() {
        assertThatThrownBy(() -> Backend.by("haproxy/hdr", Map.of("hash-balance-factor", "100"), FIVE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backend.by("haproxy/hdr", Map.of("function", "md5"), FIVE))
                .hasMessage("function is standard or sdbm or djb2 or crc32 or wt6, not \"md5\"");
    }

    @Test
    void endsEachArcHalfwayToTheNextNode() {
        var ring = (RingPolicy) Policies.make(new PolicyChoice("haproxy/hdr", type("consistent wt6 avalanche")));
        ring.use(FIVE);
        assertThat(ring.points()).hasSize(176);
        var ends = ring.ends(server -> !server.equals(THREE));
        assertThat(ends).hasSize(144);
        var backend = Backend.by(
                "haproxy/hdr", type("consistent wt6 avalanche"), FIVE.change(THREE, m -> m.with(Standing.DOWN)));
        for (var key : Trials.keys(500)) {
            var owner = ends.stream()
                    .filter(end -> end.position().compareTo(ring.positionOf(key)) >= 0)
                    .findFirst()
                    .orElse(ends.getFirst());
            assertThat(backend.owner(key)).isEqualTo(owner.server().name());
        }
        assertThat(RingPolicy.shares(ring.ends(_ -> true)).values().stream()
                        .mapToDouble(d -> d)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }
}
