package ringside.lesson.workshop;

import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports as texts have them. */
final class Ports {
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{2,5}\\b");

    private Ports() {}

    /** The port that a text such as {@code 127.0.0.1:8083, 127.0.0.1:8081} ends with; 0 when it ends with none. */
    static int last(String addresses) {
        var port = addresses.substring(addresses.lastIndexOf(':') + 1).strip();
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    }

    /** A text in which every number that could be a port is what it has moved to; what has not moved maps to itself. */
    static String moved(String text, IntUnaryOperator to) {
        return NUMBER.matcher(text).replaceAll(found -> {
            int number = Integer.parseInt(found.group());
            int moved = to.applyAsInt(number);
            return Matcher.quoteReplacement(moved == number ? found.group() : Integer.toString(moved));
        });
    }
}
