package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Trials.keys;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Picking;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;
import ringside.engine.Vectors;

class JumpTest {
    private final Picking picking = Picking.by("textbook/jump", pool("A", "B", "C", "D"));

    @Test
    void findsTheRecordedBucketsThePublishedOnesOfGuavaFirst() {
        assertThat(Vectors.rows("misc/jump_hash.csv"))
                .hasSize(386)
                .startsWith(List.of("10863919174838991", "11", "6"))
                .allSatisfy(
                        row -> assertThat(Jump.bucket(Long.parseUnsignedLong(row.get(0)), Integer.parseInt(row.get(1))))
                                .isEqualTo(Integer.parseInt(row.get(2))));
    }

    @Test
    void goesToTheNewBucketOrNowhereWhenOneIsAdded() {
        Trials.of(2000, random -> {
            long hash = random.nextLong();
            int buckets = 1 + random.nextInt(10_000);
            assertThat(Jump.bucket(hash, buckets + 1)).isIn(Jump.bucket(hash, buckets), buckets);
        });
    }

    @Test
    void seedsTheGeneratorWithXxHash64() {
        // xxHash64("abc") is 44bc2cf5ad770999, which jumps by way of 0 to 3; "d" by way of 0 and 1 to 2
        assertThat(picking.reason("abc"))
                .isEqualTo(new TextbookReason.Jumped("abc", 0x44bc2cf5ad770999L, List.of(0, 3), 4));
        assertThat(picking.owner("abc")).isEqualTo("D");
        assertThat(picking.owner("d")).isEqualTo("C");
    }

    @Test
    void movesNoKeyOfOthersWhenTheLastGoesAndMostWhenTheFirstDoes() {
        var owners = picking.owners(keys(4000));
        var withoutLast = picking.from(pool("A", "B", "C")).owners(keys(4000));
        var withoutFirst = picking.from(pool("B", "C", "D")).owners(keys(4000));
        for (int i = 0; i < owners.size(); i++) {
            assertThat(withoutLast.get(i)).matches(owners.get(i).equals("D") ? "[ABC]" : owners.get(i));
        }
        // whoever is number i of four is number i - 1 of three; only D has common keys, a twelfth of all
        long stayed = IntStream.range(0, owners.size())
                .filter(i -> owners.get(i).equals(withoutFirst.get(i)))
                .count();
        assertThat(stayed).isBetween(250L, 420L);
    }

    @Test
    void movesByItsLaw() {
        var law = Policies.law(PolicyChoice.of("textbook/jump")).orElseThrow();
        var four = pool("A", "B", "C", "D");
        assertThat(law.moves(four, pool("A", "B", "C"))).isCloseTo(1 / 4.0, within(1e-12));
        assertThat(law.moves(four, pool("A", "B", "C", "D", "E", "F"))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(law.moves(four, pool("B", "C", "D"))).isCloseTo(11 / 12.0, within(1e-12));
        assertThat(law.moves(pool("B", "C", "D"), four)).isCloseTo(11 / 12.0, within(1e-12));
        assertThat(law.moves(pool("A"), pool("B"))).isEqualTo(1);
        assertThat(law.moves(four, pool())).isEqualTo(1);
        assertThat(law.moves(pool(), pool())).isZero();
    }

    @Test
    void numbersOnlyTheServersThatMayBeAsked() {
        var withoutB = pool("A", "B", "C", "D").change(new ServerId("B"), m -> m.with(Standing.DOWN));
        assertThat(picking.from(withoutB).owners(keys(500)))
                .isEqualTo(picking.from(pool("A", "C", "D")).owners(keys(500)));
    }
}
