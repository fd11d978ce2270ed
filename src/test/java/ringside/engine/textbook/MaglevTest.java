package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Picking.ids;
import static ringside.engine.Trials.pool;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Picking;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.Trials;

class MaglevTest {
    private static final String ID = "textbook/maglev";

    private final Picking picking = Picking.by(ID, pool("A", "B", "C"));

    @Test
    void fillsThePapersTable() {
        var b0 = new MaglevTable.Claim(3, 4, 1);
        var b1 = new MaglevTable.Claim(0, 2, 1);
        var b2 = new MaglevTable.Claim(3, 1, 1);
        assertThat(MaglevTable.claimed(7, List.of(b0, b1, b2))).containsExactly(1, 0, 1, 0, 2, 2, 0);
        // without B1, B2 being the second
        assertThat(MaglevTable.claimed(7, List.of(b0, b2))).containsExactly(0, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void fillsATableOfSevenByTheHashesOfTheNames() {
        // offsets 5, 0, 5 and skips 1, 6, 3, worked out by another program
        assertThat(owners(MaglevTable.of(pool("A", "B", "C"), 7), "ABC")).isEqualTo("BCACBAA");
        assertThat(owners(MaglevTable.of(pool("A", "C"), 7), "AC")).isEqualTo("ACACCAA");
    }

    @Test
    void doesNotCareForTheOrderOfTheServers() {
        assertThat(owners(MaglevTable.of(pool("C", "A", "B"), 7), "CAB")).isEqualTo("BCACBAA");
    }

    private static String owners(MaglevTable table, String names) {
        return IntStream.range(0, table.size())
                .mapToObj(cell -> names.substring(table.placeAt(cell), table.placeAt(cell) + 1))
                .collect(Collectors.joining());
    }

    @Test
    void givesEqualServersEquallyManyCellsButForOne() {
        Trials.of(10, random -> {
            int servers = 1 + random.nextInt(20);
            var table = MaglevTable.of(Trials.pool(random, servers, 1), 4093);
            var counts = counts(table, servers);
            assertThat(Arrays.stream(counts)).allMatch(count -> count == 4093 / servers || count == 4093 / servers + 1);
        });
    }

    @Test
    void givesWeightsTheirShareOfTheCells() {
        Trials.of(10, random -> {
            int servers = 1 + random.nextInt(8);
            var weighed = Trials.pool(random, servers, 9);
            int total = weighed.members().stream().mapToInt(Member::weight).sum();
            int[] counts = counts(MaglevTable.of(weighed, 4093), servers);
            for (int place = 0; place < servers; place++) {
                double fair = 4093.0 * weighed.at(place).weight() / total;
                assertThat(counts[place] - fair).isBetween(-2.0, 2.0);
            }
        });
    }

    private static int[] counts(MaglevTable table, int servers) {
        int[] counts = new int[servers];
        IntStream.range(0, table.size()).forEach(cell -> counts[table.placeAt(cell)]++);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(table.size());
        return counts;
    }

    @Test
    void dividesXxHash64ByTheSize() {
        // xxHash64("abc") is 44bc2cf5ad770999, which leaves 17500
        assertThat(picking.reason("abc"))
                .isEqualTo(new TextbookReason.Cell("abc", 0x44bc2cf5ad770999L, 17_500, 65_537, List.of()));
    }

    @Test
    void namesTheServerOfTheCell() {
        var seven = Policies.make(new PolicyChoice(ID, Map.of("size", "7")));
        seven.use(pool("A", "B", "C"));
        // 0, 5, 6 and 0 are left by 7
        assertThat(picks(seven, "abc", "user:7", "a", "d")).isEqualTo("B A A B");
    }

    private static String picks(Policy policy, String... keys) {
        return Arrays.stream(keys)
                .map(key -> policy.pick(Request.keyed(key), _ -> true, place -> 0, Detail.PLAIN))
                .map(pick -> pick instanceof Pick.Chosen(var server, var _) ? server.name() : "-")
                .collect(Collectors.joining(" "));
    }

    @Test
    void goesOnToTheNextCellWhenItsServerWasTried() {
        var balancer = new Balancer(Policies.make(new PolicyChoice(ID, Map.of("size", "7"))), pool("A", "B", "C"));
        var trail = balancer.begin(Request.keyed("abc"));
        assertThat(balancer.pick(trail, Detail.PLAIN)).isEqualTo(balancer.pool().chosen(1));
        var cell = new TextbookReason.Cell("abc", 0x44bc2cf5ad770999L, 0, 7, ids("B"));
        assertThat(balancer.pick(trail, Detail.REASONED))
                .isEqualTo(new Pick.Chosen(balancer.pool().at(2).id(), cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "9", "65536", "100000"})
    void refusesATableWhoseSizeIsNotPrime(String size) {
        assertThatThrownBy(() -> Policies.make(new PolicyChoice(ID, Map.of("size", size))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size is a prime number, such as 251, 4093 or 65537, not \"" + size + "\"");
    }

    @Test
    void refusesMoreServersThanCellsAndStaysWithTheLast() {
        var three = new Maglev(3);
        three.use(pool("A", "B", "C"));
        assertThatThrownBy(() -> three.use(pool("A", "B", "C", "D")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a table of 3 cells has no room for 4 servers: set size to a larger prime number");
        assertThat(picks(three, "abc")).matches("[ABC]");
    }

    @Test
    void differsAltogetherFromATableOfNobody() {
        var table = MaglevTable.of(pool("A"), 7);
        var nobody = MaglevTable.of(Pool.EMPTY, 7);
        assertThat(MaglevTable.difference(table, nobody)).isEqualTo(1);
        assertThat(MaglevTable.difference(nobody, nobody)).isZero();
        assertThat(MaglevTable.difference(table, MaglevTable.of(pool("A", "B"), 7)))
                .isBetween(0.4, 0.6);
    }
}
