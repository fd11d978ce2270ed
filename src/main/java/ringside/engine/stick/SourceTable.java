package ringside.engine.stick;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import ringside.engine.ServerId;

/** Remembers which server each client was at, for a while after it was last heard of. For one thread at a time. */
public final class SourceTable {
    /*
     * HAProxy's stick-table, as documented: an entry lives so long after it was last found or stored, and when the table is
     * full the one that was not touched longest goes. The trap is the key: behind one address may be a whole office, which
     * then is one server's, and a phone changes its address as it walks.
     */
    private static final class Entry {
        private ServerId server;
        private long touched;

        private Entry(ServerId server) {
            this.server = server;
        }
    }

    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final long expiry;
    private long purged;

    /**
     * An empty table.
     *
     * @param most how many clients it remembers, 1 or more
     * @param expiry how long after it last heard of each, more than zero
     */
    public SourceTable(int most, Duration expiry) {
        if (most < 1) {
            throw new IllegalArgumentException("a table remembers 1 client or more, not " + most);
        }
        if (expiry.isNegative() || expiry.isZero()) {
            throw new IllegalArgumentException("a table remembers for more than 0 ms, not " + expiry);
        }
        this.most = most;
        this.expiry = expiry.toNanos();
    }

    /**
     * Where a client was, which counts as hearing of it.
     *
     * @param client such as its address
     * @param now the time in nanoseconds, never before that of the last call
     */
    public Optional<ServerId> find(String client, long now) {
        expire(now);
        var entry = entries.get(client);
        if (entry == null) {
            return Optional.empty();
        }
        entry.touched = now;
        return Optional.of(entry.server);
    }

    /** A client is at this server now, wherever it was before. */
    public void store(String client, ServerId server, long now) {
        expire(now);
        var entry = entries.computeIfAbsent(client, _ -> new Entry(server));
        entry.server = server;
        entry.touched = now;
        if (entries.size() > most) {
            entries.pollFirstEntry();
            purged++;
        }
    }

    private void expire(long now) {
        for (var oldest = entries.firstEntry();
                oldest != null && now - oldest.getValue().touched >= expiry;
                oldest = entries.firstEntry()) {
            entries.pollFirstEntry();
        }
    }

    /** A server's clients are free again; how many those are. */
    public int forget(ServerId server) {
        int before = entries.size();
        entries.values().removeIf(entry -> entry.server.equals(server));
        return before - entries.size();
    }

    /** How many clients it remembers. */
    public int size(long now) {
        expire(now);
        return entries.size();
    }

    /** How many had to go so far before their time because the table was full. */
    public long purged() {
        return purged;
    }
}
