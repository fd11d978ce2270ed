package ringside.lesson;

import ringside.config.Place;
import ringside.config.Wish;

/**
 * One command as it is written, such as {@code remove Server-B}.
 *
 * @param at where it stands
 * @param text the words of the command line
 * @param wish what they mean, whatever the world
 */
public record Words(Place at, String text, Wish wish) {
    @Override
    public String toString() {
        return text;
    }
}
