package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.Pick;
import ringside.engine.Request;

class RandomTest {
    private static final String ID = "haproxy/random";

    @Test
    void drawsAsOftenAsRecorded() {
        var recorded = Backend.json("random_distribution.json").getAsJsonObject();
        var shares = recorded.get("expected_share_of_hash_space").getAsJsonArray();
        for (var draws : List.of("1", "2")) {
            var backend = Backend.by(ID, Map.of("draws", draws), Backend.weighing(recorded.get("weights")));
            var counts = new int[4];
            for (int i = 0; i < 30_000; i++) {
                counts[Integer.parseInt(backend.owner("")) - 1]++;
            }
            var was = recorded.get("counts_sequential_idle")
                    .getAsJsonObject()
                    .get("random(" + draws + ")")
                    .getAsJsonArray();
            for (int server = 0; server < 4; server++) {
                double share = shares.get(server).getAsDouble();
                // four standard deviations of 30 000 draws, and of the 3 000 recorded ones
                assertThat(counts[server] / 30_000.0).isBetween(share - 0.012, share + 0.012);
                assertThat(counts[server] / 30_000.0 - was.get(server).getAsInt() / 3_000.0)
                        .isBetween(-0.04, 0.04);
            }
        }
    }

    @Test
    void keepsTheLessBusyForItsWeight() {
        var backend = Backend.by(ID, Map.of("draws", "50"), Backend.weighing(1, 1));
        var first = backend.open("a", "");
        assertThat(backend.open("b", "")).isNotEqualTo(first);
    }

    @Test
    void tellsItsDraws() {
        var backend = Backend.by(ID, Map.of("draws", "3"), Backend.weighing(2, 1));
        assertThat(backend.reason("")).isInstanceOfSatisfying(HaproxyReason.Draws.class, why -> {
            assertThat(why.draws()).hasSize(3);
            assertThat(why.draws().getLast().inFlight()).isZero();
        });
    }

    @Test
    void waitsWhenTheServerItDrewIsFull() {
        var pool = Backend.weighing(1);
        var backend = Backend.by(ID, pool).change("1", m -> m.with(m.terms().limitedTo(1)));
        backend.open("a", "");
        assertThat(backend.pick(Request.keyed(""))).isEqualTo(new Pick.Refused(Pick.Cause.ALL_FULL));
    }
}
