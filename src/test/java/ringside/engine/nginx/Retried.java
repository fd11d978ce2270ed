package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import ringside.engine.Request;

/** The recorded retries within one request, on the same five servers for each method. */
final class Retried {
    private static final String SERVERS = "[[3, \"max_fails=0\"], [1, \"max_fails=0\"], [2, \"max_fails=0\"],"
            + " [1, \"max_fails=0\"], [4, \"max_fails=0\"]]";

    private Retried() {}

    /** Replays those of one method; how many there were. */
    static int replay(String id, String method) {
        var rows = Recorded.rows("hash_retries.csv").stream()
                .filter(row -> row.getFirst().equals(method))
                .toList();
        var asking = Asking.by(id, Recorded.pool(SERVERS)).retrying(RoundRobinTest.retryingStatus500(0));
        for (var row : rows) {
            var request = new Request(row.get(1), "/", row.get(1));
            assertThat(asking.send(request, Set.copyOf(List.of(row.get(2).split(" ")))))
                    .as(String.join(",", row))
                    .isEqualTo(new Asking.Reply(row.get(3), Integer.parseInt(row.get(4))));
        }
        return rows.size();
    }
}
