package ringside.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ringside.engine.KeyRule;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;
import ringside.engine.route.Route;
import ringside.engine.stick.Stickiness;

/** A change to how requests are handled on their way. */
public sealed interface HandlingCommand extends Command {
    /** How they are handled after it. @throws IllegalArgumentException when that makes no sense */
    Handling on(Handling before);

    /** What undoes it. */
    HandlingCommand back(Handling before);

    @Override
    default Scenario on(Scenario before) {
        return before.with(on(before.handling()));
    }

    @Override
    default Optional<Command> inverse(Scenario before) {
        return Optional.of(back(before.handling()));
    }

    /** Lets a request wait this long for its answer. */
    record SetTimeout(Duration timeout) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(timeout);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetTimeout(before.timeout());
        }
    }

    /** Looks into requests, or passes connections on. */
    record SetLayer(Handling.Layer layer) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(layer);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetLayer(before.layer());
        }
    }

    /** Ends encryption elsewhere. */
    record SetTls(Handling.Tls tls) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(tls);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetTls(before.tls());
        }
    }

    /** Hashes something else of a request. */
    record SetKey(KeyRule key) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(key);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetKey(before.key());
        }
    }

    /** Sends requests by other routes. */
    record SetRoutes(List<Route> routes) implements HandlingCommand {
        public SetRoutes {
            routes = List.copyOf(routes);
        }

        @Override
        public Handling on(Handling before) {
            return before.with(routes);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetRoutes(before.routes());
        }
    }

    /** Brings clients back to their server otherwise, or not at all. */
    record SetStickiness(Stickiness stickiness) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(stickiness);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetStickiness(before.stickiness());
        }
    }

    /** Bounds how many requests pass, or lets all pass. */
    record SetRateLimit(Optional<RateLimit> limit) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.limited(limit);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetRateLimit(before.rateLimit());
        }
    }

    /** Tries requests elsewhere by another rule. */
    record SetRetries(RetryRule retries) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(retries);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetRetries(before.retries());
        }
    }

    /** Lets failing servers alone by other rules, or never. */
    record SetBreaker(Optional<CircuitBreaker.Rules> rules) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.breaking(rules);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetBreaker(before.breaker());
        }
    }

    /** Takes failing servers out by other rules, or never. */
    record SetEjection(Optional<Ejector.Rules> rules) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.ejecting(rules);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetEjection(before.ejection());
        }
    }

    /** Asks all servers when so few are well. */
    record SetPanic(Panic panic) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.with(panic);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetPanic(before.panic());
        }
    }

    /** Bounds how many requests are in hand, or takes all. */
    record SetCapacity(Optional<Capacity> capacity) implements HandlingCommand {
        @Override
        public Handling on(Handling before) {
            return before.holding(capacity);
        }

        @Override
        public HandlingCommand back(Handling before) {
            return new SetCapacity(before.capacity());
        }
    }
}
