package ringside.world;

import java.util.Optional;
import ringside.world.Happening.Recollection;

/** What a world's servers know of their clients, wherever they keep it. For any thread. */
public final class Memories {
    /*
     * A shared store takes in what a server still has for itself when its client comes: whoever introduces one loses
     * nobody whose server is still there.
     */
    private final SessionStore shared = new SessionStore();
    private volatile Sessions where = Sessions.NONE;

    /** From now on it is kept there. */
    public void use(Sessions other) {
        where = other;
    }

    /** Whether anything is kept at all. */
    public boolean kept() {
        return where != Sessions.NONE;
    }

    /**
     * What a server knows of a client.
     *
     * @param session the number of its session, if it has one
     * @param own what the server keeps for itself
     */
    public Recollection recall(Optional<String> session, SessionStore own) {
        if (session.isEmpty()) {
            return Recollection.BEGUN;
        }
        var number = session.get();
        boolean known = where == Sessions.SHARED ? shared.knows(number) || takeIn(number, own) : own.knows(number);
        return known ? Recollection.KNOWN : Recollection.LOST;
    }

    private boolean takeIn(String session, SessionStore own) {
        boolean there = own.forget(session);
        if (there) {
            shared.keep(session);
        }
        return there;
    }

    /** A session begins at a server. */
    public void begin(String session, SessionStore own) {
        (where == Sessions.SHARED ? shared : own).keep(session);
    }
}
