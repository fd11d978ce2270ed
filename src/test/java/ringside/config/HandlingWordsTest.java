package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.engine.KeyRule;
import ringside.engine.cache.CacheRules;
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
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** The words of commands about how requests are handled on their way. */
final class HandlingWordsTest {
    private static final Scenario NOW = Scenario.of(ServerSpec.named("A"));

    private static Command read(String line) {
        return read(line, NOW);
    }

    private static Command read(String line, Scenario now) {
        return CommandWords.read(new Place("input", 3, 1), line, Reach.THIS_MACHINE)
                .in(now, _ -> Optional.empty());
    }

    private static void refuses(String line, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(line)).withMessage("input:3:" + message);
    }

    @Test
    void changesLayersTlsAndKeys() {
        assertThat(read("layer tcp")).isEqualTo(new HandlingCommand.SetLayer(Handling.Layer.TCP));
        assertThat(read("tls balancer")).isEqualTo(new HandlingCommand.SetTls(Handling.Tls.AT_BALANCER));
        assertThat(read("tls off")).isEqualTo(new HandlingCommand.SetTls(Handling.Tls.OFF));
        assertThat(read("key \"$arg_user\"")).isEqualTo(new HandlingCommand.SetKey(new KeyRule("$arg_user")));
        assertThat(read("key $host$uri")).isEqualTo(new HandlingCommand.SetKey(new KeyRule("$host$uri")));
        assertThat(read("key standard")).isEqualTo(new HandlingCommand.SetKey(KeyRule.STANDARD));
        refuses("layer udp", "7: `layer` is udp; it should be one of http, tcp");
        refuses("tls", "4: a word is missing; write `tls off | balancer | servers`");
    }

    @Test
    void addsAndRemovesRoutes() {
        var api = Route.under("/api", "api");
        var shop = Route.under("/shop", "shop");
        var routed = NOW.with(Handling.USUAL.with(List.of(api)));
        assertThat(read("route path /api to api")).isEqualTo(new HandlingCommand.SetRoutes(List.of(api)));
        assertThat(read("route path /shop to shop", routed))
                .isEqualTo(new HandlingCommand.SetRoutes(List.of(api, shop)));
        assertThat(read("route path /api/ to api2", routed))
                .isEqualTo(new HandlingCommand.SetRoutes(List.of(Route.under("/api", "api2"))));
        assertThat(read("routes path /shop to shop path /api to api", routed))
                .isEqualTo(new HandlingCommand.SetRoutes(List.of(shop, api)));
        assertThat(read("routes off", routed)).isEqualTo(new HandlingCommand.SetRoutes(List.of()));
        assertThat(read("route host *.localhost exact /in header X-A 7 header b \"two words\" with c d without e to m"))
                .isEqualTo(new HandlingCommand.SetRoutes(List.of(new Route(
                        new HostMatch.Under(".localhost"),
                        new PathMatch.Exactly("/in"),
                        List.of(
                                new FieldMatch.Is("x-a", "7"),
                                new FieldMatch.Is("b", "two words"),
                                new FieldMatch.Present("c"),
                                new FieldMatch.Present("d"),
                                new FieldMatch.Absent("e")),
                        "m"))));
    }

    @Test
    void refusesRoutesThatAreNone() {
        var form = "; write `route [host HOST] [path /PATH | exact /PATH] [header NAME VALUE] to POOL`";
        refuses("route path /api", "16: a detail is missing" + form);
        refuses("route path /api to", "19: the to is missing" + form);
        refuses(
                "route pth /api to api",
                "7: unknown detail `pth`; did you mean `path`? known: host, path, exact,"
                        + " header, with, without, to");
        refuses("route path /a path /b to c", "15: `path` is said twice; say it once");
        refuses(
                "routes path /a to b path /a to c",
                "8: `route`: route 2 (* /a/ -> c) can never match: route 1 has the same conditions");
    }

    @Test
    void changesStickinessAndLimits() {
        assertThat(read("sticky cookie SERVER"))
                .isEqualTo(
                        new HandlingCommand.SetStickiness(new Stickiness.Cookie("SERVER", Stick.WhileDraining.STAY)));
        assertThat(read("sticky source 30m draining move"))
                .isEqualTo(new HandlingCommand.SetStickiness(
                        new Stickiness.Source(Duration.ofMinutes(30), Stick.WhileDraining.MOVE)));
        assertThat(read("sticky off")).isEqualTo(new HandlingCommand.SetStickiness(Stickiness.NONE));
        assertThat(read("limit 100/s burst 20 per client"))
                .isEqualTo(new HandlingCommand.SetRateLimit(Optional.of(
                        new RateLimit(RateLimit.Kind.TOKEN_BUCKET, Rate.perSecond(100), 20, RateLimit.Scope.CLIENT))));
        assertThat(read("limit off")).isEqualTo(new HandlingCommand.SetRateLimit(Optional.empty()));
        refuses(
                "limit",
                "6: the rate is missing; write `limit off | 100/s [burst N] [kind token-bucket] [per client]`");
        refuses("limit 5/s brst 3", "11: unknown detail `brst`; did you mean `burst`? known: rate, burst, kind, per");
        refuses("limit 5/s burst many", "17: `burst` is many; it should be a whole number from 0 to 1000000");
    }

    @Test
    void changesRetries() {
        assertThat(read("retries 3 on closed timeout 503 budget 20%"))
                .isEqualTo(new HandlingCommand.SetRetries(new RetryRule(
                        3,
                        Set.of(RetryRule.On.CLOSED, RetryRule.On.TIMEOUT),
                        Set.of(503),
                        new RetryShare.Limit(20, 10))));
        assertThat(read("retries off")).isEqualTo(new HandlingCommand.SetRetries(RetryRule.NONE));
        assertThat(read("retries all")).isEqualTo(new HandlingCommand.SetRetries(RetryRule.USUAL));
        refuses("retries 3 on 404", "14: `on[0]` is 404; it should be a whole number from 500 to 599");
    }

    @Test
    void changesBreakersEjectionPanicAndCapacity() {
        assertThat(read("breaker after 5 open 10s trials 2"))
                .isEqualTo(read("breaker 5 trials 2"))
                .isEqualTo(new HandlingCommand.SetBreaker(
                        Optional.of(new CircuitBreaker.Rules(new Tripping.InARow(5), Duration.ofSeconds(10), 2))));
        assertThat(read("breaker after 50% window 8"))
                .isEqualTo(new HandlingCommand.SetBreaker(Optional.of(
                        new CircuitBreaker.Rules(new Tripping.Share(50, 8, 8), Duration.ofSeconds(10), 1))));
        assertThat(read("breaker off")).isEqualTo(new HandlingCommand.SetBreaker(Optional.empty()));
        assertThat(read("eject after 3 for 5s most 50%"))
                .isEqualTo(
                        new HandlingCommand.SetEjection(Optional.of(new Ejector.Rules(3, Duration.ofSeconds(5), 50))));
        assertThat(read("panic 50%")).isEqualTo(new HandlingCommand.SetPanic(new Panic(50)));
        assertThat(read("capacity 100 queue 50 patience 2s"))
                .isEqualTo(new HandlingCommand.SetCapacity(Optional.of(new Capacity(100, 50, Duration.ofSeconds(2)))));
        assertThat(read("eject off")).isEqualTo(new HandlingCommand.SetEjection(Optional.empty()));
    }

    @Test
    void givesServersCaches() {
        var rules = CacheRules.plain(1000, Duration.ofSeconds(10));
        var origin = new Caching.Origin(2, 9, new Latency.Exponential(Duration.ofMillis(50)));
        assertThat(read("cache off")).isEqualTo(new Command.SetCache(Optional.empty()));
        assertThat(read("cache 10s")).isEqualTo(new Command.SetCache(Optional.of(Caching.USUAL)));
        assertThat(read("cache 10s single-flight true early 1.5 stale 5s jitter 10% entries 50"))
                .isEqualTo(new Command.SetCache(Optional.of(Caching.USUAL.with(
                        new CacheRules(50, Duration.ofSeconds(10), 10, true, 1.5, Duration.ofSeconds(5))))));
        assertThat(read("cache 10s hit 2ms workers 2 queue 9 latency exponential 50ms"))
                .isEqualTo(new Command.SetCache(Optional.of(new Caching(rules, Duration.ofMillis(2), origin))));
        assertThat(CommandWords.of(new Command.SetCache(Optional.of(Caching.USUAL))))
                .isEqualTo("cache 10s entries 1000 jitter 0% hit 1ms single-flight false early 0 stale 0ms workers 4"
                        + " queue 1000 latency constant 100ms");
        refuses("cache 10", "7: `ttl`: 10 has no unit; write a duration such as 10ms, 1s or 2m");
        refuses("cache 10s entries 0", "19: `entries` is 0; it should be a whole number from 1 to 1000000");
        refuses(
                "cache 10s entires 5",
                "11: unknown detail `entires`; did you mean `entries`? known: entries, jitter, hit, single-flight,"
                        + " early, stale, workers, queue, latency");
    }

    @Test
    void addsServersToOtherPools() {
        assertThat(read("add S weight 2 pool static"))
                .isEqualTo(
                        new Command.AddServer(ServerSpec.named("S").weighing(2).in("static")));
    }

    @Test
    void writesShortWords() {
        assertThat(CommandWords.of(new HandlingCommand.SetRoutes(List.of(
                        Route.under("/api", "api"),
                        new Route(new HostMatch.Any(), new PathMatch.Exactly("/in"), List.of(), "main")))))
                .isEqualTo("routes path /api to api exact /in to main");
        assertThat(CommandWords.of(new HandlingCommand.SetRetries(RetryRule.USUAL)))
                .isEqualTo("retries all on unreached closed budget 20% least 10");
        assertThat(CommandWords.of(new HandlingCommand.SetBreaker(
                        Optional.of(new CircuitBreaker.Rules(new Tripping.InARow(5), Duration.ofSeconds(10), 1)))))
                .isEqualTo("breaker after 5 open 10s trials 1");
        assertThat(CommandWords.of(new HandlingCommand.SetRateLimit(Optional.of(new RateLimit(
                        RateLimit.Kind.LEAKY_BUCKET,
                        new Rate(10, Duration.ofMinutes(1)),
                        5,
                        RateLimit.Scope.EVERYBODY)))))
                .isEqualTo("limit 10/min burst 5 kind leaky-bucket per everybody");
    }
}
