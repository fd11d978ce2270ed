package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedRingTest {
    private static final Pool TWO = pool("A", "B");
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    @Test
    void comparesPositionsAsUnsigned() {
        var ring = new SortedRing(TWO, List.of(point(0x8000000000000000L, 0, B), point(0x7fffffffffffffffL, 0, A)));
        assertThat(owner(ring, 0x10, 0)).isEqualTo(A);
        assertThat(owner(ring, 0x7fffffffffffffffL, 1)).isEqualTo(B);
        assertThat(owner(ring, 0xffffffffffffffffL, 0)).isEqualTo(A);
    }

    @Test
    void looksAtTheLowerHalfWhenTheUpperIsEqual() {
        var ring = new SortedRing(TWO, List.of(point(5, 0x8000000000000000L, B), point(5, 3, A)));
        assertThat(owner(ring, 5, 3)).isEqualTo(A);
        assertThat(owner(ring, 5, 4)).isEqualTo(B);
        assertThat(owner(ring, 5, 0x8000000000000001L)).isEqualTo(A);
    }

    @Test
    void givesAPositionThatTwoShareToTheFirstByNameInWhateverOrder() {
        var both = List.of(point(5, 0, B), point(5, 0, A));
        assertThat(owner(new SortedRing(TWO, both), 5, 0)).isEqualTo(A);
        assertThat(owner(new SortedRing(pool("B", "A"), both.reversed()), 5, 0)).isEqualTo(A);
    }

    @Test
    void findsTheNearestPointClockwiseAsASearchOfAllWould() {
        Trials.of(100, random -> {
            var servers = Trials.pool(random, 1 + random.nextInt(5), 1);
            var points = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(_ -> somePoint(random, servers))
                    .toList();
            var ring = new SortedRing(servers, points);
            for (int i = 0; i < 50; i++) {
                var from = new Position(random.nextInt(-9, 9), random.nextInt(-3, 3));
                var first = ring.points().stream()
                        .filter(p -> p.position().compareTo(from) >= 0)
                        .findFirst()
                        .orElse(ring.points().getFirst());
                assertThat(owner(ring, from.high(), from.low())).isEqualTo(first.server());
            }
        });
    }

    private static RingPolicy.Point somePoint(Random random, Pool servers) {
        return point(
                random.nextInt(-9, 9),
                random.nextInt(-3, 3),
                servers.at(random.nextInt(servers.size())).id());
    }

    private static RingPolicy.Point point(long high, long low, ServerId server) {
        return new RingPolicy.Point(new Position(high, low), server);
    }

    private static ServerId owner(SortedRing ring, long high, long low) {
        return switch (ring.pick("key", high, low, _ -> true, Detail.PLAIN)) {
            case Pick.Chosen(var server, var _) -> server;
            case Pick.Refused(var cause) -> throw new AssertionError("refused: " + cause);
        };
    }
}
