package ringside.lesson;

/**
 * One command as it is written, such as {@code remove Server-B}.
 *
 * @param at where it stands
 * @param text the words of the command line
 */
public record Words(Place at, String text) {
    @Override
    public String toString() {
        return text;
    }
}
