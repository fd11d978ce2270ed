package ringside.config.proxy;

import ringside.config.Place;

/**
 * Something that a file says and that is not taken over, or not quite.
 *
 * @param place where it stands
 * @param text what it is, and what is done instead, in one sentence
 */
public record Note(Place place, String text) {
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
