package ringside.world;

import java.util.ArrayList;
import java.util.List;
import ringside.engine.PolicyChoice;

/**
 * All it takes to tell a story again in virtual time, up to an instant.
 *
 * @param begins how the world was set up when it began, its seed included
 * @param deeds what was done to it, in order
 * @param nanos how far the story goes, in nanoseconds since the beginning
 */
public record Tape(Scenario begins, List<Deed> deeds, long nanos) {
    public Tape {
        Checked.within("a story's length in nanoseconds", nanos, 0, Long.MAX_VALUE);
        deeds = List.copyOf(deeds);
        long last = 0;
        for (var deed : deeds) {
            if (deed.nanos() < last || deed.nanos() > nanos) {
                throw new IllegalArgumentException("deeds are in order and within the story, which the one at "
                        + deed.nanos() + " ns of " + nanos + " is not");
            }
            last = deed.nanos();
        }
    }

    /** A story of which nothing is told yet. */
    public static Tape of(Scenario begins) {
        return new Tape(begins, List.of(), 0);
    }

    /** The same story up to an earlier instant, or going on until a later one. */
    public Tape until(long other) {
        return new Tape(begins, deeds.stream().filter(d -> d.nanos() <= other).toList(), other);
    }

    /** The same with one more deed at its end. */
    public Tape then(Command command) {
        var more = new ArrayList<>(deeds);
        more.add(new Deed(nanos, command));
        return new Tape(begins, more, nanos);
    }

    /** The same story with servers chosen by one policy from beginning to end. */
    public Tape by(PolicyChoice policy) {
        return new Tape(
                begins.with(policy),
                deeds.stream()
                        .filter(d -> !(d.command() instanceof Command.SetPolicy))
                        .toList(),
                nanos);
    }
}
