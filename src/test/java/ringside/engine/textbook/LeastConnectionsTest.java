package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Picking;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;

class LeastConnectionsTest {
    private static final String ID = "textbook/least-connections";
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");

    private final Picking picking = Picking.by(ID, pool("A", "B", "C"));

    @Test
    void asksTheLeastBusy() {
        assertThat(picking.busy(2, 1, 3).next(2)).isEqualTo("B B");
    }

    @Test
    void letsEqualsTakeTurns() {
        assertThat(picking.next(4)).isEqualTo("A B C A");
        assertThat(picking.busy(0, 9, 0).next(4)).isEqualTo("C A C A");
    }

    @Test
    void passesOverAnIdleServerThatIsDown() {
        var bDown = pool("A", "B", "C").change(B, m -> m.with(Standing.DOWN));
        assertThat(picking.from(bDown).busy(4, 0, 3).next(1)).isEqualTo("C");
    }

    @Test
    void neverAsksABusierOne() {
        Trials.of(200, random -> {
            int size = 1 + random.nextInt(9);
            int[] loads = random.ints(size, 0, 4).toArray();
            var asked = Picking.by(ID, Trials.pool(random, size, 5));
            asked.next(random.nextInt(10));
            var chosen = asked.pool()
                    .placeOf(new ServerId(asked.busy(loads).next(1)))
                    .orElseThrow();
            assertThat(loads[chosen]).isEqualTo(IntStream.of(loads).min().orElseThrow());
        });
    }

    @Test
    void tellsTheLoadsAndHowManyTied() {
        assertThat(picking.busy(1, 0, 0).reason(""))
                .isEqualTo(new Reason.FewestInFlight(
                        List.of(new Reason.Load(A, 1), new Reason.Load(B, 0), new Reason.Load(C, 0)), 2));
    }

    @Test
    void tellsNothingOfThoseItCouldNotAsk() {
        var aDown = pool("A", "B").change(A, m -> m.with(Standing.DRAINING));
        assertThat(picking.from(aDown).busy(0, 7).reason(""))
                .isEqualTo(new Reason.FewestInFlight(List.of(new Reason.Load(B, 7)), 1));
    }
}
