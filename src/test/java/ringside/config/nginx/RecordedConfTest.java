package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.proxy.Upstream;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Vectors;

/** The configurations that nginx was run with, read, and asked what nginx was asked. */
class RecordedConfTest {
    private static final String ADDRESS = "127.0.0.1:1900";

    @ParameterizedTest
    @CsvSource({"chash_full, 1", "chash_removed, 2", "chash_down, 3", "hmod_full, 4", "hmod_removed, 5", "hmod_down, 6"
    })
    void sendsKeysWhereNginxSentThem(String upstream, int column) {
        var asked = Asked.of("hash.conf", upstream);
        var rows = Vectors.rows("nginx/hash.csv");
        assertThat(rows)
                .hasSize(2000)
                .allSatisfy(row -> assertThat(asked.serverFor("10.0.0.1", "/?k=" + row.getFirst()))
                        .isEqualTo(row.get(column)));
    }

    @ParameterizedTest
    @CsvSource({"ip0, 1", "ip1, 2", "ip2, 3", "ip3, 4"})
    void sendsClientsWhereNginxSentThem(String upstream, int column) {
        var asked = Asked.of("ip_hash.conf", upstream);
        var rows = Vectors.rows("nginx/ip_hash.csv");
        assertThat(rows)
                .hasSize(870)
                .allSatisfy(
                        row -> assertThat(asked.serverFor(row.getFirst(), "/")).isEqualTo(row.get(column)));
    }

    @Test
    void takesTurnsAsNginxTookThem() {
        var rows = Vectors.rows("nginx/wrr.csv");
        assertThat(rows).hasSize(12);
        for (int i = 0; i < rows.size(); i++) {
            var asked = Asked.of("wrr.conf", "wrr" + i);
            var turns = new ArrayList<String>();
            for (int n = rows.get(i).get(1).split(" ", -1).length; n > 0; n--) {
                turns.add(asked.serverFor("10.0.0.1", "/"));
            }
            assertThat(String.join(" ", turns)).isEqualTo(rows.get(i).get(1));
        }
    }

    @Test
    void knowsAServerOnTwoLinesAsNginxDoes() {
        var asked = Asked.of("edges.conf", "dup");
        var recorded = JsonParser.parseString(Vectors.text("nginx/edges.json"))
                .getAsJsonObject()
                .getAsJsonObject("duplicate_lines")
                .entrySet();
        assertThat(recorded)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(asked.serverFor("c", "/?k=" + entry.getKey()))
                        .isEqualTo(entry.getValue().getAsString()));
    }

    /** A pool that answers every request at once. */
    private record Asked(Upstream upstream, Balancer balancer, Map<ServerId, String> numbers) {
        static Asked of(String file, String name) {
            var upstream = NginxConf.read(file, Vectors.text("nginx/" + file)).upstream(Optional.of(name));
            var numbers = upstream.servers().stream()
                    .collect(Collectors.toMap(
                            s -> s.member().id(), s -> s.label().substring(ADDRESS.length())));
            return new Asked(upstream, new Balancer(Policies.make(upstream.policy()), upstream.pool()), numbers);
        }

        String serverFor(String client, String target) {
            var request = upstream.key().keyed(new Request(client, target, ""));
            if (balancer.pick(balancer.begin(request), Detail.PLAIN) instanceof Pick.Chosen(var server, var _)) {
                balancer.settle(new Attempt(server, Outcome.OK, false, 0));
                return numbers.getOrDefault(server, server.name());
            }
            return "none";
        }
    }
}
