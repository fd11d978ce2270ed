package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Standing;

/** The policies that look at what servers have in hand, on recorded comings and goings. */
class LoadsTest {
    private static final ServerId ONE = new ServerId("1");
    private static final ServerId TWO = new ServerId("2");

    private static List<JsonObject> parts(String file) {
        var parts = new ArrayList<JsonObject>();
        Backend.json(file).getAsJsonArray().forEach(part -> parts.add(part.getAsJsonObject()));
        return parts;
    }

    @Test
    void leastconnChoosesAsRecorded() {
        var opened = parts("leastconn.json").stream()
                .map(part -> Backend.by("haproxy/leastconn", Backend.weighing(part.get("weights")))
                        .replay(part.get("events").getAsJsonArray()))
                .toList();
        assertThat(opened).containsExactly(98, 119, 119);
    }

    @Test
    void firstChoosesAsRecorded() {
        var recorded = Backend.json("first.json").getAsJsonObject();
        var limits = recorded.get("maxconn").getAsJsonArray();
        var members = IntStream.range(0, limits.size())
                .mapToObj(i -> Member.up(Integer.toString(i + 1), 1))
                .map(m -> m.with(m.terms()
                        .limitedTo(
                                limits.get(Integer.parseInt(m.id().name()) - 1).getAsInt())))
                .toList();
        var backend = Backend.by("haproxy/first", Pool.of(members));
        assertThat(backend.replay(recorded.get("events").getAsJsonArray())).isEqualTo(44);
    }

    @Test
    void boundedRingsChooseAsRecorded() {
        var opened = parts("bounded_load.json").stream()
                .map(part -> {
                    var options = Map.of(
                            "hash-type",
                            part.get("hash_type").getAsString(),
                            "hash-balance-factor",
                            part.get("hash_balance_factor").getAsString());
                    return Backend.by("haproxy/hdr", options, Backend.weighing(part.get("weights")))
                            .replay(part.get("events").getAsJsonArray());
                })
                .toList();
        assertThat(opened).containsExactly(119, 99);
    }

    @Test
    void leastconnTellsTheKeys() {
        var backend = Backend.by("haproxy/leastconn", Backend.weighing(2, 1));
        backend.open("a", "");
        assertThat(backend.reason(""))
                .isEqualTo(new HaproxyReason.LowestKey(
                        List.of(new HaproxyReason.Key(TWO, 0, 16, 0), new HaproxyReason.Key(ONE, 1, 32, 256))));
    }

    @Test
    void leastconnKeepsItsPlaceWhenAServerReturns() {
        var backend = Backend.by("haproxy/leastconn", Backend.weighing(1, 1, 1));
        assertThat(backend.next(3)).isEqualTo("1 2 3");
        backend.change("2", m -> m.with(Standing.DOWN)).change("2", m -> m.with(Standing.UP));
        assertThat(backend.next(4)).isEqualTo("1 3 2 1");
    }

    @Test
    void leastconnAvoidsTheServerThatJustFailed() {
        assertThat(Backend.by("haproxy/leastconn", Backend.weighing(1, 1)).attempts(Request.keyed(""), 3))
                .containsExactly("1", "2", "1");
        assertThat(Backend.by("haproxy/leastconn", Backend.weighing(1)).attempts(Request.keyed(""), 2))
                .containsExactly("1", "1");
    }

    @Test
    void firstTellsWhoIsFullAndLetsRequestsWaitWhenAllAre() {
        var pool = Pool.of(List.of(limited("b", 7), limited("a", 3)));
        var backend = Backend.by("haproxy/first", pool);
        assertThat(backend.open("x", "")).isEqualTo("a");
        assertThat(backend.reason("")).isEqualTo(new HaproxyReason.FirstWithRoom(7, List.of(new ServerId("a"))));
        assertThat(backend.pick(Request.keyed(""))).isEqualTo(new Pick.Refused(Pick.Cause.ALL_FULL));
        backend.close("x");
        assertThat(backend.open("y", "")).isEqualTo("a");
    }

    private static Member limited(String name, int number) {
        var member = Member.up(name, 1);
        return member.with(member.terms().numbered(number).limitedTo(1));
    }

    @Test
    void aHashWaitsForItsOwnServer() {
        for (var type : List.of("map-based", "consistent")) {
            var pool = Backend.weighing(1, 1).change(ONE, m -> m.with(m.terms().limitedTo(1)));
            var backend = Backend.by("haproxy/hdr", Map.of("hash-type", type), pool);
            var key = IntStream.range(0, 99)
                    .mapToObj(i -> "key" + i)
                    .filter(k -> backend.owner(k).equals("1"))
                    .findFirst()
                    .orElseThrow();
            backend.open("x", key);
            assertThat(backend.pick(Request.keyed(key))).isEqualTo(new Pick.Refused(Pick.Cause.ALL_FULL));
        }
    }

    @Test
    void aBoundedRingTellsWhoseCapWasReached() {
        var options = Map.of("hash-type", "consistent", "hash-balance-factor", "150");
        var backend = Backend.by("haproxy/hdr", options, Backend.weighing(1, 1, 1));
        var owner = new ServerId(backend.open("a", "hot"));
        assertThat(backend.reason("hot"))
                .isInstanceOfSatisfying(
                        HaproxyReason.Nearer.class,
                        why -> assertThat(why.passed()).containsExactly(new HaproxyReason.Passed.Loaded(owner, 1, 1)));
    }

    @Test
    void noServerOfABoundedRingHasMoreThanItsRoundedShare() {
        var options = Map.of("hash-type", "consistent", "hash-balance-factor", "125");
        var backend = Backend.by("haproxy/hdr", options, Backend.weighing(1, 1, 1, 1));
        var counts = new int[5];
        for (int i = 0; i < 400; i++) {
            counts[Integer.parseInt(backend.open("r" + i, "hot"))]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> count <= 126);
    }
}
