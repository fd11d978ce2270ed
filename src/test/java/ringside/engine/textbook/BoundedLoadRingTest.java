package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Trials.keys;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Picking;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.textbook.TextbookReason.Full;

class BoundedLoadRingTest {
    private static final String ID = "textbook/bounded-load-ring";
    private static final Pool THREE = pool("A", "B", "C");

    private final Picking bounded = Picking.by(ID, THREE);
    private final Picking ring = Picking.by("textbook/ring", THREE);

    @Test
    void isTheRingWhileNobodyIsBusy() {
        assertThat(bounded.owners(keys(500))).isEqualTo(ring.owners(keys(500)));
        assertThat(bounded.reason("user:7")).isEqualTo(ring.reason("user:7"));
    }

    @Test
    void walksOnToTheNextServerPastThoseThatHaveTheirShare() {
        var owner = ring.owner("user:7");
        int home = THREE.placeOf(new ServerId(owner)).orElseThrow();
        var withoutOwner = THREE.change(new ServerId(owner), m -> m.with(Standing.DOWN));
        var next = Picking.by("textbook/ring", withoutOwner).owner("user:7");
        int[] busy = new int[3];
        // of 1.25 * 8 requests each may have a third, 3.33, rounded up
        busy[home] = 4;
        busy[(home + 1) % 3] = 3;
        assertThat(bounded.busy(busy).owner("user:7")).isEqualTo(next);
        assertThat(bounded.reason("user:7")).isInstanceOfSatisfying(TextbookReason.BoundedWalk.class, why -> {
            assertThat(why.walk().passed()).containsExactly(new ServerId(owner));
            assertThat(why.full()).containsExactly(new Full(new ServerId(owner), 4, 4));
        });
        busy[home] = 2;
        assertThat(bounded.busy(busy).owner("user:7")).isEqualTo(owner);
    }

    @Test
    void tellsApartWhoIsFullAndWhoIsDown() {
        var owner = ring.owner("user:7");
        var down = THREE.change(new ServerId(owner), m -> m.with(Standing.DOWN));
        assertThat(bounded.from(down).reason("user:7"))
                .isInstanceOfSatisfying(
                        Reason.Walk.class, why -> assertThat(why.passed()).containsExactly(new ServerId(owner)));
    }

    @Test
    void givesHeavierServersMoreRoom() {
        var weighed = Pool.of(List.of(Member.up("A", 3), Member.up("B", 1)));
        var balancer = new Balancer(Policies.make(new PolicyChoice(ID, Map.of("capacity", "100"))), weighed);
        for (int i = 0; i < 400; i++) {
            balancer.pick(balancer.begin(Request.keyed("hot")), Detail.PLAIN);
        }
        assertThat(balancer.inFlight(new ServerId("A"))).isEqualTo(300);
        assertThat(balancer.inFlight(new ServerId("B"))).isEqualTo(100);
    }

    @Test
    void countsOnlyThoseThatMayBeAsked() {
        // C is down with all the work: of the one request that A and B share with this, each may have one
        var down = THREE.change(new ServerId("C"), m -> m.with(Standing.DOWN));
        var even = Picking.of(new BoundedLoadRing(100, 100), down);
        assertThat(even.busy(1, 0, 99).owners(keys(50))).containsOnly("B");
        assertThat(even.busy(0, 1, 99).owners(keys(50))).containsOnly("A");
    }

    @Test
    void alwaysFindsRoomForARetry() {
        var balancer = new Balancer(Policies.make(new PolicyChoice(ID, Map.of("capacity", "100"))), THREE);
        for (int i = 0; i < 60; i++) {
            var trail = balancer.begin(Request.keyed("hot"));
            assertThat(balancer.pick(trail, Detail.PLAIN)).isInstanceOf(Pick.Chosen.class);
            assertThat(balancer.pick(trail, Detail.REASONED)).isInstanceOf(Pick.Chosen.class);
        }
    }

    @Test
    void laysThePointsOfTheRing() {
        var laid = new BoundedLoadRing(10, 125);
        var plain = new VirtualNodeRing(10);
        laid.use(THREE);
        plain.use(THREE);
        assertThat(laid.points()).isEqualTo(plain.points()).hasSize(30);
        assertThat(laid.positionOf("abc")).isEqualTo(plain.positionOf("abc"));
    }
}
