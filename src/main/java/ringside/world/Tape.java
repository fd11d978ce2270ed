package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.PolicyChoice;

/**
 * All it takes to tell a story again in virtual time, up to an instant.
 *
 * <p>The story of a live world is told again with the arrivals that were recorded. They come as long as the scenario has
 * no arrivals of its own, so its own are none at first; whoever commands some gets these instead. After the last one
 * that was recorded nobody comes. Where a live world's oldest events are gone, its tape begins at the earliest instant that
 * is still held, with the scenario that there was and nothing on its way.
 *
 * @param begins how the world was set up when the tape begins, its seed included
 * @param deeds what was done to it, in order
 * @param nanos how far the story goes, in nanoseconds since the beginning of the world
 * @param recording who came, when that is not left to the scenario; it may go further than the story does
 */
public record Tape(Scenario begins, List<Deed> deeds, long nanos, Optional<Recording> recording) {
    public Tape {
        long last = recording.map(Recording::fromNanos).orElse(0L);
        Checked.within("a story's length in nanoseconds", nanos, last, Long.MAX_VALUE);
        deeds = List.copyOf(deeds);
        for (var deed : deeds) {
            if (deed.nanos() < last || deed.nanos() > nanos) {
                throw new IllegalArgumentException("deeds are in order and within the story, which the one at "
                        + deed.nanos() + " ns of " + nanos + " is not");
            }
            last = deed.nanos();
        }
    }

    /** A story whose arrivals are the scenario's own. */
    public Tape(Scenario begins, List<Deed> deeds, long nanos) {
        this(begins, deeds, nanos, Optional.empty());
    }

    /** The story of a live world as far as it is held, to the last event. */
    public static Tape captured(Timeline timeline) {
        return Capture.of(timeline);
    }

    /** Where it begins, in nanoseconds since the beginning of the world: 0, or later when the oldest events are gone. */
    public long fromNanos() {
        return recording.map(Recording::fromNanos).orElse(0L);
    }

    /** A story of which nothing is told yet. */
    public static Tape of(Scenario begins) {
        return new Tape(begins, List.of(), 0);
    }

    /** The same story up to an earlier instant, but no earlier than it begins, or going on until a later one. */
    public Tape until(long other) {
        return new Tape(
                begins,
                deeds.stream().filter(d -> d.nanos() <= other).toList(),
                Math.max(other, fromNanos()),
                recording);
    }

    /** The same with one more deed at its end. */
    public Tape then(Command command) {
        var more = new ArrayList<>(deeds);
        more.add(new Deed(nanos, command));
        return new Tape(begins, more, nanos, recording);
    }

    /** The same story with other luck. */
    public Tape seeded(long seed) {
        return new Tape(begins.seeded(seed), deeds, nanos, recording);
    }

    /** The same story with servers chosen by one policy from beginning to end. */
    public Tape by(PolicyChoice policy) {
        return new Tape(
                begins.with(policy),
                deeds.stream()
                        .filter(d -> !(d.command() instanceof Command.SetPolicy))
                        .toList(),
                nanos,
                recording);
    }

    /** The same story with one more deed at an instant within it, after all that was done by then; later ones stay. */
    public Tape also(long at, Command command) {
        var more = new ArrayList<>(deeds);
        more.add((int) deeds.stream().filter(d -> d.nanos() <= at).count(), new Deed(at, command));
        return new Tape(begins, more, nanos, recording);
    }

    /** How the world is set up at an instant, after all that was done by then and could be. */
    public Scenario scenarioAt(long at) {
        var now = begins;
        for (var deed : deeds) {
            if (deed.nanos() <= at) {
                now = deed.on(now);
            }
        }
        return now;
    }
}
