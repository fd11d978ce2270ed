package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Vectors;

/** What HAProxy was recorded doing, asked of the command with the very configuration that ran. */
class HaproxyRecordingsTest {
    @TempDir
    private Path folder;

    private static List<String> column(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1,h0", "2,h1", "3,h2", "4,h3", "5,h4", "6,h5", "7,h6", "8,h7", "9,h8", "10,h9", "11,h10", "12,h11", "13,h12",
        "14,u_c", "15,r_c", "17,u_m", "18,r_m", "20,n_c"
    })
    void picksForKeys(int column, String backend) {
        var rows = Vectors.rows("haproxy/hash.csv");
        assertThat(rows).hasSize(2000);
        assertThat(Replay.of("haproxy/hash.cfg", backend).keys(column(rows, 0))).isEqualTo(column(rows, column));
    }

    @ParameterizedTest
    @CsvSource({"1,h0,s9", "16,m_c,s3", "19,m_m,s3"})
    void picksForHeaders(int column, String backend, String inMaintenance) {
        var rows = Vectors.rows("haproxy/hash.csv");
        var replay = Replay.of("haproxy/hash.cfg", backend);
        if (!inMaintenance.equals("s9")) {
            replay.line("server", inMaintenance, "set", "maint");
        }
        for (var row : rows) {
            var request = new JsonObject();
            request.add("headers", Replay.json("K", row.getFirst()));
            replay.line(request);
        }
        assertThat(replay.servers()).isEqualTo(column(rows, column));
    }

    @Test
    void picksForParameters() {
        var recorded = Replay.recorded("haproxy/url_param_forms.json").getAsJsonObject();
        var replay = Replay.of("haproxy/hash.cfg", "u_c");
        var requests = Replay.parts(recorded.get("requests"));
        requests.forEach(request -> replay.line("path", request.get("uri").getAsString()));
        assertThat(requests).hasSize(8);
        assertThat(replay.servers())
                .isEqualTo(requests.stream()
                        .map(r -> r.get("server").getAsString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1,s0", "2,s1", "3,s2", "4,s3"})
    void picksForClients(int column, String backend) {
        var rows = Vectors.rows("haproxy/source.csv");
        var replay = Replay.of("haproxy/source_uri.cfg", backend);
        assertThat(rows).hasSize(500);
        assertThat(replay.keys(column(rows, 0))).isEqualTo(column(rows, column));
        rows.forEach(row -> replay.line("client", row.getFirst()));
        assertThat(replay.servers()).isEqualTo(column(rows, column));
    }

    @ParameterizedTest
    @CsvSource({"1,u0", "2,u1", "3,u2", "4,u3", "5,u4"})
    void picksForTargets(int column, String backend) {
        var rows = Vectors.rows("haproxy/uri.csv");
        var replay = Replay.of("haproxy/source_uri.cfg", backend);
        assertThat(rows).hasSize(400);
        assertThat(replay.keys(column(rows, 0))).isEqualTo(column(rows, column));
        rows.forEach(row -> replay.line("path", row.getFirst()));
        assertThat(replay.servers()).isEqualTo(column(rows, column));
    }

    @Test
    void takesTurns() {
        var rows = Vectors.rows("haproxy/roundrobin.csv");
        assertThat(rows).hasSize(22);
        for (int i = 0; i < rows.size(); i++) {
            var backend = (rows.get(i).getFirst().equals("roundrobin") ? "rr" : "sr") + i / 2;
            var expected = rows.get(i).get(2);
            assertThat(Replay.of("haproxy/roundrobin.cfg", backend).count(expected.split(" ", -1).length))
                    .as(backend)
                    .isEqualTo(expected);
        }
    }

    @Test
    void takesTurnsAmongServersThatChange() {
        var picks = new ArrayList<Integer>();
        for (int part = 0; part < 2; part++) {
            var replay = Replay.of("haproxy/roundrobin_dynamic_" + part + ".cfg", "rr");
            var expected = new ArrayList<String>();
            var steps = Replay.parts(Replay.recorded("haproxy/roundrobin_dynamic.json"))
                    .get(part)
                    .get("steps");
            for (var step : Replay.parts(steps)) {
                if (step.has("op")) {
                    replay.line(change(Replay.texts(step.get("op"))));
                } else {
                    expected.addAll(Replay.texts(step.get("picks")));
                    step.get("picks").getAsJsonArray().forEach(_ -> replay.line(new JsonObject()));
                }
            }
            assertThat(replay.servers()).isEqualTo(expected);
            picks.add(expected.size());
        }
        assertThat(picks).containsExactly(98, 125);
    }

    private static JsonObject change(List<String> words) {
        var change = Replay.json("server", "s" + words.get(1));
        if (words.getFirst().equals("weight")) {
            change.addProperty("weight", Integer.parseInt(words.get(2)));
        } else {
            change.addProperty("set", words.getFirst());
        }
        return change;
    }

    @Test
    void countsOpenRequests() {
        var opened = new ArrayList<Integer>();
        var least = Replay.parts(Replay.recorded("haproxy/leastconn.json"));
        for (int part = 0; part < least.size(); part++) {
            opened.add(Replay.of("haproxy/leastconn_" + part + ".cfg", "lc")
                    .comeAndGo(least.get(part).get("events"))
                    .size());
        }
        var bounded = Replay.parts(Replay.recorded("haproxy/bounded_load.json"));
        for (int part = 0; part < bounded.size(); part++) {
            opened.add(Replay.of("haproxy/bounded_" + part + ".cfg", "bl")
                    .comeAndGo(bounded.get(part).get("events"))
                    .size());
        }
        var first = Replay.recorded("haproxy/first.json").getAsJsonObject();
        opened.add(Replay.of("haproxy/first.cfg", "fi")
                .comeAndGo(first.get("events"))
                .size());
        assertThat(opened).containsExactly(98, 119, 119, 119, 99, 44);
    }

    @Test
    void goesElsewhereWhenAConnectionIsRefused() {
        var rows = Vectors.rows("haproxy/redispatch.csv");
        assertThat(rows).hasSize(115);
        var natural = Replay.of("haproxy/redispatch.cfg", "rd");
        var refused = Replay.of("haproxy/redispatch.cfg", "rd");
        var down = Replay.of("haproxy/redispatch.cfg", "rd").line("server", "s3", "set", "down");
        for (var row : rows) {
            natural.line(headed(row.getFirst()));
            refused.line(Replay.failing(headed(row.getFirst()), List.of("3"), "error"));
            down.line(headed(row.getFirst()));
        }
        assertThat(natural.servers()).isEqualTo(column(rows, 1));
        assertThat(refused.servers()).isEqualTo(column(rows, 2));
        assertThat(refused.requests()).allMatch(row -> row.get(2).equals("3 " + row.get(1)));
        assertThat(down.servers()).isEqualTo(column(rows, 3));
    }

    private static JsonObject headed(String key) {
        var request = new JsonObject();
        request.add("headers", Replay.json("k", key));
        return request;
    }

    @ParameterizedTest
    @CsvSource({"0,23", "1,19"})
    void countsChecks(int part, int count) {
        var steps = Replay.parts(Replay.parts(Replay.recorded("haproxy/health_checks.json"))
                .get(part)
                .get("steps"));
        assertThat(steps).hasSize(count);
        var replay = Replay.of("haproxy/checks_" + part + ".cfg", "hc");
        for (var step : steps) {
            var check = Replay.json("check", "s1");
            check.addProperty("passed", step.get("check").getAsString().equals("pass"));
            replay.line(check);
        }
        assertThat(replay.states(1))
                .isEqualTo(steps.stream()
                        .map(step -> (step.get("up").getAsBoolean() ? "up" : "down") + ";weight=1;health="
                                + step.get("health_counter") + ";open=0")
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"0,32", "1,15", "2,10", "3,5"})
    void countsErrorsInTheTraffic(int part, int count) throws IOException {
        var recorded =
                Replay.parts(Replay.recorded("haproxy/observe_on_error.json")).get(part);
        var steps = Replay.parts(recorded.get("steps"));
        assertThat(steps).hasSize(count);
        var file = Files.writeString(folder.resolve("haproxy.cfg"), """
            backend b
              mode http
              server s1 127.0.0.1:19001 check rise %s fall %s observe layer7 error-limit %s on-error %s
            """.formatted(
                        recorded.get("rise"),
                        recorded.get("fall"),
                        recorded.get("error_limit"),
                        recorded.get("on_error").getAsString()));
        var trace = new StringBuilder("{\"check\":\"s1\",\"passed\":true}\n");
        steps.forEach(step -> trace.append("{\"observe\":\"s1\",\"status\":")
                .append(step.get("client_status"))
                .append("}\n"));
        var told = Told.given(trace.toString(), "pick", file.toString(), "--requests", "-", "--states");
        assertThat(told.err()).isEmpty();
        assertThat(told.out().lines().skip(2).map(row -> row.replaceFirst(".*,,,(.*);errors.*", "$1")))
                .isEqualTo(steps.stream()
                        .map(step -> (step.get("up").getAsBoolean() ? "up" : "down") + ";weight=1;health="
                                + step.get("health_counter"))
                        .toList());
    }

    @Test
    void understandsAgents() {
        var steps = Replay.parts(
                Replay.recorded("haproxy/agent_check.json").getAsJsonObject().get("steps"));
        assertThat(steps).hasSize(16);
        var replay = Replay.of("haproxy/slowstart_agent.cfg", "ag").line("server", "s1", "set", "up");
        steps.forEach(step ->
                replay.line("agent", "s1", "says", step.get("agent_says").getAsString()));
        assertThat(replay.states(1).subList(1, 17))
                .isEqualTo(steps.stream()
                        .map(step -> step.get("status")
                                        .getAsString()
                                        .toLowerCase(Locale.ROOT)
                                        .split(" ", -1)[0] + ";weight=" + step.get("weight") + ";health=1;open=0")
                        .toList());
    }

    @Test
    void startsSlowly() {
        var samples = Replay.parts(
                Replay.recorded("haproxy/slowstart.json").getAsJsonObject().get("samples"));
        assertThat(samples).hasSize(21);
        var replay = Replay.of("haproxy/slowstart_agent.cfg", "ss")
                .line("server", "s1", "set", "maint")
                .line("server", "s1", "set", "ready");
        for (var sample : samples) {
            var at = new JsonObject();
            at.add("at", sample.get("t"));
            replay.line(at);
        }
        assertThat(replay.states(1).subList(2, 23))
                .isEqualTo(samples.stream()
                        .map(sample -> "up;weight=" + sample.get("weight") + throttle(sample) + ";open=0")
                        .toList());
        assertThat(replay.states(2)).containsOnly("up;weight=10;open=0");
    }

    private static String throttle(JsonObject sample) {
        var throttle = sample.get("throttle").getAsString();
        return throttle.isEmpty() ? "" : ";throttle=" + throttle;
    }

    @ParameterizedTest
    @CsvSource({"r1,random(1)", "r2,random(2)"})
    void drawsAsOften(String backend, String name) {
        var recorded = Replay.recorded("haproxy/random_distribution.json").getAsJsonObject();
        var shares = Replay.texts(recorded.get("expected_share_of_hash_space"));
        var counts = new int[4];
        Stream.of(Replay.of("haproxy/random.cfg", backend).count(30_000).split(" ", -1))
                .forEach(server -> counts[Integer.parseInt(server) - 1]++);
        var was =
                Replay.texts(recorded.getAsJsonObject("counts_sequential_idle").get(name));
        for (int i = 0; i < counts.length; i++) {
            // four standard deviations of 30 000 draws, and of the 3 000 recorded ones
            double share = counts[i] / 30_000.0;
            assertThat(share - Double.parseDouble(shares.get(i))).isBetween(-0.012, 0.012);
            assertThat(share - Integer.parseInt(was.get(i)) / 3_000.0).isBetween(-0.04, 0.04);
        }
    }
}
