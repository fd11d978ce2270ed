package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.config.BadInput;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.PathRoute.Match;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.Watch;
import ringside.engine.PolicyChoice;
import ringside.engine.Standing;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Observing;
import ringside.engine.haproxy.Redispatch;
import ringside.world.Checks;

final class HaproxyCfgTest {
    private static Upstream only(String text) {
        return HaproxyCfg.read("h.cfg", text).upstream(Optional.empty());
    }

    private static Upstream http(String lines) {
        return only("listen l\n mode http\n" + lines.indent(1) + " server s1 127.0.0.1:9001\n");
    }

    @Test
    void readsAServerWithEverything() {
        var server = only("""
            backend b
             mode http
             server s1 127.0.0.1:9001 weight 7 id 9 backup disabled maxconn 4 slowstart 8s \
            check inter 300 fastinter 100 downinter 2s rise 3 fall 4 \
            observe layer7 error-limit 5 on-error sudden-death agent-check agent-port 9000
            """).servers().getFirst();

        assertThat(server.address()).contains("127.0.0.1:9001");
        assertThat(server.member().id().name()).isEqualTo("s1");
        assertThat(server.member().weight()).isEqualTo(7);
        assertThat(server.member().standing()).isEqualTo(Standing.DOWN);
        var terms = server.member().terms();
        assertThat(terms.number()).hasValue(9);
        assertThat(terms.backup()).isTrue();
        assertThat(terms.maxFails()).isZero();
        assertThat(terms.maxConnections()).isEqualTo(4);
        assertThat(terms.slowStart()).isEqualTo(Duration.ofSeconds(8));
        assertThat(server.watch())
                .isEqualTo(new Watch(
                        Optional.of(new Checking(
                                3,
                                4,
                                Duration.ofMillis(300),
                                Optional.of(Duration.ofMillis(100)),
                                Optional.of(Duration.ofSeconds(2)))),
                        Optional.of(Observing.fresh(Observing.Layer.LAYER7, 5, Observing.OnError.SUDDEN_DEATH)),
                        true));
    }

    @Test
    void takesWhatHaproxyTakesWhenNothingIsSaid() {
        var upstream = only("listen l\n server s1 127.0.0.1:9001 check\n");

        assertThat(upstream.policy()).isEqualTo(PolicyChoice.of("haproxy/roundrobin"));
        assertThat(upstream.retries()).isEqualTo(new Redispatch(3, 0, true, Times.LONGEST));
        assertThat(upstream.servers().getFirst().watch().checks()).contains(Checking.STANDARD);
        assertThat(upstream.checks())
                .isEqualTo(new Checks(Checks.Kind.TCP, "/", Duration.ofSeconds(2), Duration.ofSeconds(2), 2, 3));
        assertThat(upstream.servers().getFirst().member().weight()).isEqualTo(1);
    }

    @Test
    void readsEachPolicyWithItsWords() {
        assertThat(http("balance leastconn\noption allbackups\n").policy())
                .isEqualTo(new PolicyChoice("haproxy/leastconn", Map.of("allbackups", "on")));
        assertThat(http("balance random(3)\nhash-balance-factor 150\n").policy())
                .isEqualTo(new PolicyChoice("haproxy/random", Map.of("draws", "3", "hash-balance-factor", "150")));
        assertThat(http("balance uri len 8 depth 2 whole\nhash-type map-based wt6 avalanche\n")
                        .policy())
                .isEqualTo(new PolicyChoice(
                        "haproxy/uri",
                        Map.of("len", "8", "depth", "2", "whole", "on", "function", "wt6", "avalanche", "on")));
        assertThat(http("balance hdr(X-User)\nhash-type consistent\n").policy())
                .isEqualTo(new PolicyChoice("haproxy/hdr", Map.of("header", "X-User", "hash-type", "consistent")));
        assertThat(http("balance url_param 'a b'\n").policy())
                .isEqualTo(new PolicyChoice("haproxy/url_param", Map.of("parameter", "a b")));
        assertThat(http("balance static-rr\nhash-type consistent\n").policy())
                .isEqualTo(PolicyChoice.of("haproxy/static-rr"));
    }

    @Test
    void takesTurnsWhereRequestsAreNotLookedInto() {
        var text = "listen l\n balance uri\n hash-type consistent\n server s1 127.0.0.1:1\n";

        assertThat(only(text).policy()).isEqualTo(PolicyChoice.of("haproxy/roundrobin"));
    }

    @Test
    void readsWhenARequestIsTriedAgain() {
        assertThat(http("retries 5\noption redispatch\ntimeout connect 2s\nbalance hdr(k)\n")
                        .retries())
                .isEqualTo(new Redispatch(5, -1, false, Duration.ofSeconds(2)));
        assertThat(http("option redispatch 2\n").retries()).isEqualTo(new Redispatch(3, 2, true, Times.LONGEST));
        assertThat(http("retries 0\noption redispatch\n").retries())
                .isEqualTo(new Redispatch(0, 0, true, Times.LONGEST));
        assertThat(http("retries 3\noption redispatch -6\n").retries())
                .isEqualTo(new Redispatch(3, 2, true, Times.LONGEST));
    }

    @Test
    void readsWhatACheckIs() {
        var upstream = only("""
            backend b
             option httpchk GET /up
             timeout check 700ms
             default-server inter 3s fall 5
             server s1 127.0.0.1:1
             server s2 127.0.0.1:2 check
            """);

        assertThat(upstream.checks())
                .isEqualTo(new Checks(Checks.Kind.HTTP, "/up", Duration.ofSeconds(3), Duration.ofMillis(700), 2, 5));
        assertThat(upstream.servers().getFirst().watch()).isEqualTo(Watch.NONE);
    }

    @Test
    void inheritsFromTheDefaultsAboveOrTheOnesItNames() {
        var upstreams = HaproxyCfg.read("h.cfg", """
            defaults quick
             retries 1
             default-server weight 5
            defaults slow from quick
             retries 7
            backend a
             server s 127.0.0.1:1
            backend b from quick
             default-server weight 6
             server s 127.0.0.1:1
             server t 127.0.0.1:1 weight 8
            defaults
            backend c
             server s 127.0.0.1:1
            backend d from quick
             server s 127.0.0.1:1
            """).upstreams();

        assertThat(upstreams)
                .extracting(u -> ((Redispatch) u.retries()).retries())
                .containsExactly(7, 1, 3, 1);
        assertThat(upstreams)
                .extracting(
                        u -> u.servers().stream().map(s -> s.member().weight()).toList())
                .containsExactly(List.of(5), List.of(6, 8), List.of(1), List.of(5));
    }

    @Test
    void numbersServersAsHaproxyDoes() {
        // as "show servers state" of 2.6.12 has them
        var upstream = only("""
            listen l
             server a 127.0.0.1:1
             server b 127.0.0.1:2 id 1
             server c 127.0.0.1:3 id 4
             server d 127.0.0.1:3
             server-template w 3 127.0.0.1:80 id 7
             server-template x 2-4 127.0.0.1:80
             server e 127.0.0.1:3 weight 2
            """);

        assertThat(upstream.servers().stream()
                        .map(s -> s.member().id() + "="
                                + s.member().terms().number().orElseThrow()))
                .containsExactly("a=2", "b=1", "c=4", "d=5", "w1=7", "w2=8", "w3=9", "x2=10", "x3=11", "x4=12", "e=13");
    }

    @Test
    void readsWhichPathsGoWhere() {
        var setup = HaproxyCfg.read("h.cfg", """
            defaults
             mode http
            frontend in
             bind 127.0.0.1:8080,:8081
             acl api path_beg /api /v2
             use_backend api if api
             use_backend web if { path /api/old }
             use_backend web if { path /login } || { path /logout }
             default_backend web
            backend api
             retries 1
             server s 127.0.0.1:1
            listen web
             server s 127.0.0.1:2
            """);
        var retried = setup.upstreams().get(0).retries();
        var usual = setup.upstreams().get(1).retries();

        assertThat(setup.listeners().getFirst())
                .isEqualTo(new Listener(
                        "in",
                        List.of("127.0.0.1:8080", "*:8081"),
                        List.of(),
                        List.of(
                                new PathRoute(Match.PREFIX, "/api", "api", retried),
                                new PathRoute(Match.PREFIX, "/v2", "api", retried),
                                new PathRoute(Match.EXACT, "/login", "web", usual),
                                new PathRoute(Match.EXACT, "/logout", "web", usual),
                                new PathRoute(Match.PREFIX, "/", "web", usual))));
        assertThat(setup.listeners().get(1).routes()).containsExactly(new PathRoute(Match.PREFIX, "/", "web", usual));
        assertThat(setup.notes()).extracting(n -> n.place().line()).containsExactly(7);
    }

    @Test
    void isStricterThanHaproxyWithNumbers() {
        for (var word : List.of("weight 2x", "weight x", "maxconn 3x", "id 3x", "weight")) {
            assertThatExceptionOfType(BadInput.class)
                    .as(word)
                    .isThrownBy(() -> only("listen l\n server s1 127.0.0.1:1 " + word + "\n"));
        }
    }

    @Test
    void fillsInNoVariables() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> only("listen l\n server s1 \"$HOST:80\"\n"))
                .withMessage("h.cfg:2:12: `$HOST:80` has an environment variable in it, which is not filled in here;"
                        + " write its value");
    }

    @Test
    void refusesPoliciesThatAreNotHere() {
        for (var policy : List.of("rdp-cookie", "rdp-cookie(x)", "hash src")) {
            assertThatExceptionOfType(BadInput.class)
                    .as(policy)
                    .isThrownBy(() -> http("balance " + policy + "\n"))
                    .withMessageStartingWith("h.cfg:3:10: ");
        }
    }

    @Test
    void staysWithinBoundsWhateverAFileAsksFor() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> only("listen l\n server-template s 999999999 127.0.0.1:1\n"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() ->
                        only("listen l\n server-template s 10000 127.0.0.1:1\n server-template t 1 127.0.0.1:1\n"))
                .withMessage("h.cfg:3:18: `t1` is one server too many; a pool has at most 10000");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> HaproxyCfg.read(
                        "h.cfg",
                        "listen l@\n server-template s 10000 127.0.0.1:1\n"
                                .repeat(3)
                                .replaceFirst("@", "1")
                                .replaceFirst("@", "2")
                                .replaceFirst("@", "3")))
                .withMessage("h.cfg:5:8: `l3` has one server too many; a file has at most 20000");
        var manyRules = "frontend f\n mode http\n" + " use_backend b if { path /x }\n".repeat(20_000)
                + "backend b\n mode http\n";
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> HaproxyCfg.read("h.cfg", manyRules));
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> only("listen l\n bind :1-9999999999999\n"));
    }

    @Test
    void readsLongFilesWithoutGoingBackOverThem() {
        var sections = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            sections.append("frontend f").append(i).append("\n");
        }
        assertThat(HaproxyCfg.read("h.cfg", sections.toString()).listeners()).hasSize(200_000);

        var ignored = HaproxyCfg.read("h.cfg", "listen l\n" + " log \"$A\" # }\n".repeat(250_000));
        assertThat(ignored.notes()).hasSize(10_001);
        assertThat(ignored.notes().getLast().text())
                .isEqualTo("more than 10000 things are not taken over; the others are not listed");
    }
}
