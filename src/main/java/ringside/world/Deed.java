package ringside.world;

/**
 * A command that was carried out, and when.
 *
 * @param nanos nanoseconds since the world began; all that was due at this instant happened before
 * @param command what was done
 */
public record Deed(long nanos, Command command) {
    public Deed {
        Checked.within("an instant in nanoseconds", nanos, 0, Long.MAX_VALUE);
    }

    /** The scenario after it: the same as before where it makes no sense, for then nothing is done. */
    Scenario on(Scenario before) {
        try {
            return command.on(before);
        } catch (IllegalArgumentException _) {
            return before;
        }
    }
}
