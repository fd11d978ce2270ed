package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.engine.KeyRule;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.RetryShare;
import ringside.engine.guard.Tripping;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;
import ringside.engine.route.FieldMatch;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.world.Handling;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** How a scenario says how requests are handled on their way. */
final class HandlingFileTest {
    private static final String SERVERS = "pool: {servers: [{name: A}, {name: S, pool: static}]}\n";

    private static Scenario read(String text) {
        return ScenarioFile.read(Yaml.read("s.yaml", SERVERS + text), Path.of("."), Reach.THIS_MACHINE);
    }

    private static Handling handling(String text) {
        return read(text).handling();
    }

    private static void refuses(String text, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(text)).withMessage("s.yaml:2:" + message);
    }

    @Test
    void isAsUsualWhereNothingIsSaid() {
        assertThat(handling("seed: 1")).isEqualTo(Handling.USUAL);
        assertThat(ScenarioFile.write(read("seed: 1"))).isEqualTo("""
            pool:
              policy: textbook/round-robin
              servers:
                - {name: A, weight: 1, workers: 8, queue: 100, latency: {exponential: 20ms}}
                - {name: S, weight: 1, workers: 8, queue: 100, latency: {exponential: 20ms}, pool: static}
            traffic: {arrivals: none, clients: 50, keys: {uniform: 1000}}
            checks: {kind: none, path: /health, every: 1s, timeout: 500ms, rise: 2, fall: 3}
            timeout: 1s
            seed: 1
            """);
    }

    @Test
    void readsLayersTlsAndKeys() {
        assertThat(handling("layer: tcp\ntls: servers"))
                .isEqualTo(Handling.USUAL.with(Handling.Layer.TCP).with(Handling.Tls.AT_SERVERS));
        assertThat(handling("tls: balancer")).isEqualTo(Handling.USUAL.with(Handling.Tls.AT_BALANCER));
        assertThat(handling("layer: http\ntls: off\nkey: standard")).isEqualTo(Handling.USUAL);
        assertThat(handling("key: \"$arg_user\"").key()).isEqualTo(new KeyRule("$arg_user"));
        refuses("layer: udp", "8: `layer` is udp; it should be one of http, tcp");
        refuses(
                "tls: servers",
                "6: `tls`: encryption ends at the servers in layer 4 only, where nobody looks into requests; choose"
                        + " tcp first");
        refuses(
                "key: $arg",
                "6: `key`: $arg is no variable that can be hashed; there are $arg_, $http_, $cookie_, $remote_addr,"
                        + " $request_uri, $uri, $args, $query_string, $is_args, $host, $http_host, $request_method,"
                        + " $scheme");
    }

    @Test
    void readsRoutes() {
        assertThat(handling("""
            routes:
              - {path: /static/, to: static}
              - {exact: /login, to: main}
              - {host: "*.api.localhost", header: {X-Canary: "yes"}, with: [cookie], without: [x-bot], to: static}
              - {to: main}
            """).routes())
                .containsExactly(
                        Route.under("/static", "static"),
                        new Route(new HostMatch.Any(), new PathMatch.Exactly("/login"), List.of(), "main"),
                        new Route(
                                new HostMatch.Under(".api.localhost"),
                                new PathMatch.Under("/"),
                                List.of(
                                        new FieldMatch.Is("x-canary", "yes"),
                                        new FieldMatch.Present("cookie"),
                                        new FieldMatch.Absent("x-bot")),
                                "static"),
                        Route.under("/", "main"));
        assertThat(handling("routes: []")).isEqualTo(Handling.USUAL);
    }

    @Test
    void refusesRoutesThatLeadNowhereOrCanNeverMatch() {
        refuses(
                "routes: [{path: /s, to: statc}]",
                "25: `to` leads to the pool statc, and no server is in it; did you mean `static`? known: main, static");
        refuses("routes: [{path: /s}]", "10: `to` is missing in `routes[0]`; add `to: …`");
        refuses(
                "routes: [{path: s, to: main}]",
                "17: `path`: a route's path begins with / and has no query or fragment, not \"s\"");
        refuses(
                "routes: [{path: /s, exact: /t, to: main}]",
                "28: `exact` is there beside `path`; leave one of them out");
        refuses(
                "routes: [{path: /s, to: main}, {path: /s/, to: static}]",
                "9: `routes`: route 2 (* /s/ -> static) can never match: route 1 has the same conditions");
        refuses(
                "routes: [{host: \"a:80\", to: main}]",
                "17: `host`: a route's host is *, *.example.com or a name without a port, not \"a:80\"");
        refuses("routes: [{header: {x-canary: 1}, to: main}]", "30: `x-canary` is 1; it should be text: write \"1\"");
    }

    @Test
    void readsStickiness() {
        assertThat(handling("sticky: none").stickiness()).isEqualTo(Stickiness.NONE);
        assertThat(handling("sticky: {cookie: SERVER}").stickiness())
                .isEqualTo(new Stickiness.Cookie("SERVER", Stick.WhileDraining.STAY));
        assertThat(handling("sticky: {source: 30m, draining: move}").stickiness())
                .isEqualTo(new Stickiness.Source(Duration.ofMinutes(30), Stick.WhileDraining.MOVE));
        refuses(
                "sticky: {draining: stay}",
                "9: `sticky` has neither of `cookie` and `source`; it should have one of them, such as `cookie: SERVER`"
                        + " or `source: 30m`");
        refuses("sticky: {cookie: a b}", "18: `cookie`: a cookie's name is a word without separators, not \"a b\"");
        refuses(
                "sticky: always",
                "9: `sticky` is always; it should be off, or a map with the keys cookie, source, draining");
    }

    @Test
    void readsRateLimits() {
        var second = Rate.perSecond(100);
        assertThat(handling("limit: {rate: 100/s}").rateLimit())
                .contains(new RateLimit(RateLimit.Kind.TOKEN_BUCKET, second, 100, RateLimit.Scope.EVERYBODY));
        assertThat(handling("limit: {rate: 100/s, burst: 20, kind: token-bucket, per: client}")
                        .rateLimit())
                .contains(new RateLimit(RateLimit.Kind.TOKEN_BUCKET, second, 20, RateLimit.Scope.CLIENT));
        assertThat(handling("limit: {rate: 10/m, kind: sliding-log}").rateLimit())
                .isEqualTo(handling("limit: {rate: 10/1m, kind: sliding-log}").rateLimit())
                .contains(new RateLimit(
                        RateLimit.Kind.SLIDING_LOG, new Rate(10, Duration.ofMinutes(1)), 0, RateLimit.Scope.EVERYBODY));
        assertThat(handling("limit: none").rateLimit()).isEmpty();
        refuses("limit: {burst: 1}", "8: `rate` is missing in `limit`; add `rate: …`");
        refuses("limit: {rate: 100}", "15: `rate` is 100; it should be text: write \"100\"");
        refuses(
                "limit: {rate: fast}",
                "15: `rate`: fast is not understood; write a whole number in a time, such as 100/s, 10/min or 5/10s");
        refuses("limit: {rate: 0/s}", "15: `rate`: a rate is 1 to 1000000 requests, not 0");
        refuses(
                "limit: {rate: 1/s, burst: 5, kind: fixed-window}",
                "27: `burst`: a window has no burst, so it is 0, not 5");
    }

    @Test
    void readsRetries() {
        assertThat(handling("retries: none").retries()).isEqualTo(RetryRule.NONE);
        assertThat(handling("retries: {}").retries()).isEqualTo(RetryRule.USUAL);
        assertThat(handling("retries: {attempts: all, on: [unreached, closed]}").retries())
                .isEqualTo(RetryRule.USUAL);
        assertThat(handling("retries: {attempts: 3, on: [unreached, timeout, invalid, 502, 503], budget: 30%,"
                                + " least: 5}")
                        .retries())
                .isEqualTo(new RetryRule(
                        3,
                        Set.of(RetryRule.On.UNREACHED, RetryRule.On.TIMEOUT, RetryRule.On.INVALID),
                        Set.of(502, 503),
                        new RetryShare.Limit(30, 5)));
        refuses("retries: {attempts: 0}", "21: `attempts` is 0; it should be a whole number from 1 to 100");
        refuses(
                "retries: {attempts: many}",
                "21: `attempts` is many; it should be a whole number from 1 to 100, or all for as many as there are"
                        + " servers");
        refuses(
                "retries: {on: [timeot]}",
                "16: `on[0]` is timeot; it should be one of unreached, closed, timeout, invalid (did you mean"
                        + " timeout?)");
        refuses("retries: {on: [404]}", "16: `on[0]` is 404; it should be a whole number from 500 to 599");
        refuses("retries: {budget: 20}", "19: `budget` is 20; it should be a whole percentage from 0% to 100%");
    }

    @Test
    void readsBreakersEjectionPanicAndCapacity() {
        assertThat(handling("breaker: {failures: 5}").breaker())
                .contains(new CircuitBreaker.Rules(new Tripping.InARow(5), Duration.ofSeconds(10), 1));
        assertThat(handling("breaker: {failures: 50%, at-least: 4, window: 8, open: 2s, trials: 3}")
                        .breaker())
                .contains(new CircuitBreaker.Rules(new Tripping.Share(50, 4, 8), Duration.ofSeconds(2), 3));
        assertThat(handling("ejection: {failures: 1, for: 5s, most: 30%}").ejection())
                .contains(new Ejector.Rules(1, Duration.ofSeconds(5), 30));
        assertThat(handling("panic: 50%").panic()).isEqualTo(new Panic(50));
        assertThat(handling("panic: off").panic()).isEqualTo(new Panic(0));
        assertThat(handling("capacity: {most: 100, queue: 50, patience: 2s}").capacity())
                .isEqualTo(Optional.of(new Capacity(100, 50, Duration.ofSeconds(2))));
        refuses(
                "breaker: {failures: 5, window: 9}",
                "32: `window` is for a share of failures only, such as `failures: 50%`; leave it out");
        refuses("breaker: {failures: 101%}", "21: `failures` is 101%; it should be a whole percentage from 1% to 100%");
        refuses(
                "breaker: {failures: 50%, window: 5, at-least: 6}",
                "47: `at-least` is 6; it should be a whole number from 1 to 5");
        refuses("ejection: {failures: 1, for: 0s}", "30: `for` is 0s; it should be a duration from 1ms to 1h");
        refuses("panic: 50", "8: `panic` is 50; it should be a whole percentage from 0% to 100%");
        refuses("cache: {ttl: 10s, jitter: 5}", "27: `jitter` is 5; it should be a whole percentage from 0% to 100%");
        refuses("cache: {entries: 5}", "8: `ttl` is missing in `cache`; add `ttl: …`");
        refuses("capacity: {most: 0}", "18: `most` is 0; it should be a whole number from 1 to 1000000");
    }

    @Test
    void refusesAPoolThatHasNoName() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScenarioFile.read(
                        Yaml.read("s.yaml", "pool: {servers: [{name: A, pool: \"\"}]}"),
                        Path.of("."),
                        Reach.THIS_MACHINE))
                .withMessage("s.yaml:1:34: `pool`: a pool's name has 1 to 8000 characters and no blanks, not \"\"");
        assertThat(read("seed: 1").servers()).extracting(ServerSpec::pool).containsExactly("main", "static");
    }
}
