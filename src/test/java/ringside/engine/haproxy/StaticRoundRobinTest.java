package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.engine.Standing;

class StaticRoundRobinTest {
    private static final String ID = "haproxy/static-rr";

    @Test
    void givesTheRecordedSequences() {
        assertThat(RoundRobinTest.replay(ID)).isEqualTo(11);
    }

    @Test
    void laysOutTheMapThatIsKnown() {
        assertThat(Backend.by(ID, Backend.weighing(3, 1, 2, 1, 4)).next(11)).isEqualTo("1 2 5 1 3 5 3 1 5 4 5");
    }

    @Test
    void takesNoNoticeOfANewWeight() {
        var backend = Backend.by(ID, Backend.weighing(1, 1));
        assertThat(backend.change("1", m -> m.weighing(9)).next(4)).isEqualTo("1 2 1 2");
        assertThat(backend.change("1", m -> m.weighing(0)).next(2)).isEqualTo("2 2");
        assertThat(backend.change("1", m -> m.weighing(9)).next(4)).isEqualTo("2 1 2 1");
    }

    @Test
    void tellsTheCellAndWhoWasSkipped() {
        var backend = Backend.by(
                ID,
                Backend.weighing(3, 2, 1)
                        .change(new ServerId("1"), m -> m.with(m.terms().limitedTo(1))));
        assertThat(backend.reason("")).isEqualTo(new HaproxyReason.NextCell(0, 6, List.of()));
        assertThat(backend.reason("")).isEqualTo(new HaproxyReason.NextCell(2, 6, List.of(new ServerId("1"))));
    }

    @Test
    void laysTheMapOutAnewWhenAServerGoes() {
        var backend = Backend.by(ID, Backend.weighing(1, 1, 1));
        assertThat(backend.next(1)).isEqualTo("1");
        assertThat(backend.change("1", m -> m.with(Standing.DOWN)).next(3)).isEqualTo("3 2 3");
    }
}
