package ringside.engine.gate;

import java.util.Optional;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.stick.SourceTable;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.engine.stick.StickyCookie;

/** Knows which server each client was at, of one pool. For one thread at a time. */
sealed interface Regulars {
    /** Whether a request's client stays at a server. */
    Stick of(Request request, Pool pool, long now);

    /** A request goes to a server: the value of the cookie that its client needs for that, if it needs one. */
    Optional<String> note(Request request, ServerId server, Pool pool, long now);

    /** What does as it is told. */
    static Regulars of(Stickiness stickiness) {
        return switch (stickiness) {
            case Stickiness.None _ -> Strangers.ALL;
            case Stickiness.Cookie told -> new Marked(told.cookie(), told.rule());
            case Stickiness.Source(var expiry, var rule) ->
                new Remembered(new SourceTable(Stickiness.Source.MOST, expiry), rule);
        };
    }

    /** Nobody is known. */
    record Strangers() implements Regulars {
        private static final Strangers ALL = new Strangers();

        @Override
        public Stick of(Request request, Pool pool, long now) {
            return Stick.to(Optional.empty(), pool, Stick.WhileDraining.STAY);
        }

        @Override
        public Optional<String> note(Request request, ServerId server, Pool pool, long now) {
            return Optional.empty();
        }
    }

    /** Clients say themselves where they were. */
    record Marked(StickyCookie cookie, Stick.WhileDraining rule) implements Regulars {
        @Override
        public Stick of(Request request, Pool pool, long now) {
            return Stick.to(cookie.serverOf(request.headers(), pool), pool, rule);
        }

        @Override
        public Optional<String> note(Request request, ServerId server, Pool pool, long now) {
            boolean known = cookie.serverOf(request.headers(), pool)
                    .filter(server::equals)
                    .isPresent();
            return known ? Optional.empty() : Optional.of(cookie.keeping(server));
        }
    }

    /** It is remembered here, by their address. */
    record Remembered(SourceTable table, Stick.WhileDraining rule) implements Regulars {
        @Override
        public Stick of(Request request, Pool pool, long now) {
            return Stick.to(table.find(request.client(), now), pool, rule);
        }

        @Override
        public Optional<String> note(Request request, ServerId server, Pool pool, long now) {
            table.store(request.client(), server, now);
            return Optional.empty();
        }
    }
}
