package ringside.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.engine.Trials;

/** Limits and the lines in front of them. */
class LinesTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    private static <T> WaitingLine<T> line(int most, int patience) {
        return new WaitingLine<>(most, Duration.ofNanos(patience));
    }

    @Test
    void letsInAsManyAsMayAndQueuesTheRestInOrder() {
        var limit = new ConnectionLimit<String>(2, line(2, 100));
        assertThat(List.of(limit.enter("a", 0), limit.enter("b", 0))).containsOnly(Entry.ENTERED);
        assertThat(List.of(limit.enter("c", 1), limit.enter("d", 2))).containsOnly(Entry.QUEUED);
        assertThat(limit.enter("e", 3)).isEqualTo(Entry.TURNED_AWAY);
        assertThat(limit.leave(4)).hasValue("c");
        assertThat(limit.inside()).isEqualTo(2);
        assertThat(limit.leave(5)).hasValue("d");
        assertThat(limit.leave(6)).isEmpty();
        assertThat(limit.inside()).isEqualTo(1);
        assertThat(limit.enter("f", 7)).isEqualTo(Entry.ENTERED);
    }

    @Test
    void sendsAwayWhoHasWaitedTooLong() {
        var limit = new ConnectionLimit<String>(1, line(2, 100));
        limit.enter("a", 0);
        limit.enter("b", 10);
        limit.enter("c", 20);
        assertThat(limit.nextLapse()).hasValue(110);
        assertThat(limit.lapsed(109)).isEmpty();
        assertThat(limit.lapsed(110)).containsExactly("b");
        assertThat(limit.nextLapse()).hasValue(120);
        assertThat(limit.lapsed(110)).isEmpty();
        assertThat(limit.leave(119)).hasValue("c");
        assertThat(limit.nextLapse()).isEmpty();
    }

    @Test
    void whoseTimeIsOverHasNoPlaceAndIsStillNamed() {
        var limit = new ConnectionLimit<String>(1, line(1, 100));
        limit.enter("a", 0);
        limit.enter("b", 0);
        assertThat(limit.enter("c", 100)).isEqualTo(Entry.QUEUED);
        assertThat(limit.leave(150)).hasValue("c");
        assertThat(limit.lapsed(150)).containsExactly("b");
    }

    @Test
    void whoWithdrawsIsNeitherCalledNorNamed() {
        var limit = new ConnectionLimit<String>(1, line(3, 100));
        limit.enter("a", 0);
        limit.enter("b", 0);
        limit.enter("c", 50);
        assertThat(limit.withdraw("b")).isTrue();
        assertThat(limit.withdraw("b")).isFalse();
        assertThat(limit.waiting()).isEqualTo(1);
        assertThat(limit.lapsed(120)).isEmpty();
        assertThat(limit.leave(120)).hasValue("c");
    }

    @Test
    void whoWithdrawsTooLateIsNotNamedEither() {
        var line = LinesTest.<String>line(3, 100);
        line.join("a", 0);
        line.join("b", 100);
        assertThat(line.size()).isEqualTo(1);
        assertThat(line.withdraw("a")).isTrue();
        assertThat(line.lapsed(150)).isEmpty();
        assertThat(line.withdraw("a")).isFalse();
    }

    @Test
    void nobodyCanLeaveAnEmptyPlace() {
        var limit = new ConnectionLimit<String>(1, line(1, 1));
        assertThatThrownBy(() -> limit.leave(0)).hasMessage("nobody is in who could leave");
    }

    @Test
    void isFirstInFirstOutAndLosesNobodyWhateverHappens() {
        Trials.of(200, random -> {
            int most = 1 + random.nextInt(3);
            var limit = new ConnectionLimit<Integer>(most, line(random.nextInt(6), 1 + random.nextInt(60)));
            var in = new ArrayDeque<Integer>();
            var called = new ArrayList<Integer>();
            var gone = new HashSet<Integer>();
            var queued = new HashSet<Integer>();
            long now = 0;
            for (int who = 0; who < 400; who++) {
                now += random.nextInt(8);
                switch (random.nextInt(5)) {
                    case 0, 1, 2 -> {
                        switch (limit.enter(who, now)) {
                            case ENTERED -> in.add(who);
                            case QUEUED -> queued.add(who);
                            case TURNED_AWAY -> gone.add(who);
                        }
                    }
                    case 3 -> gone.addAll(limit.lapsed(now));
                    default -> {
                        if (!in.isEmpty()) {
                            in.remove();
                            limit.leave(now).ifPresent(called::add);
                            if (!called.isEmpty() && queued.contains(called.getLast())) {
                                queued.remove(called.getLast());
                                in.add(called.getLast());
                            }
                        }
                    }
                }
                assertThat(limit.inside()).isEqualTo(in.size()).isLessThanOrEqualTo(most);
            }
            gone.addAll(limit.lapsed(now + 1_000));
            queued.removeAll(gone);
            assertThat(queued).isEmpty();
            assertThat(called).isSorted().doesNotHaveDuplicates();
        });
    }

    @Test
    void aServerWithRoomTakesWhoHasWaitedLongestForItOrForAny() {
        var lines = new PoolLines<String>(() -> line(3, 100));
        lines.join("any 1", 1);
        lines.join(A, "for A 2", 2);
        lines.join(B, "for B 0", 3);
        lines.join("any 4", 4);
        assertThat(lines.waiting()).isEqualTo(4);
        assertThat(lines.next(A, 5)).hasValue("any 1");
        assertThat(lines.next(A, 5)).hasValue("for A 2");
        assertThat(lines.next(A, 5)).hasValue("any 4");
        assertThat(lines.next(A, 5)).isEmpty();
        assertThat(lines.next(B, 5)).hasValue("for B 0");
    }

    @Test
    void linesAreBoundedEachForItself() {
        var lines = new PoolLines<String>(() -> line(1, 100));
        assertThat(lines.join("1", 0)).isEqualTo(Entry.QUEUED);
        assertThat(lines.join("2", 0)).isEqualTo(Entry.TURNED_AWAY);
        assertThat(lines.join(A, "3", 0)).isEqualTo(Entry.QUEUED);
        assertThat(lines.join(A, "4", 0)).isEqualTo(Entry.TURNED_AWAY);
        assertThat(lines.join(B, "5", 50)).isEqualTo(Entry.QUEUED);
        assertThat(lines.nextLapse()).hasValue(100);
        assertThat(lines.lapsed(100)).containsExactly("1", "3");
        assertThat(lines.withdraw("5")).isTrue();
        assertThat(lines.waiting()).isZero();
    }

    @Test
    void whoWaitedForAServerThatIsGoneIsNamed() {
        var lines = new PoolLines<String>(() -> line(3, 100));
        lines.join(A, "late", 0);
        lines.join(A, "1", 20);
        lines.join(A, "2", 30);
        lines.join("any", 40);
        assertThat(lines.dissolve(A, 110)).containsExactly("late", "1", "2");
        assertThat(lines.dissolve(B, 110)).isEmpty();
        assertThat(lines.next(A, 110)).hasValue("any");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> line(-1, 1)).hasMessage("a line has 0 places or more, not -1");
        assertThatThrownBy(() -> line(1, 0)).hasMessage("one waits longer than 0 ms, not PT0S");
        assertThatThrownBy(() -> new ConnectionLimit<String>(0, line(1, 1)))
                .hasMessage("1 or more may be in at once, not 0");
    }
}
