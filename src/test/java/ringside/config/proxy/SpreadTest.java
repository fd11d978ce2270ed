package ringside.config.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

final class SpreadTest {
    private static Upstream pool(PolicyChoice policy, String key, UpstreamServer... servers) {
        return new Upstream("p", policy, new KeyRule(key), List.of(servers), NextUpstream.STANDARD, Checks.none());
    }

    private static Spread spread(String id, Map<String, String> options, String key) {
        return Spread.of(pool(new PolicyChoice(id, options), key));
    }

    private static Spread.Hash hash(Hashed what, Spread.Table table) {
        return new Spread.Hash(what, table, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "textbook/round-robin, Turns[]",
        "textbook/smooth-weighted-round-robin, Turns[]",
        "haproxy/static-rr, Turns[]",
        "envoy/round-robin, Turns[]",
        "textbook/weighted-least-connections, LeastBusy[]",
        "textbook/peak-ewma, LeastBusy[]",
        "haproxy/leastconn, LeastBusy[]",
        "envoy/least-request, LeastBusy[]",
        "haproxy/first, Filled[]",
        "haproxy/random, Drawn[draws=2]",
        "nginx/random, Drawn[draws=1]",
        "nginx/random-two, Drawn[draws=2]",
        "textbook/two-choices, Drawn[draws=2]",
        "envoy/random, Drawn[draws=1]",
    })
    void findsWhatIsNearestToAPolicy(String id, String nearest) {
        assertThat(spread(id, Map.of(), "")).hasToString(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "textbook/ip-hash, REMAINDER",
        "textbook/mod-n, REMAINDER",
        "textbook/md5-ring, RING",
        "textbook/ring, RING",
        "textbook/rendezvous, RING",
        "textbook/jump, RING",
        "textbook/maglev, MAGLEV",
        "textbook/ketama, RING",
        "textbook/bounded-load-ring, RING",
        "nginx/hash, REMAINDER",
        "nginx/hash-consistent, RING",
        "haproxy/uri, REMAINDER",
        "envoy/ring-hash, RING",
        "envoy/maglev, MAGLEV",
    })
    void findsHowAHashFindsItsServer(String id, Spread.Table table) {
        assertThat(spread(id, Map.of(), "$host"))
                .isInstanceOfSatisfying(
                        Spread.Hash.class, hash -> assertThat(hash.table()).isEqualTo(table));
    }

    @Test
    void goesByOptions() {
        assertThat(spread("haproxy/random", Map.of("draws", "5"), "")).isEqualTo(new Spread.Drawn(5));
        assertThat(spread("haproxy/hdr", Map.of("hash-type", "consistent", "header", "X"), ""))
                .isEqualTo(hash(new Hashed.Header("X"), Spread.Table.RING));
        assertThat(spread(
                        "haproxy/url_param", Map.of("hash-balance-factor", "125", "hash-type", "consistent"), "$host"))
                .isEqualTo(new Spread.Hash(new Hashed.Header("host"), Spread.Table.RING, 125));
        assertThat(spread("haproxy/uri", Map.of("whole", "on"), ""))
                .isEqualTo(hash(new Hashed.Target(true), Spread.Table.REMAINDER));
        assertThat(spread("textbook/bounded-load-ring", Map.of(), "$host"))
                .isEqualTo(new Spread.Hash(new Hashed.Header("host"), Spread.Table.RING, 125));
        assertThat(spread("textbook/bounded-load-ring", Map.of("capacity", "150"), "$host"))
                .isEqualTo(new Spread.Hash(new Hashed.Header("host"), Spread.Table.RING, 150));
        assertThat(spread("nginx/ip-hash", Map.of(), "")).isEqualTo(hash(new Hashed.Client(), Spread.Table.REMAINDER));
    }

    @Test
    void knowsWhatARuleHashes() {
        assertThat(Hashed.of(new KeyRule("$arg_a_b"))).contains(new Hashed.Parameter("a_b"));
        assertThat(Hashed.of(new KeyRule("${http_X_User}"))).contains(new Hashed.Header("x-user"));
        assertThat(Hashed.of(new KeyRule("$http_host"))).contains(new Hashed.Header("host"));
        assertThat(Hashed.of(new KeyRule(""))).contains(new Hashed.Parameter("key"));
        assertThat(Hashed.of(new KeyRule("$scheme"))).isEmpty();
        assertThat(Hashed.of(new KeyRule("$host$request_uri"))).isEmpty();
        assertThat(Hashed.of(new KeyRule("fixed"))).isEmpty();
    }

    @Test
    void placesServersOfOursAtThePortsThatAreFree() {
        var servers = List.of("", "127.0.0.1:8081", "[::1]:9000", "web.test", "unix:/tmp/x", "h:0");
        var placed = Placed.of(pool(
                PolicyChoice.of("nginx/hash"),
                "",
                servers.stream()
                        .map(address -> new UpstreamServer(
                                Member.up("s" + servers.indexOf(address), 1),
                                Optional.of(address).filter(a -> !a.isEmpty()),
                                Watch.NONE))
                        .toArray(UpstreamServer[]::new)));

        assertThat(placed)
                .extracting(Placed::address)
                .containsExactly(
                        "127.0.0.1:8082",
                        "127.0.0.1:8081",
                        "[::1]:9000",
                        "web.test:80",
                        "127.0.0.1:8083",
                        "127.0.0.1:8084");
        assertThat(placed.stream().flatMap(at -> at.note().stream()))
                .containsExactly(
                        "s0 has no address; 127.0.0.1:8082 is written for it",
                        "s4 has an address that cannot be written; 127.0.0.1:8083 is written for it",
                        "s5 has an address that cannot be written; 127.0.0.1:8084 is written for it");
    }

    @Test
    void escapesWhatCannotBeSent() {
        assertThat(SendablePath.of("/a b\né?x=1")).isEqualTo("/a%20b%0A%C3%A9?x=1");
    }
}
