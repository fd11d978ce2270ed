package ringside.engine.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ringside.engine.ServerId;

/**
 * The lines in front of a pool whose servers are full: one for those that any server can help, and one for each server's
 * own, such as clients that are stuck to it. For one thread at a time.
 *
 * @param <T> who waits; nobody is in two lines or twice in one
 */
public final class PoolLines<T> {
    /*
     * As in HAProxy: a server with room again takes whoever has waited longest, be it in its own line or in the pool's. So
     * neither line can starve the other.
     */
    private final Supplier<WaitingLine<T>> fresh;
    private final WaitingLine<T> shared;
    private final Map<ServerId, WaitingLine<T>> own = new HashMap<>();

    /** Empty lines, all made alike. */
    public PoolLines(Supplier<WaitingLine<T>> fresh) {
        this.fresh = fresh;
        this.shared = fresh.get();
    }

    /**
     * Somebody waits for any server of the pool, unless that line is full.
     *
     * @param now the time in nanoseconds, never before that of the last call
     */
    public Entry join(T who, long now) {
        return shared.join(who, now);
    }

    /** Somebody waits for this server alone, unless its line is full. */
    public Entry join(ServerId server, T who, long now) {
        return own.computeIfAbsent(server, _ -> fresh.get()).join(who, now);
    }

    /** A server has room for one: whoever of those that it may take has waited longest, who is no longer in line. */
    public Optional<T> next(ServerId server, long now) {
        var line = own.get(server);
        if (line == null) {
            return shared.next(now);
        }
        var here = line.firstJoined(now);
        var there = shared.firstJoined(now);
        boolean mine = here.isPresent() && (there.isEmpty() || here.getAsLong() - there.getAsLong() <= 0);
        return (mine ? line : shared).next(now);
    }

    /** Those who have waited too long, who are sent away; of each line the first to come first. */
    public List<T> lapsed(long now) {
        var gone = new ArrayList<T>();
        lines().forEach(line -> gone.addAll(line.lapsed(now)));
        return gone;
    }

    /** When the next one will have waited too long, in nanoseconds; empty when nobody waits. */
    public OptionalLong nextLapse() {
        return lines().flatMapToLong(line -> line.nextLapse().stream()).min();
    }

    /** Whether somebody was waiting, who now goes away. */
    public boolean withdraw(T who) {
        return lines().anyMatch(line -> line.withdraw(who));
    }

    /** A server is gone or down: those who waited for it alone, the first to come first, who have to go elsewhere. */
    public List<T> dissolve(ServerId server, long now) {
        var line = own.remove(server);
        var left = new ArrayList<T>();
        if (line != null) {
            left.addAll(line.lapsed(now));
            for (var next = line.next(now); next.isPresent(); next = line.next(now)) {
                left.add(next.get());
            }
        }
        return left;
    }

    /** How many wait, wherever. */
    public int waiting() {
        return lines().mapToInt(WaitingLine::size).sum();
    }

    private Stream<WaitingLine<T>> lines() {
        return Stream.concat(Stream.of(shared), own.values().stream());
    }
}
