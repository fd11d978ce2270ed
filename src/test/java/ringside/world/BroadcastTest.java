package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    /** Takes notes: how many came and how many were missed, and whether each writer's came in order and whole. */
    private static final class Reader implements Broadcast.Sink {
        private final long[] lastOf;
        private long received;
        private long missed;

        private Reader(int writers) {
            lastOf = new long[writers];
        }

        @Override
        public void accept(long nanos, Happening what) {
            switch (what) {
                case Happening.Missed(long events) -> missed += events;
                case Happening.Notice(var text) -> {
                    received++;
                    int blank = text.indexOf(' ');
                    int writer = Integer.parseInt(text.substring(0, blank));
                    long number = Long.parseLong(text.substring(blank + 1));
                    assertThat(nanos).isEqualTo(number);
                    assertThat(number).isGreaterThan(lastOf[writer]);
                    lastOf[writer] = number;
                }
                default -> throw new AssertionError(what);
            }
        }
    }

    @Test
    void losesNothingInSilenceWhileManyWrite() throws InterruptedException {
        int writers = 16;
        int each = 20_000;
        for (int capacity : List.of(2, 64, 1 << 20)) {
            var broadcast = new Broadcast(capacity);
            broadcast.listen();
            var threads = start(broadcast, writers, each);
            var reader = new Reader(writers);
            while (threads.stream().anyMatch(Thread::isAlive)) {
                broadcast.drain(1000, reader);
            }
            while (broadcast.drain(1000, reader) > 0) {
                // until nothing is left
            }
            assertThat(reader.received + reader.missed).isEqualTo((long) writers * each);
            assertThat(broadcast.read()).isEqualTo(broadcast.told());
            assertThat(reader.received).isPositive();
            if (capacity == 1 << 20) {
                assertThat(reader.missed).isZero();
            }
        }
    }

    private static List<Thread> start(Broadcast broadcast, int writers, int each) {
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            threads.add(Thread.ofVirtual().start(() -> {
                await(go);
                for (long i = 1; i <= each; i++) {
                    broadcast.tell(i, new Happening.Notice(writer + " " + i));
                }
            }));
        }
        go.countDown();
        return threads;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsALappedReaderExactlyHowManyItMissed() {
        var broadcast = new Broadcast(8);
        broadcast.listen();
        for (int i = 1; i <= 20; i++) {
            broadcast.tell(i, new Happening.Notice("0 " + i));
        }
        var reader = new Reader(1);
        assertThat(broadcast.drain(100, reader)).isEqualTo(20);
        // the ring holds 13 to 20; a quarter of a round more is given up
        assertThat(reader.missed).isEqualTo(14);
        assertThat(reader.received).isEqualTo(6);
    }

    @Test
    void aWriterHeldUpForAWholeRoundDoesNotUndoTheRound() {
        var broadcast = new Broadcast(4);
        broadcast.listen();
        long late = broadcast.ticket();
        for (int i = 1; i <= 4; i++) {
            broadcast.tell(i, new Happening.Notice("0 " + i));
        }
        broadcast.put(late, 0, new Happening.Notice("0 0"));
        var reader = new Reader(1);
        assertThat(broadcast.drain(100, reader)).isEqualTo(5);
        assertThat(reader.received).isEqualTo(3);
        assertThat(reader.missed).isEqualTo(2);
    }

    @Test
    void aReaderWaitsForAWriterThatHoldsATicket() {
        var broadcast = new Broadcast(4);
        broadcast.listen();
        long slow = broadcast.ticket();
        broadcast.tell(2, new Happening.Notice("0 2"));
        var reader = new Reader(1);
        assertThat(broadcast.drain(100, reader)).isZero();
        broadcast.put(slow, 1, new Happening.Notice("0 1"));
        assertThat(broadcast.drain(100, reader)).isEqualTo(2);
        assertThat(reader.missed).isZero();
    }

    @Test
    void doesNothingWhileNobodyReads() {
        var broadcast = new Broadcast(8);
        broadcast.tell(1, new Happening.Notice("0 1"));
        assertThat(broadcast.heard()).isFalse();
        assertThat(broadcast.told()).isZero();
        broadcast.listen();
        assertThat(broadcast.drain(10, (_, _) -> {})).isZero();
    }

    @Test
    void takesNoMoreThanAskedFor() {
        var broadcast = new Broadcast(8);
        broadcast.listen();
        for (int i = 1; i <= 5; i++) {
            broadcast.tell(i, new Happening.Notice("0 " + i));
        }
        var reader = new Reader(1);
        assertThat(broadcast.drain(3, reader)).isEqualTo(3);
        assertThat(broadcast.drain(3, reader)).isEqualTo(2);
        assertThat(reader.received).isEqualTo(5);
    }

    @Test
    void holdsAPowerOfTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Broadcast(100))
                .withMessage("a broadcast holds a power of two from 2 to 2^24 happenings, not 100");
    }
}
