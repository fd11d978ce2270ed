package ringside.config.haproxy;

import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;

/**
 * A word of a line.
 *
 * @param text what it says, its quotes and escapes undone
 * @param place where it begins
 * @param variable whether it has an environment variable in it, which is not filled in here
 */
record Word(String text, Place place, boolean variable) {
    /** What is wrong with it, in a sentence that begins with itself. */
    BadInput wrong(String what) {
        return new BadInput(place, shown() + " " + what);
    }

    /** The word between backticks, cut when it is long. */
    String shown() {
        return "`" + Printable.brief(text) + "`";
    }
}
