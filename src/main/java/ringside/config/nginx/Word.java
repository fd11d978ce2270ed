package ringside.config.nginx;

import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;

/**
 * A word of a configuration.
 *
 * @param place where it begins
 * @param text what it says, its quotes and escapes undone
 */
record Word(Place place, String text) {
    /** That something is wrong with it: the word in quotes, followed by what. */
    BadInput wrong(String what) {
        return new BadInput(place, this + " " + what);
    }

    @Override
    public String toString() {
        return '"' + Printable.brief(text) + '"';
    }
}
