package ringside.engine.stick;

import java.util.Optional;
import ringside.engine.Pool;
import ringside.engine.ServerId;

/** What becomes of a client that may have been at a server before. */
public sealed interface Stick {
    /** It has been nowhere, as far as anybody knows: the policy chooses. */
    record Free() implements Stick {
        static final Free INSTANCE = new Free();
    }

    /** It stays at its server, and the policy is not asked. */
    record Stays(ServerId server) implements Stick {}

    /**
     * Its server can't have it: the policy chooses, and the client stays at that server from then on, even when its old one
     * comes back.
     *
     * @param from where it was
     * @param because why it can't
     */
    record Moves(ServerId from, Because because) implements Stick {}

    /** Why a client can't stay. */
    enum Because {
        /** The server is down. */
        DOWN,
        /** The server is leaving, and so are its clients. */
        DRAINING,
        /** There is no such server any more. */
        GONE
    }

    /** What becomes of the clients of a server that is leaving, or that has weight 0. */
    enum WhileDraining {
        /** They may come back until it is gone: it drains as their sessions end, as in HAProxy. */
        STAY,
        /** They move at their next request: it drains at once, and they lose what it remembered of them. */
        MOVE
    }

    /**
     * Whether a client stays at a server.
     *
     * @param last where it was, if that is known
     * @param pool who there is now
     * @param rule what holds while a server is draining
     */
    static Stick to(Optional<ServerId> last, Pool pool, WhileDraining rule) {
        if (last.isEmpty()) {
            return Free.INSTANCE;
        }
        var server = last.get();
        var place = pool.placeOf(server);
        if (place.isEmpty()) {
            return new Moves(server, Because.GONE);
        }
        var member = pool.at(place.getAsInt());
        return switch (member.standing()) {
            case DOWN -> new Moves(server, Because.DOWN);
            case UP, DRAINING ->
                member.open() || rule == WhileDraining.STAY ? new Stays(server) : new Moves(server, Because.DRAINING);
        };
    }
}
