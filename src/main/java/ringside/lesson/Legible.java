package ringside.lesson;

import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.YamlValue;

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
                            code(text.charAt(at)) + " stands here and can't be seen; take it out");
                }
            }
        }
    }

    /** Looks at all texts of a value: YAML can write such a character as {@code \\e}. @throws BadInput at the first that has one */
    static YamlValue check(YamlValue value) {
        if (value.isMap()) {
            value.entries().values().forEach(Legible::check);
        } else if (value.isList()) {
            value.list().forEach(Legible::check);
        } else if (value.isText()) {
            hiddenIn(value.text()).ifPresent(code -> {
                throw value.wrong("has " + code + ", which can't be seen; take it out");
            });
        }
        return value;
    }

    /** The first such character of a text that may have lines, such as {@code U+001B}. */
    static Optional<String> hiddenIn(String text) {
        return text.chars()
                .filter(c -> c != '\n' && hidden((char) c))
                .mapToObj(Legible::code)
                .findFirst();
    }

    private static String code(int c) {
        return String.format("character U+%04X", c);
    }

    private static boolean hidden(char c) {
        boolean control = Character.isISOControl(c) && c != '\t';
        boolean turning = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        return control || turning;
    }
}
