package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Standing;

class RoundRobinTest {
    private static final String ID = "haproxy/roundrobin";

    /** Replays the recorded sequences of a policy; how many there were. */
    static int replay(String id) {
        var rows = Backend.rows("roundrobin.csv").stream()
                .filter(row -> id.equals("haproxy/" + row.getFirst()))
                .toList();
        for (var row : rows) {
            var weights =
                    Stream.of(row.get(1).split(" ")).mapToInt(Integer::parseInt).toArray();
            var sequence = row.get(2);
            assertThat(Backend.by(id, Backend.weighing(weights)).next(sequence.split(" ").length))
                    .as(row.get(1))
                    .isEqualTo(sequence);
        }
        return rows.size();
    }

    @Test
    void givesTheRecordedSequences() {
        assertThat(replay(ID)).isEqualTo(11);
    }

    @Test
    void followsMaintenanceAndNewWeightsAsRecorded() {
        int picks = 0;
        for (var recorded : Backend.json("roundrobin_dynamic.json").getAsJsonArray()) {
            var backend =
                    Backend.by(ID, Backend.weighing(recorded.getAsJsonObject().get("weights")));
            for (var step : recorded.getAsJsonObject().get("steps").getAsJsonArray()) {
                var does = step.getAsJsonObject();
                if (does.has("op")) {
                    operate(backend, does.get("op").getAsJsonArray());
                    continue;
                }
                var servers = does.get("picks").getAsJsonArray();
                picks += servers.size();
                assertThat(backend.next(servers.size()))
                        .isEqualTo(StreamSupport.stream(servers.spliterator(), false)
                                .map(s -> s.getAsString())
                                .collect(Collectors.joining(" ")));
            }
        }
        assertThat(picks).isEqualTo(223);
    }

    private static void operate(Backend backend, JsonArray words) {
        backend.change(words.get(1).getAsString(), m -> switch (words.get(0).getAsString()) {
            case "maint" -> m.with(Standing.DOWN);
            case "ready" -> m.with(Standing.UP);
            default -> m.weighing(words.get(2).getAsInt());
        });
    }

    @Test
    void tellsEverybodysTurnAndTheWinnersNext() {
        var backend = Backend.by(ID, Backend.weighing(2, 1));
        var one = new ServerId("1");
        var two = new ServerId("2");
        assertThat(backend.reason(""))
                .isEqualTo(new HaproxyReason.Earliest(
                        List.of(
                                new HaproxyReason.Due(one, 32, HaproxyReason.When.NOT_ASKED_YET, 0),
                                new HaproxyReason.Due(two, 16, HaproxyReason.When.NOT_ASKED_YET, 0)),
                        48,
                        new HaproxyReason.Due(one, 32, HaproxyReason.When.THIS_ROUND, 49)));
    }

    @Test
    void passesOverServersThatAreFullAndSaysSoWhenAllAre() {
        var limited = Backend.weighing(1, 1)
                .change(new ServerId("1"), m -> m.with(m.terms().limitedTo(1)));
        var backend = Backend.by(ID, limited);
        assertThat(List.of(backend.open("a", ""), backend.open("b", ""), backend.open("c", ""), backend.open("d", "")))
                .containsExactly("1", "2", "2", "2");
        backend.close("a");
        assertThat(backend.open("e", "")).isEqualTo("1");
    }

    @Test
    void avoidsTheServerThatJustFailedUnlessItIsTheOnlyOne() {
        var backend = Backend.by(ID, Backend.weighing(1, 1, 1));
        assertThat(backend.attempts(Request.keyed(""), 4)).containsExactly("1", "2", "3", "1");
        assertThat(Backend.by(ID, Backend.weighing(1)).attempts(Request.keyed(""), 2))
                .containsExactly("1", "1");
    }

    @Test
    void usesTheFirstBackupWhenNobodyElseIsLeft() {
        var pool =
                Pool.of(Stream.of(Member.up("1", 1), backup("2"), backup("3")).toList());
        var backend = Backend.by(ID, pool);
        assertThat(backend.next(3)).isEqualTo("1 1 1");
        assertThat(backend.change("1", m -> m.with(Standing.DOWN)).next(3)).isEqualTo("2 2 2");
        var all = Backend.by(ID, Map.of("allbackups", "on"), pool);
        assertThat(all.change("1", m -> m.with(Standing.DOWN)).next(4)).isEqualTo("2 3 2 3");
    }

    private static Member backup(String name) {
        var member = Member.up(name, 1);
        return member.with(member.terms().asBackup());
    }

    @Test
    void bringsAServerBackSlowly() {
        var slow = Backend.weighing(10, 10)
                .change(new ServerId("1"), m -> m.with(m.terms().startingSlowly(Duration.ofSeconds(8))));
        var backend = Backend.by(ID, slow);
        assertThat(share(backend)).isEqualTo(100);
        backend.change("1", m -> m.with(Standing.DOWN)).next(5);
        backend.change("1", m -> m.with(Standing.UP)).next(40);
        // effective weights 10 and 160, then 90 and 160, then both 160
        assertThat(share(backend)).isBetween(11L, 12L);
        backend.at(4);
        backend.next(40);
        assertThat(share(backend)).isBetween(71L, 73L);
        backend.at(8);
        backend.next(40);
        assertThat(share(backend)).isEqualTo(100);
    }

    private static long share(Backend backend) {
        return Stream.of(backend.next(200).split(" ")).filter("1"::equals).count();
    }

    @Test
    void refusesAWeightThatHaproxyHasNot() {
        assertThatThrownBy(() -> Backend.by(ID, Backend.weighing(1, 300)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a weight is 0 to 256 in HAProxy, not 300 as 2 has");
    }
}
