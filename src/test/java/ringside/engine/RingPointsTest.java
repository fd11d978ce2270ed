package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A ring that follows a pool from change to change is the ring that would be laid afresh. */
class RingPointsTest {
    @Test
    void aRingThatIsChangedEqualsOneThatIsLaidAfresh() {
        Trials.of(200, random -> {
            var ring = new SortedRing(Pool.EMPTY, List.of());
            for (int change = 0; change < 10; change++) {
                var pool = Trials.pool(random, random.nextInt(6), 3);
                var shuffled = Pool.of(shuffled(pool, random));
                ring = ring.changedTo(shuffled, RingPointsTest::pointsOf);
                assertThat(ring.points()).isEqualTo(laid(shuffled).points());
                assertThat(owners(ring)).isEqualTo(owners(laid(shuffled)));
            }
        });
    }

    @Test
    void aServerThatKeepsItsWeightIsNotAskedForItsPointsAgain() {
        var ring = laid(Trials.pool("A", "B", "C"));
        var asked = new ArrayList<String>();
        ring.changedTo(Trials.pool("D", "C", "A"), member -> {
            asked.add(member.id().name());
            return pointsOf(member);
        });
        assertThat(asked).containsExactly("D");
    }

    private static List<Member> shuffled(Pool pool, Random random) {
        var members = new ArrayList<>(pool.members());
        Collections.shuffle(members, random);
        return members;
    }

    private static SortedRing laid(Pool pool) {
        return new SortedRing(
                pool, pool.members().stream().flatMap(RingPointsTest::pointsOf).toList());
    }

    /** Few positions, so that points share them; some with a lower half, some without. */
    private static Stream<RingPolicy.Point> pointsOf(Member member) {
        var random = new Random(member.id().hashCode());
        return IntStream.range(0, 4 * member.weight())
                .mapToObj(_ -> new Position((long) random.nextInt(16) << 60, random.nextInt(3)))
                .map(position -> new RingPolicy.Point(position, member.id()));
    }

    private static List<Pick> owners(SortedRing ring) {
        return IntStream.range(-20, 20)
                .mapToObj(i -> ring.pick("key", (long) i << 59, i & 3, _ -> true, Detail.PLAIN))
                .toList();
    }
}
