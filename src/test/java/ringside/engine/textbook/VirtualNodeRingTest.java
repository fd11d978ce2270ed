package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Trials.keys;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;

class VirtualNodeRingTest {
    private static final PolicyChoice CHOICE = PolicyChoice.of("textbook/ring");

    @Test
    void placesAHundredPointsForEachUnitOfWeight() {
        var ring = new VirtualNodeRing(100);
        ring.use(Pool.of(List.of(Member.up("A", 1), Member.up("B", 3))));
        assertThat(ring.points())
                .hasSize(400)
                .filteredOn(p -> p.server().name().equals("B"))
                .hasSize(300);
        assertThat(ring.points()).extracting(RingPolicy.Point::position).isSorted();
    }

    @Test
    void placesAKeyByTheUpperHalfOfXxHash64() {
        assertThat(new VirtualNodeRing(1).positionOf("abc")).isEqualTo(new Position(0x44bc2cf5_00000000L, 0));
    }

    @Test
    void movesOnlyTheKeysOfThoseWhoLeave() {
        Trials.of(30, random -> {
            var before = Trials.pool(random, 2 + random.nextInt(8), 4);
            var leaver = before.at(random.nextInt(before.size())).id();
            assertThat(Ledger.of(CHOICE, before, before.minus(leaver), keys(500))
                            .entries())
                    .filteredOn(Ledger.Entry::moved)
                    .isNotEmpty()
                    .extracting(Ledger.Entry::before)
                    .containsOnly(new Ledger.Owner.Of(leaver));
        });
    }

    @Test
    void movesKeysOnlyToThoseWhoJoin() {
        Trials.of(30, random -> {
            var before = Trials.pool(random, 1 + random.nextInt(8), 4);
            var after = before.plus(Member.up("newcomer", 2));
            assertThat(Ledger.of(CHOICE, before, after, keys(500)).entries())
                    .filteredOn(Ledger.Entry::moved)
                    .isNotEmpty()
                    .extracting(Ledger.Entry::after)
                    .containsOnly(new Ledger.Owner.Of(new ServerId("newcomer")));
        });
    }

    @Test
    void movesNothingWhenOnlyTheOrderChanges() {
        var names = Trials.pool(new Random(1), 9, 1).members();
        var ledger = Ledger.of(CHOICE, Pool.of(names), Pool.of(names.reversed()), keys(2000));
        assertThat(ledger.moved()).isZero();
        assertThat(ledger.law()).isZero();
    }

    @Test
    void givesWeightsTheirShareOfTheRing() {
        Trials.of(10, random -> {
            var servers = Trials.pool(random, 2 + random.nextInt(5), 3);
            var ring = new VirtualNodeRing(1000);
            ring.use(servers);
            double total = servers.members().stream().mapToInt(Member::weight).sum();
            var shares = RingPolicy.shares(ring.points());
            // the relative error has a standard deviation of 1/sqrt(1000) = 3.2 % at most; five of them
            assertThat(servers.members())
                    .allSatisfy(m -> assertThat(shares.getOrDefault(m.id(), 0.0) * total / m.weight())
                            .isCloseTo(1, within(0.16)));
            assertThat(shares.values().stream().mapToDouble(share -> share).sum())
                    .isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void laysTheSamePointsWhateverTheOthersDo() {
        var ring = new VirtualNodeRing(10);
        ring.use(pool("A"));
        var alone = ring.points();
        ring.use(pool("B", "A", "C"));
        assertThat(ring.points()).containsAll(alone);
    }

    @Test
    void passesThePointsOfOneThatIsDownAndNamesItOnce() {
        var servers = pool("A", "B");
        var withoutA = servers.change(new ServerId("A"), m -> m.with(Standing.DOWN));
        var picking = Picking.by("textbook/ring", withoutA);
        assertThat(picking.owners(keys(100))).containsOnly("B");
        assertThat(keys(100))
                .map(picking::reason)
                .allSatisfy(why -> assertThat(((Reason.Walk) why).passed())
                        .isSubsetOf(new ServerId("A"))
                        .hasSizeLessThan(2));
        assertThat(keys(100))
                .map(picking::reason)
                .anySatisfy(why -> assertThat(((Reason.Walk) why).passed()).hasSize(1));
    }

    @Test
    void laysAMillionPoints() {
        var ring = new VirtualNodeRing(1000);
        ring.use(Pool.of(List.of(Member.up("A", 1000))));
        assertThat(ring.points()).hasSize(1_000_000);
    }

    @Test
    void refusesARingOfTooManyPointsAndStaysWithTheLast() {
        var ring = new VirtualNodeRing(1000);
        ring.use(pool("A"));
        var heavy = Pool.of(
                IntStream.range(0, 2).mapToObj(i -> Member.up("s" + i, 1000)).toList());
        assertThatThrownBy(() -> ring.use(heavy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a ring has at most 1000000 points, not 2000000: give the servers smaller weights,"
                        + " or fewer points to each unit of weight");
        assertThat(ring.points()).hasSize(1000);
    }
}
