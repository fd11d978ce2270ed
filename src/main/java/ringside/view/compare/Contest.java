package ringside.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ringside.engine.PolicyChoice;
import ringside.world.Command;
import ringside.world.Comparison;
import ringside.world.Tape;

/**
 * What is compared, and for how long; never changes.
 *
 * @param contestants two to four
 * @param nanos how far each story is told, in nanoseconds since its beginning
 */
public record Contest(List<Contestant> contestants, long nanos) {
    private static final long LEAST_NANOS = 30_000_000_000L;

    public Contest {
        contestants = List.copyOf(contestants);
    }

    /** One story by its own policy and by others. */
    public static Contest of(Tape tape, List<PolicyChoice> policies) {
        var contestants = new ArrayList<Contestant>();
        policies.forEach(policy -> contestants.add(Contestant.of(tape.by(policy))));
        return new Contest(contestants, tape.nanos());
    }

    /** A story alone, to be set beside others: going on for half a minute at least, unless its arrivals were recorded. */
    public static Contest of(Tape tape) {
        return between(List.of(Contestant.of(tape)));
    }

    /** Stories that began alike, as long as the longest of them; those with recorded arrivals, as long as all of them know who came. */
    public static Contest between(List<Contestant> contestants) {
        var tapes = contestants.stream().map(Contestant::tape).toList();
        var known = tapes.stream()
                .filter(t -> t.recording().isPresent())
                .mapToLong(Contest::known)
                .min();
        long longest = tapes.stream().mapToLong(Tape::nanos).max().orElse(0);
        return new Contest(contestants, known.orElse(Math.max(longest, LEAST_NANOS)));
    }

    /* A recording may go further than what was told of it. */
    private static long known(Tape tape) {
        var recording = tape.recording().orElseThrow();
        return recording.size() == 0 ? tape.nanos() : Math.max(tape.nanos(), recording.nanos(recording.size() - 1));
    }

    /** The same and its first story by other policies. */
    public Contest against(List<PolicyChoice> policies) {
        var all = this;
        for (var policy : policies) {
            all = all.plus(policy);
        }
        return all;
    }

    /** The stories, each as long as the contest. */
    List<Tape> tapes() {
        return contestants.stream().map(c -> c.tape().until(nanos)).toList();
    }

    /** Whether who comes was recorded, so that nobody comes after the recording's end. */
    boolean recorded() {
        return contestants.getFirst().tape().recording().isPresent();
    }

    /** Where the stories begin, in nanoseconds since the beginning of their world. */
    long fromNanos() {
        return contestants.getFirst().tape().fromNanos();
    }

    /** The seed that chance starts from. */
    public long seed() {
        return contestants.getFirst().tape().begins().seed();
    }

    /** The same with another policy for one of them. */
    Contest with(int side, PolicyChoice policy) {
        return change(side, c -> c.by(policy));
    }

    /** The same with one more, which is the first story by another policy. */
    Contest plus(PolicyChoice policy) {
        var more = new ArrayList<>(contestants);
        more.add(contestants.getFirst().by(policy));
        return new Contest(more, nanos);
    }

    /** The same without one of them. */
    Contest without(int side) {
        var fewer = new ArrayList<>(contestants);
        fewer.remove(side);
        return new Contest(fewer, nanos);
    }

    /** Whether there may be one more. */
    boolean hasRoom() {
        return contestants.size() < Comparison.MOST;
    }

    /** The same for so long. */
    Contest lasting(long other) {
        return new Contest(contestants, other);
    }

    /** The same with something done at an instant on every side: what comes in stays the same for all. */
    Contest also(long at, Command command) {
        return new Contest(contestants.stream().map(c -> c.also(at, command)).toList(), nanos);
    }

    private Contest change(int side, UnaryOperator<Contestant> how) {
        var changed = new ArrayList<>(contestants);
        changed.set(side, how.apply(changed.get(side)));
        return new Contest(changed, nanos);
    }
}
