package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.Pool;
import ringside.engine.Request;

class AddressesAndPathsTest {
    private static final Pool FIVE = Backend.weighing(3, 1, 2, 1, 4);
    private static final Map<String, String> RING = Map.of("hash-type", "consistent");

    @Test
    void findTheRecordedServerOfEachAddress() {
        var titles = Backend.header("source.csv");
        var rows = Backend.rows("source.csv");
        assertThat(titles).hasSize(5);
        assertThat(rows).hasSize(500);
        for (int column = 1; column < titles.size(); column++) {
            var type = HashTypeTest.type(titles.get(column).replace("source | ", ""));
            var backend = Backend.by("haproxy/source", type, FIVE);
            for (var row : rows) {
                assertThat(backend.server(new Request(row.getFirst(), "/", "")))
                        .as(titles.get(column) + " of " + row.getFirst())
                        .isEqualTo(row.get(column));
            }
        }
    }

    @Test
    void takeTurnsForWhatIsNoAddress() {
        var backend = Backend.by("haproxy/source", FIVE);
        var unix = new Request("unix:", "/", "");
        assertThat(backend.server(unix) + backend.server(unix) + backend.server(unix))
                .isEqualTo("125");
    }

    @Test
    void findTheRecordedServerOfEachPath() {
        var titles = Backend.header("uri.csv");
        var rows = Backend.rows("uri.csv");
        assertThat(titles).hasSize(6);
        assertThat(rows).hasSize(400);
        for (int column = 1; column < titles.size(); column++) {
            var options = new HashMap<>(RING);
            var words = titles.get(column).split(" ", -1);
            for (int word = 1; word < words.length; word++) {
                options.put(words[word], words[word].equals("whole") ? "on" : words[++word]);
            }
            var backend = Backend.by("haproxy/uri", options, FIVE);
            for (var row : rows) {
                assertThat(backend.server(new Request("10.0.0.1", row.getFirst(), "")))
                        .as(titles.get(column) + " of " + row.getFirst())
                        .isEqualTo(row.get(column));
            }
        }
    }

    @Test
    void cutParametersOutAsRecorded() {
        var recorded = Backend.json("url_param_forms.json").getAsJsonObject();
        var options = Map.of("hash-type", "consistent", "parameter", "k");
        var requests = recorded.get("requests").getAsJsonArray();
        assertThat(requests).hasSize(8);
        for (var each : requests) {
            var backend = Backend.by("haproxy/url_param", options, Backend.weighing(recorded.get("weights")));
            var target = each.getAsJsonObject().get("uri").getAsString();
            assertThat(backend.server(new Request("10.0.0.1", target, "")))
                    .as(target)
                    .isEqualTo(each.getAsJsonObject().get("server").getAsString());
        }
    }

    @Test
    void takeTurnsWithoutTheParameterButNotWithoutAValue() {
        var backend = Backend.by("haproxy/url_param", Map.of("parameter", "k"), FIVE);
        var turns = new StringBuilder();
        for (var target : new String[] {"/", "/?", "/?kk=1", "/k=1"}) {
            turns.append(backend.server(new Request("10.0.0.1", target, "")));
        }
        assertThat(turns).hasToString("1251");
        // sdbm of nothing is 0
        assertThat(backend.server(new Request("10.0.0.1", "/?k=", ""))).isEqualTo("1");
        assertThat(backend.server(new Request("10.0.0.1", "/?k=", ""))).isEqualTo("1");
    }
}
