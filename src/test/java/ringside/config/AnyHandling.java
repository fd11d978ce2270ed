package ringside.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
import ringside.world.HandlingCommand;

/** Makes ways to handle requests, and commands that change them, of every shape. */
final class AnyHandling {
    private final Random random;

    AnyHandling(Random random) {
        this.random = random;
    }

    /** Any way to handle requests where servers are in these pools. */
    Handling handling(List<String> pools) {
        var layer = any(Handling.Layer.values());
        var tls = layer == Handling.Layer.TCP
                ? any(Handling.Tls.values())
                : any(Handling.Tls.OFF, Handling.Tls.AT_BALANCER);
        return new Handling(
                layer,
                tls,
                time(),
                key(),
                pools.isEmpty() ? List.of() : routes(pools),
                stickiness(),
                maybe(limit()),
                any(RetryRule.USUAL, RetryRule.NONE, retries()),
                maybe(breaker()),
                maybe(ejection()),
                new Panic(any(0, 50, random.nextInt(101))),
                maybe(capacity()));
    }

    HandlingCommand command() {
        return switch (random.nextInt(12)) {
            case 0 -> new HandlingCommand.SetTimeout(time());
            case 1 -> new HandlingCommand.SetLayer(any(Handling.Layer.values()));
            case 2 -> new HandlingCommand.SetTls(any(Handling.Tls.values()));
            case 3 -> new HandlingCommand.SetKey(key());
            case 4 -> new HandlingCommand.SetRoutes(routes(List.of("main", "static", "to", "off", "two\"words")));
            case 5 -> new HandlingCommand.SetStickiness(stickiness());
            case 6 -> new HandlingCommand.SetRateLimit(maybe(limit()));
            case 7 -> new HandlingCommand.SetRetries(any(RetryRule.USUAL, RetryRule.NONE, retries()));
            case 8 -> new HandlingCommand.SetBreaker(maybe(breaker()));
            case 9 -> new HandlingCommand.SetEjection(maybe(ejection()));
            case 10 -> new HandlingCommand.SetPanic(new Panic(random.nextInt(101)));
            default -> new HandlingCommand.SetCapacity(maybe(capacity()));
        };
    }

    @SafeVarargs
    private <T> T any(T... things) {
        return things[random.nextInt(things.length)];
    }

    private <T> Optional<T> maybe(T thing) {
        return random.nextBoolean() ? Optional.of(thing) : Optional.empty();
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    /** 1 ms to 1 h. */
    private Duration time() {
        return any(
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofMillis(upTo(3_600_000)),
                Duration.ofNanos(1_000_000 + random.nextInt(1_000_000)));
    }

    private KeyRule key() {
        return any(KeyRule.STANDARD, new KeyRule("$arg_user"), new KeyRule("\"${host}\" \\ $request_uri"));
    }

    private List<Route> routes(List<String> pools) {
        var routes = new ArrayList<Route>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var more = new Route(host(), path(i), fields(), pools.get(random.nextInt(pools.size())));
            routes.add(more);
        }
        return routes;
    }

    private HostMatch host() {
        return HostMatch.of(any("*", "*.api.localhost", "shop.localhost", "[::1]", "127.0.0.1"));
    }

    /** A path that no other number has. */
    private PathMatch path(int number) {
        return any(
                new PathMatch.Under(number == 1 ? "/" : "/" + number),
                new PathMatch.Exactly("/a/" + number),
                new PathMatch.Exactly("/a b\"\\{}:,/" + number));
    }

    private List<FieldMatch> fields() {
        var fields = new ArrayList<FieldMatch>();
        if (random.nextBoolean()) {
            fields.add(new FieldMatch.Is("x-canary", any("yes", "true", "7", "", "two \"words\"")));
        }
        if (random.nextBoolean()) {
            fields.add(new FieldMatch.Is("to", "to"));
        }
        if (random.nextBoolean()) {
            fields.add(new FieldMatch.Present(any("cookie", "with", "null")));
        }
        if (random.nextBoolean()) {
            fields.add(new FieldMatch.Absent(any("x-bot", "to", "#a")));
        }
        return fields;
    }

    private Stickiness stickiness() {
        var rule = any(Stick.WhileDraining.values());
        return any(
                Stickiness.NONE,
                new Stickiness.Cookie(any("SERVER", "true", "7", "a.b|c", "off"), rule),
                new Stickiness.Source(time(), rule));
    }

    private RateLimit limit() {
        var rate = new Rate(upTo(1_000_000), time());
        var scope = any(RateLimit.Scope.values());
        var kind = any(RateLimit.Kind.values());
        return switch (kind) {
            case TOKEN_BUCKET -> new RateLimit(kind, rate, upTo(1_000_000), scope);
            case LEAKY_BUCKET -> new RateLimit(kind, rate, random.nextInt(1_000_000), scope);
            default -> new RateLimit(kind, new Rate(upTo(1000), rate.per()), 0, scope);
        };
    }

    private RetryRule retries() {
        var on = EnumSet.noneOf(RetryRule.On.class);
        for (var each : RetryRule.On.values()) {
            if (random.nextBoolean()) {
                on.add(each);
            }
        }
        var statuses = any(Set.<Integer>of(), Set.of(503), Set.of(500, 502, 599));
        var budget = new RetryShare.Limit(random.nextInt(101), random.nextInt(100));
        return new RetryRule(random.nextInt(101), on, statuses, budget);
    }

    private CircuitBreaker.Rules breaker() {
        int window = upTo(1000);
        var tripping = any(new Tripping.InARow(upTo(1000)), new Tripping.Share(upTo(100), upTo(window), window));
        return new CircuitBreaker.Rules(tripping, time(), upTo(1000));
    }

    private Ejector.Rules ejection() {
        return new Ejector.Rules(upTo(1000), time(), random.nextInt(101));
    }

    private Capacity capacity() {
        return new Capacity(upTo(1_000_000), random.nextInt(1_000_001), time());
    }
}
