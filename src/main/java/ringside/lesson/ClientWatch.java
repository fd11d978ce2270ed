package ringside.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ringside.engine.ServerId;

/** Which client was sent where, and who met another server after the pool changed. */
final class ClientWatch {
    private final Map<String, ServerId> latest = new HashMap<>();
    private final Map<String, ServerId> before = new HashMap<>();
    private final Map<String, ServerId> since = new HashMap<>();
    private long again;
    private long same;
    private long met;
    private long moved;

    /** A server came or went: from now on it is counted who is sent elsewhere. */
    void membersChanged() {
        before.clear();
        before.putAll(latest);
        met = 0;
        moved = 0;
    }

    /** A command was carried out. */
    void begin() {
        since.clear();
        again = 0;
        same = 0;
    }

    /** A client was sent to a server. */
    void sent(String client, ServerId server) {
        latest.put(client, server);
        var last = since.put(client, server);
        if (last != null) {
            again++;
            same += last.equals(server) ? 1 : 0;
        }
        var was = before.remove(client);
        if (was != null) {
            met++;
            moved += was.equals(server) ? 0 : 1;
        }
    }

    /** The share of those who came again since the last command and met the server of the time before, 0 to 1; 0 when nobody did. */
    double same() {
        return again == 0 ? 0 : (double) same / again;
    }

    /** Where a client was last sent. */
    Optional<ServerId> serverOf(String client) {
        return Optional.ofNullable(latest.get(client));
    }

    /** How many clients there were. */
    int seen() {
        return latest.size();
    }

    /** How many clients were last sent to a server. */
    long at(ServerId server) {
        return latest.values().stream().filter(server::equals).count();
    }

    /** How many of those who were there before the change have come again since. */
    long met() {
        return met;
    }

    /** How many of those were sent to another server than before it. */
    long moved() {
        return moved;
    }
}
