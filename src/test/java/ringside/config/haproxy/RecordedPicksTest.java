package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ringside.config.proxy.Upstream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Vectors;

/** The very files that were run on HAProxy give the very servers that it chose. */
final class RecordedPicksTest {
    private static List<Upstream> pools(String file) {
        return HaproxyCfg.read(file, Vectors.text("haproxy/" + file)).upstreams();
    }

    private static List<String> titles(String table) {
        var line = Vectors.text("haproxy/" + table).lines().findFirst().orElseThrow();
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    private static String server(Policy policy, Pool pool, Request request) {
        return switch (policy.pick(request, Candidates.upIn(pool), Loads.IDLE, Detail.PLAIN)) {
            case Pick.Chosen(var id, var _) -> id.name().substring(1);
            case Pick.Refused(var cause) -> cause.name();
        };
    }

    /** Replays a column of a table on a pool. */
    private static int replay(
            Upstream upstream, Pool pool, String table, int column, Function<String, Request> request) {
        var policy = Policies.make(upstream.policy());
        policy.use(pool);
        var rows = Vectors.rows("haproxy/" + table);
        for (var row : rows) {
            assertThat(server(policy, pool, request.apply(row.getFirst())))
                    .as(upstream.name() + " for " + row.getFirst())
                    .isEqualTo(row.get(column));
        }
        return rows.size();
    }

    @Test
    void hashesAsRecorded() {
        var pools = pools("hash.cfg");
        var titles = titles("hash.csv");
        assertThat(pools).hasSize(20);
        assertThat(titles).hasSize(21);
        int replayed = 0;
        for (int column = 1; column <= pools.size(); column++) {
            var upstream = pools.get(column - 1);
            boolean maint = titles.get(column).contains("maint");
            var pool = maint ? upstream.pool().change(new ServerId("s3"), m -> m.with(Standing.DOWN)) : upstream.pool();
            replayed += replay(
                    upstream,
                    pool,
                    "hash.csv",
                    column,
                    key -> new Request("10.0.0.1", "GET", "/?k=" + key, Map.of("k", key), ""));
        }
        assertThat(replayed).isEqualTo(40_000);
    }

    @Test
    void hashesAddressesAndPathsAsRecorded() {
        var pools = pools("source_uri.cfg");
        assertThat(pools).hasSize(9);
        int replayed = 0;
        for (int column = 1; column <= 4; column++) {
            var upstream = pools.get(column - 1);
            replayed += replay(upstream, upstream.pool(), "source.csv", column, client -> new Request(client, "/", ""));
        }
        for (int column = 1; column <= 5; column++) {
            var upstream = pools.get(column + 3);
            replayed += replay(upstream, upstream.pool(), "uri.csv", column, path -> new Request("10.0.0.1", path, ""));
        }
        assertThat(replayed).isEqualTo(4 * 500 + 5 * 400);
    }

    @Test
    void takesTurnsAsRecorded() {
        var pools = pools("roundrobin.cfg");
        var rows = Vectors.rows("haproxy/roundrobin.csv");
        assertThat(rows).hasSize(pools.size()).hasSize(22);
        for (int i = 0; i < rows.size(); i++) {
            var upstream = pools.get(i);
            var policy = Policies.make(upstream.policy());
            policy.use(upstream.pool());
            assertThat(upstream.policy().id())
                    .isEqualTo("haproxy/" + rows.get(i).getFirst());
            for (var server : rows.get(i).get(2).split(" ", -1)) {
                assertThat(server(policy, upstream.pool(), Request.keyed("")))
                        .as(upstream.name())
                        .isEqualTo(server);
            }
        }
    }
}
