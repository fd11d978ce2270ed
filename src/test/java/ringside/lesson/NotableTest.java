package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;

final class NotableTest {
    private static final ServerId A = new ServerId("A");

    private final Notable notable = new Notable();

    @Test
    void remembersWhoWaitedLongestForAWorkerAndNotWhoWorkedLongest() {
        notable.routed(1, A, "10.0.0.1");
        notable.queued(2, 100);
        notable.queued(3, 200);
        notable.started(2, 500);
        notable.started(3, 550);
        notable.ended(1, 9_000, true);
        assertThat(notable.waited()).isEqualTo(2);
        assertThat(notable.slowest()).isEqualTo(1);
    }

    @Test
    void forgetsWhoGaveUpWaiting() {
        notable.queued(1, 100);
        notable.ended(1, 1_000, false);
        notable.started(1, 5_000);
        assertThat(notable.waited()).isZero();
        assertThat(notable.firstLost()).isEqualTo(1);
    }

    @Test
    void knowsTheLastRequestOfAClient() {
        notable.routed(1, A, "10.0.0.7");
        notable.routed(2, A, "10.0.0.8");
        notable.routed(3, A, "10.0.0.7");
        assertThat(notable.from("10.0.0.7")).isEqualTo(3);
        assertThat(notable.from("10.0.0.9")).isZero();
    }
}
