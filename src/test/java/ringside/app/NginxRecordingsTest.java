package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Vectors;

/** What nginx was recorded doing, asked of the command with the very configuration that ran. */
class NginxRecordingsTest {
    private static List<String> column(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    @ParameterizedTest
    @CsvSource({"1,chash_full", "2,chash_removed", "3,chash_down", "4,hmod_full", "5,hmod_removed", "6,hmod_down"})
    void picksForKeys(int column, String upstream) {
        var rows = Vectors.rows("nginx/hash.csv");
        assertThat(rows).hasSize(2000);
        assertThat(Replay.of("nginx/hash.conf", upstream).keys(column(rows, 0))).isEqualTo(column(rows, column));
    }

    @Test
    void picksForTheArgumentOfAPath() {
        var rows = Vectors.rows("nginx/hash.csv");
        var replay = Replay.of("nginx/hash.conf", "chash_full");
        rows.forEach(row -> replay.line("path", "/chash_full?a=1&k=" + row.getFirst()));
        assertThat(replay.servers()).isEqualTo(column(rows, 1));
    }

    @ParameterizedTest
    @CsvSource({"1,ip0", "2,ip1", "3,ip2", "4,ip3"})
    void picksForClients(int column, String upstream) {
        var rows = Vectors.rows("nginx/ip_hash.csv");
        var replay = Replay.of("nginx/ip_hash.conf", upstream);
        assertThat(rows).hasSize(870);
        assertThat(replay.keys(column(rows, 0))).isEqualTo(column(rows, column));
        rows.forEach(row -> replay.line("client", row.getFirst()));
        assertThat(replay.servers()).isEqualTo(column(rows, column));
    }

    @Test
    void takesTurns() {
        var rows = Vectors.rows("nginx/wrr.csv");
        assertThat(rows).hasSize(12);
        for (int i = 0; i < rows.size(); i++) {
            var expected = rows.get(i).get(1);
            assertThat(Replay.of("nginx/wrr.conf", "wrr" + i).count(expected.split(" ", -1).length))
                    .isEqualTo(expected);
        }
    }

    @Test
    void takesTurnsAmongThoseThatMayBeAsked() {
        var expected = Vectors.text("nginx/wrr_down_backup.csv")
                .lines()
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .toList();
        assertThat(expected).hasSize(3);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Replay.of("nginx/wrr.conf", "st" + i)
                            .count(expected.get(i).split(" ", -1).length))
                    .isEqualTo(expected.get(i));
        }
    }

    @Test
    void picksForOddKeysAndLinesOfOneName() {
        var edges = Replay.recorded("nginx/edges.json").getAsJsonObject();
        agree("dup", "/dup?k=", edges.getAsJsonObject("duplicate_lines"), 200);
        agree("emp", "/emp?k=", edges.getAsJsonObject("percent_encoded"), 40);
        for (var of :
                Map.of("emp", "empty_key_consistent", "emph", "missing_key_mod").entrySet()) {
            var expected = Replay.texts(edges.get(of.getValue()));
            var replay = Replay.of("nginx/edges.conf", of.getKey());
            assertThat(expected).hasSize(14);
            assertThat(replay.keys(IntStream.range(0, 14).mapToObj(_ -> "").toList()))
                    .isEqualTo(expected);
            expected.forEach(_ -> replay.line("path", "/" + of.getKey()));
            assertThat(replay.servers()).isEqualTo(expected);
        }
    }

    private static void agree(String upstream, String path, JsonObject recorded, int count) {
        var keys = List.copyOf(recorded.keySet());
        var expected = keys.stream().map(key -> recorded.get(key).getAsString()).toList();
        var replay = Replay.of("nginx/edges.conf", upstream);
        assertThat(keys).hasSize(count);
        assertThat(replay.keys(keys)).isEqualTo(expected);
        keys.forEach(key -> replay.line("path", path + key));
        assertThat(replay.servers()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,120,status:500", "1,80,status:500", "2,100,status:500", "3,80,status:500", "4,80,error"})
    void retriesAndRemembersFailures(int part, int count, String how) {
        var steps = Replay.parts(
                Replay.parts(Replay.recorded("nginx/failures.json")).get(part).get("steps"));
        assertThat(steps).hasSize(count);
        var replay = Replay.of("nginx/failures.conf", "f" + part);
        steps.forEach(step ->
                replay.line(Replay.failing(Replay.json("path", "/f" + part), Replay.texts(step.get("failing")), how)));
        assertThat(ended(replay)).isEqualTo(ends(steps));
    }

    /** Where each request ended and which servers it was at; nginx names the whole upstream when nobody was left. */
    private static List<String> ends(List<JsonObject> steps) {
        return steps.stream()
                .map(step -> Replay.texts(step.get("attempts")))
                .map(tried -> {
                    var servers = tried.stream()
                            .filter(server -> server.matches("[1-9]"))
                            .toList();
                    return (servers.equals(tried) ? servers.getLast() : "none") + ": " + String.join(" ", servers);
                })
                .toList();
    }

    private static List<String> ended(Replay replay) {
        return replay.requests().stream()
                .map(row -> row.get(1) + ": " + row.get(2))
                .toList();
    }

    @Test
    void forgivesAsTimeGoesBy() {
        var steps = Replay.parts(Replay.recorded("nginx/fail_timeout.json")
                        .getAsJsonObject()
                        .get("steps"))
                .stream()
                .filter(step -> step.has("attempts"))
                .toList();
        assertThat(steps).hasSize(42);
        var replay = Replay.of("nginx/fail_timeout.conf", "t");
        for (var step : steps) {
            var at = new JsonObject();
            at.add("at", step.get("wall_s"));
            replay.line(at).line(Replay.failing(new JsonObject(), Replay.texts(step.get("failing")), "status:500"));
        }
        assertThat(ended(replay)).isEqualTo(ends(steps));
    }

    @ParameterizedTest
    @CsvSource({"hash $arg_k consistent,rch", "hash $arg_k,rmod", "ip_hash,rip"})
    void retriesWithinOneRequest(String method, String upstream) {
        var rows = Vectors.rows("nginx/hash_retries.csv").stream()
                .filter(row -> row.getFirst().equals(method))
                .toList();
        assertThat(rows).hasSize(250);
        var replay = Replay.of("nginx/hash_retries.conf", upstream);
        for (var row : rows) {
            var request = Replay.json("client", row.get(1), "path", "/" + upstream + "?k=" + row.get(1));
            var failing = row.get(2).isEmpty()
                    ? List.<String>of()
                    : List.of(row.get(2).split(" ", -1));
            replay.line(Replay.failing(request, failing, "status:500"));
        }
        assertThat(replay.requests()).extracting(List::getLast).isEqualTo(column(rows, 3));
    }

    @Test
    void countsOpenRequests() {
        var parts = Replay.parts(Replay.recorded("nginx/least_conn.json"));
        var opened = new ArrayList<Integer>();
        for (int part = 0; part < parts.size(); part++) {
            opened.add(Replay.of("nginx/least_conn.conf", "lc" + part)
                    .comeAndGo(parts.get(part).get("events"))
                    .size());
        }
        assertThat(opened).containsExactly(93, 118, 79, 52);
    }

    @ParameterizedTest
    @CsvSource({"r1,random", "r2,random_two_least_conn_sequential_idle"})
    void rollsDiceAsOften(String upstream, String name) {
        var recorded = Replay.recorded("nginx/random_distribution.json").getAsJsonObject();
        var counts = new int[4];
        for (var server : Replay.of("nginx/random.conf", upstream).count(30_000).split(" ", -1)) {
            counts[Integer.parseInt(server) - 1]++;
        }
        var was = Replay.texts(recorded.get(name));
        for (int i = 0; i < counts.length; i++) {
            // four standard deviations of the 3 000 recorded draws
            assertThat(counts[i] / 30_000.0 - Integer.parseInt(was.get(i)) / 3_000.0)
                    .as(upstream + " " + (i + 1))
                    .isBetween(-0.04, 0.04);
        }
    }
}
