package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Picking.ask;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private static final Request REQUEST = Request.keyed("user:7");
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    private final Balancer balancer = new Balancer(policy("textbook/least-connections"), pool("A", "B"));

    @Test
    void countsWhatIsInFlightUntilItIsSettled() {
        assertThat(pick()).isEqualTo(A);
        assertThat(pick()).isEqualTo(B);
        assertThat(pick()).isEqualTo(A);
        assertThat(balancer.inFlight(A)).isEqualTo(2);
        settle(A);
        settle(A);
        assertThat(balancer.inFlight(A)).isZero();
        assertThat(balancer.inFlight(B)).isEqualTo(1);
        assertThat(pick()).isEqualTo(A);
    }

    @Test
    void refusesToSettleWhatWasNeverPicked() {
        assertThatThrownBy(() -> settle(A))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A has nothing in flight to settle");
        assertThatThrownBy(() -> settle(new ServerId("X"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsNothingForARefusal() {
        balancer.use(pool("A", "B").change(B, m -> m.with(Standing.DOWN)));
        var trail = balancer.begin(REQUEST);
        balancer.pick(trail, Detail.PLAIN);
        settle(A);
        assertThat(balancer.another(trail, Detail.REASONED)).isEqualTo(new Pick.Refused(Pick.Cause.NONE_AVAILABLE));
        assertThat(balancer.inFlight(A)).isZero();
        assertThat(balancer.inFlight(B)).isZero();
    }

    @Test
    void tellsAnEmptyPoolFromOneWhereNobodyIsFree() {
        balancer.use(Pool.EMPTY);
        assertThat(ask(balancer, REQUEST, Detail.PLAIN)).isEqualTo(new Pick.Refused(Pick.Cause.NO_SERVERS));
    }

    @Test
    void keepsCountOfAServerThatLeftAndOfTheSameWhenItReturns() {
        pick();
        balancer.use(pool("B"));
        assertThat(balancer.inFlight(A)).isEqualTo(1);
        balancer.use(pool("A", "B"));
        assertThat(balancer.inFlight(A)).isEqualTo(1);
        assertThat(pick()).isEqualTo(B);
        balancer.use(pool("B"));
        settle(A);
        assertThat(balancer.inFlight(A)).isZero();
    }

    @Test
    void keepsCountByNameWhenPlacesChange() {
        pick();
        balancer.use(pool("C", "B", "A"));
        assertThat(balancer.inFlight(A)).isEqualTo(1);
        assertThat(balancer.inFlight(new ServerId("C"))).isZero();
    }

    @Test
    void takesANewPolicyOnTheSamePoolWithTheSameLoads() {
        pick();
        balancer.use(policy("textbook/least-connections"));
        assertThat(pick()).isEqualTo(B);
        balancer.use(policy("textbook/round-robin"));
        assertThat(List.of(pick(), pick(), pick())).containsExactly(A, B, A);
    }

    @Test
    void staysAsItWasWhenThePolicyCanNotWorkWithThePool() {
        var ring = Policies.make(new PolicyChoice("textbook/ring", Map.of("points", "1000")));
        var heavy = Pool.of(List.of(Member.up("A", 1000), Member.up("B", 1)));
        var onRing = new Balancer(ring, pool("A"));
        assertThatThrownBy(() -> onRing.use(heavy)).isInstanceOf(IllegalArgumentException.class);
        assertThat(onRing.pool().size()).isEqualTo(1);
        assertThat(ask(onRing, REQUEST, Detail.PLAIN)).isEqualTo(new Pick.Chosen(A, Reason.Untold.INSTANCE));

        var heavyBalancer = new Balancer(policy("textbook/round-robin"), heavy);
        assertThatThrownBy(() ->
                        heavyBalancer.use(Policies.make(new PolicyChoice("textbook/ring", Map.of("points", "1000")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ask(heavyBalancer, REQUEST, Detail.REASONED))
                .isEqualTo(new Pick.Chosen(A, new Reason.InTurn(1, 2, List.of())));
    }

    @Test
    void losesNoCountWhenManyAskAtOnceWhileThePoolChanges() throws Exception {
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var askers = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> askAndSettle(ready, 200)))
                    .toList();
            ready.countDown();
            for (int i = 0; i < 200; i++) {
                balancer.use(i % 2 == 0 ? pool("B", "C") : pool("A", "B", "C"));
            }
            await(askers);
        }
        for (var name : List.of("A", "B", "C")) {
            assertThat(balancer.inFlight(new ServerId(name))).isZero();
        }
    }

    @Test
    void losesNoCountWhenManySettleAtOnce() throws Exception {
        IntStream.range(0, 800_000).forEach(_ -> pick());
        var together = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            await(IntStream.range(0, 4)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> settle(together, 200_000)))
                    .toList());
        }
        assertThat(balancer.inFlight(A)).isZero();
        assertThat(balancer.inFlight(B)).isZero();
    }

    private boolean settle(CyclicBarrier together, int times) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        for (int i = 0; i < times; i++) {
            settle(i % 2 == 0 ? A : B);
        }
        return true;
    }

    @Test
    void givesEachItsTurnWhenManyAskAtOnce() throws Exception {
        var turns = new Balancer(policy("textbook/round-robin"), pool("A", "B"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await(IntStream.range(0, 1000)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> ask(turns, REQUEST, Detail.PLAIN)))
                    .toList());
        }
        assertThat(turns.inFlight(A)).isEqualTo(500);
        assertThat(turns.inFlight(B)).isEqualTo(500);
    }

    private boolean askAndSettle(CountDownLatch ready, int times) throws InterruptedException {
        ready.await();
        for (int i = 0; i < times; i++) {
            var first = pick();
            var second = pick();
            settle(first);
            settle(second);
        }
        return true;
    }

    private static void await(List<Future<?>> all) throws Exception {
        for (var one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
    }

    private void settle(ServerId server) {
        balancer.settle(new Attempt(server, Outcome.OK, false, 0));
    }

    private ServerId pick() {
        return switch (ask(balancer, REQUEST, Detail.PLAIN)) {
            case Pick.Chosen(var server, var _) -> server;
            case Pick.Refused(var cause) -> throw new AssertionError("refused: " + cause);
        };
    }

    private static Policy policy(String id) {
        return Policies.make(PolicyChoice.of(id));
    }
}
