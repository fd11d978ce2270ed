package ringside.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ringside.engine.KeyRule;
import ringside.engine.gate.Rules;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;
import ringside.engine.route.Route;
import ringside.engine.route.RouteTable;
import ringside.engine.stick.Stickiness;

/**
 * How requests are handled on their way, besides the choice of a server.
 *
 * @param layer whether requests are looked into, or connections only passed on
 * @param tls where encryption ends
 * @param timeout how long a request may wait for its answer, 1 ms to 1 h
 * @param key what of a request is hashed, where the policy hashes its key
 * @param routes which requests go to which of the pools that servers say they are in; others go to the first pool
 * @param stickiness whether clients are brought back to their server
 * @param rateLimit how many requests may pass, if that is bounded
 * @param retries when a request that went wrong is tried elsewhere
 * @param breaker when a server that fails is let alone for a while, if ever
 * @param ejection when a server that fails is taken out of the pool, if ever
 * @param panic how few servers may be well before all are asked
 * @param capacity how many requests may be in hand at once, if that is bounded
 */
public record Handling(
        Layer layer,
        Tls tls,
        Duration timeout,
        KeyRule key,
        List<Route> routes,
        Stickiness stickiness,
        Optional<RateLimit> rateLimit,
        RetryRule retries,
        Optional<CircuitBreaker.Rules> breaker,
        Optional<Ejector.Rules> ejection,
        Panic panic,
        Optional<Capacity> capacity) {
    /** How deep the balancer looks. */
    public enum Layer {
        /** Layer 7: each request is read and balanced for itself. */
        HTTP,
        /** Layer 4: each connection is balanced, and nobody looks into it. */
        TCP
    }

    /** Where encryption ends. */
    public enum Tls {
        /** There is none. */
        OFF,
        /** At the balancer: clients speak TLS, servers plain text. */
        AT_BALANCER,
        /** At the servers: the balancer passes on what it can't read, so only in layer 4. */
        AT_SERVERS
    }

    /** Everything as simple as can be: HTTP in plain text, a timeout of 1 s, the usual retries, and nothing else. */
    public static final Handling USUAL = new Handling(
            Layer.HTTP,
            Tls.OFF,
            Duration.ofSeconds(1),
            KeyRule.STANDARD,
            List.of(),
            Stickiness.NONE,
            Optional.empty(),
            RetryRule.USUAL,
            Optional.empty(),
            Optional.empty(),
            new Panic(0),
            Optional.empty());

    public Handling {
        Checked.positive("a request's timeout", timeout);
        Checked.atMost("a request's timeout", timeout, Duration.ofHours(1));
        routes = List.copyOf(routes);
        new RouteTable(routes);
        if (tls == Tls.AT_SERVERS && layer != Layer.TCP) {
            throw new IllegalArgumentException(
                    "encryption ends at the servers in layer 4 only, where nobody looks into requests; choose tcp"
                            + " first");
        }
    }

    /** What of it a gate carries out. */
    public Rules rules() {
        return new Rules(key, routes, stickiness, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same with another layer. */
    public Handling with(Layer other) {
        return new Handling(
                other, tls, timeout, key, routes, stickiness, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same with encryption ending elsewhere. */
    public Handling with(Tls other) {
        return new Handling(
                layer, other, timeout, key, routes, stickiness, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same with another timeout. */
    public Handling with(Duration other) {
        return new Handling(
                layer, tls, other, key, routes, stickiness, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same, hashing something else. */
    public Handling with(KeyRule other) {
        return new Handling(
                layer, tls, timeout, other, routes, stickiness, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same with other routes. */
    public Handling with(List<Route> others) {
        return new Handling(
                layer, tls, timeout, key, others, stickiness, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same, bringing clients back otherwise. */
    public Handling with(Stickiness other) {
        return new Handling(
                layer, tls, timeout, key, routes, other, rateLimit, retries, breaker, ejection, panic, capacity);
    }

    /** The same with another bound on how many requests pass. */
    public Handling limited(Optional<RateLimit> other) {
        return new Handling(
                layer, tls, timeout, key, routes, stickiness, other, retries, breaker, ejection, panic, capacity);
    }

    /** The same with other retries. */
    public Handling with(RetryRule other) {
        return new Handling(
                layer, tls, timeout, key, routes, stickiness, rateLimit, other, breaker, ejection, panic, capacity);
    }

    /** The same, letting failing servers alone otherwise. */
    public Handling breaking(Optional<CircuitBreaker.Rules> other) {
        return new Handling(
                layer, tls, timeout, key, routes, stickiness, rateLimit, retries, other, ejection, panic, capacity);
    }

    /** The same, taking failing servers out otherwise. */
    public Handling ejecting(Optional<Ejector.Rules> other) {
        return new Handling(
                layer, tls, timeout, key, routes, stickiness, rateLimit, retries, breaker, other, panic, capacity);
    }

    /** The same with another threshold for panic. */
    public Handling with(Panic other) {
        return new Handling(
                layer, tls, timeout, key, routes, stickiness, rateLimit, retries, breaker, ejection, other, capacity);
    }

    /** The same with another bound on what is in hand. */
    public Handling holding(Optional<Capacity> other) {
        return new Handling(
                layer, tls, timeout, key, routes, stickiness, rateLimit, retries, breaker, ejection, panic, other);
    }
}
