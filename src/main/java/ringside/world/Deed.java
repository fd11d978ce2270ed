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
}
