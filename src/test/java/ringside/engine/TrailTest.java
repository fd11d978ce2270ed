package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Picking.ids;
import static ringside.engine.Trials.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final Request REQUEST = Request.keyed("user:7");
    private static final ServerId A = new ServerId("A");
    private static final Attempt FAILED = new Attempt(A, new Outcome.Broken(Outcome.How.CLOSED), true, 5);

    private final Noting noting = new Noting();
    private final Balancer balancer = new Balancer(noting, pool("A", "B"));
    private final Trail trail = balancer.begin(REQUEST);

    @Test
    void passesOverServersThatWereTriedForTheRequestBefore() {
        var turns = new Balancer(Policies.make(PolicyChoice.of("textbook/round-robin")), pool("A", "B"));
        var way = turns.begin(REQUEST);
        assertThat(turns.pick(way, Detail.PLAIN)).isEqualTo(chosen("A"));
        assertThat(turns.pick(way, Detail.PLAIN)).isEqualTo(chosen("B"));
        assertThat(turns.pick(way, Detail.PLAIN)).isEqualTo(new Pick.Refused(Pick.Cause.NONE_AVAILABLE));
        assertThat(way.tried()).isEqualTo(ids("A", "B"));
        turns.use(pool("C", "A", "B"));
        assertThat(turns.pick(way, Detail.PLAIN)).isEqualTo(chosen("C"));
    }

    @Test
    void countsAnAttemptAsInFlightUntilItIsSettledAndTellsThePolicy() {
        balancer.pick(trail, Detail.PLAIN);
        assertThat(balancer.inFlight(A)).isEqualTo(1);
        balancer.settle(FAILED);
        assertThat(balancer.inFlight(A)).isZero();
        assertThat(noting.learned).containsExactly(FAILED);
        assertThatThrownBy(() -> balancer.settle(FAILED)).hasMessage("A has nothing in flight to settle");
        assertThat(noting.learned).containsExactly(FAILED);
    }

    @Test
    void keepsWhatAPolicyHasInMindForOneRequest() {
        var other = balancer.begin(REQUEST);
        balancer.pick(trail, Detail.PLAIN);
        balancer.pick(other, Detail.PLAIN);
        balancer.pick(trail, Detail.PLAIN);
        assertThat(noting.attempts).containsExactly(1, 1, 2);
        assertThat(trail.memory(String.class, () -> "another policy's")).isEqualTo("another policy's");
        balancer.pick(trail, Detail.PLAIN);
        assertThat(noting.attempts).containsExactly(1, 1, 2, 1);
    }

    @Test
    void refusesAnAttemptThatTookLessThanNoTime() {
        assertThatThrownBy(() -> new Attempt(A, Outcome.OK, false, -1))
                .hasMessage("an attempt takes 0 ns or more, not -1");
        assertThatThrownBy(() -> new Outcome.Answered(99)).hasMessage("a status is 100 to 599, not 99");
    }

    private static Pick chosen(String name) {
        return new Pick.Chosen(new ServerId(name), Reason.Untold.INSTANCE);
    }

    /** Chooses the first server always, and notes what it is told. */
    private static final class Noting implements Policy {
        private final List<Attempt> learned = new ArrayList<>();
        private final List<Integer> attempts = new ArrayList<>();
        private Pool pool = Pool.EMPTY;

        @Override
        public void use(Pool other) {
            pool = other;
        }

        @Override
        public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
            throw new AssertionError("a request with a trail is not a request like any other");
        }

        @Override
        public Pick pick(Trail trail, Candidates up, Loads loads, Detail detail) {
            attempts.add(trail.memory(AtomicInteger.class, AtomicInteger::new).incrementAndGet());
            return pool.chosen(0);
        }

        @Override
        public void settled(Attempt attempt) {
            learned.add(attempt);
        }
    }
}
