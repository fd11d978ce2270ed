package ringside.lesson;

import java.util.List;
import ringside.config.BadInput;
import ringside.config.Place;

/** Refuses characters that no reader sees: those that move a cursor, and those that turn text round. */
final class Legible {
    private Legible() {}

    /** Looks at all lines of a file. @throws BadInput at the first such character */
    static void check(String file, List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            var text = lines.get(line);
            for (int at = 0; at < text.length(); at++) {
                if (hidden(text.charAt(at))) {
                    throw new BadInput(
                            new Place(file, line + 1, at + 1),
                            String.format(
                                    "character U+%04X stands here and can't be seen; take it out",
                                    (int) text.charAt(at)));
                }
            }
        }
    }

    private static boolean hidden(char c) {
        boolean control = Character.isISOControl(c) && c != '\t';
        boolean turning = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        return control || turning;
    }
}
