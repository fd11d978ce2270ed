package ringside.world;

import java.util.LinkedHashMap;

/** The sessions that one server knows, or all of them together. For any thread. */
public final class SessionStore {
    /** How many it knows; beyond that the one used least recently is forgotten. */
    public static final int MOST = 100_000;

    private static final Object THERE = new Object();

    private final LinkedHashMap<String, Object> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** Whether it knows a session, which counts as using it. */
    public synchronized boolean knows(String session) {
        return sessions.get(session) != null;
    }

    /** Knows a session from now on. */
    public synchronized void keep(String session) {
        sessions.put(session, THERE);
        if (sessions.size() > MOST) {
            sessions.pollFirstEntry();
        }
    }

    /** Forgets a session: whether it knew it. */
    public synchronized boolean forget(String session) {
        return sessions.remove(session) != null;
    }

    /** Forgets all. */
    public synchronized void clear() {
        sessions.clear();
    }
}
