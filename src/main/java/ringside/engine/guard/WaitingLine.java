package ringside.engine.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A bounded line in which the first to come is the first to go, and nobody stands longer than so long. For one thread at a
 * time.
 *
 * <p>Whoever joins leaves in one of three ways, and is never lost: called by {@link #next}, named by {@link #lapsed} when
 * his time is over, or by his own {@link #withdraw}. One whose time is over has no place any more and is not called.
 *
 * @param <T> who waits; nobody is in it twice
 */
public final class WaitingLine<T> {
    private record Place<T>(T who, long joined) {}

    private final ArrayDeque<Place<T>> places = new ArrayDeque<>();
    private final List<T> late = new ArrayList<>();
    private final int most;
    private final long patience;

    /**
     * An empty line.
     *
     * @param most how many may stand in it, 0 or more
     * @param patience how long each may, more than zero
     */
    public WaitingLine(int most, Duration patience) {
        if (most < 0) {
            throw new IllegalArgumentException("a line has 0 places or more, not " + most);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("one waits longer than 0 ms, not " + patience);
        }
        this.most = most;
        this.patience = patience.toNanos();
    }

    /**
     * Somebody joins, unless the line is full.
     *
     * @param now the time in nanoseconds, never before that of the last call
     */
    public Entry join(T who, long now) {
        moveTo(now);
        if (places.size() == most) {
            return Entry.TURNED_AWAY;
        }
        places.add(new Place<>(who, now));
        return Entry.QUEUED;
    }

    /** Calls the first, who is no longer in the line. */
    public Optional<T> next(long now) {
        moveTo(now);
        return Optional.ofNullable(places.poll()).map(Place::who);
    }

    /** When the first joined, in nanoseconds; empty when nobody waits. */
    public OptionalLong firstJoined(long now) {
        moveTo(now);
        var first = places.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.joined());
    }

    /** Those whose time is over and who were not named yet, the first to come first. */
    public List<T> lapsed(long now) {
        moveTo(now);
        var named = List.copyOf(late);
        late.clear();
        return named;
    }

    /** When the next one's time is over, in nanoseconds, which may have been; empty when nobody waits. */
    public OptionalLong nextLapse() {
        var first = places.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.joined() + patience);
    }

    /** Whether somebody was waiting, who now goes away and will neither be called nor named. */
    public boolean withdraw(T who) {
        return places.removeIf(place -> place.who().equals(who)) || late.remove(who);
    }

    /** How many stand in it, as of the last call that told it the time. */
    public int size() {
        return places.size();
    }

    private void moveTo(long now) {
        for (var first = places.peek(); first != null && now - first.joined() >= patience; first = places.peek()) {
            late.add(places.remove().who());
        }
    }
}
