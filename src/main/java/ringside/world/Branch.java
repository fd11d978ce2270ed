package ringside.world;

import java.util.OptionalInt;

/**
 * One of the stories that began alike.
 *
 * @param number counts from 1, which is the story that the others were forked from; never used again
 * @param name what it is called, 1 to 80 characters
 * @param world where it is told; it holds as much as its timeline does
 * @param history what was done in it since it was forked
 * @param parent the number of the story that it was forked from; empty for the first
 * @param forkNanos the instant from which on it is its own, in nanoseconds since the world began
 */
public record Branch(int number, String name, World world, History history, OptionalInt parent, long forkNanos) {
    private static final int LONGEST_NAME = 80;

    public Branch {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a branch's name has 1 to " + LONGEST_NAME + " characters, not \"" + Plain.text(name) + "\"");
        }
    }

    /** The same by another name. */
    Branch named(String other) {
        return new Branch(number, other, world, history, parent, forkNanos);
    }
}
