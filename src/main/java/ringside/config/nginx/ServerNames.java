package ringside.config.nginx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ringside.engine.ServerId;

/** Gives each server of a pool an id of its own: its name as it is written, and a number where that is taken. */
final class ServerNames {
    private static final int LONGEST = 64;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** An id that nobody has, as near to this name as it can be. */
    ServerId idOf(String written) {
        var name = cut(fit(written), LONGEST);
        while (!taken.add(name)) {
            var suffix = "#" + counts.merge(written, 2, (count, _) -> count + 1);
            name = cut(fit(written), LONGEST - suffix.length()) + suffix;
        }
        return new ServerId(name);
    }

    private static String fit(String text) {
        var fit = new StringBuilder(text);
        for (int i = 0; i < fit.length(); i++) {
            if (fit.charAt(i) <= ' ' || fit.charAt(i) == 0x7f) {
                fit.setCharAt(i, '_');
            }
        }
        return fit.isEmpty() ? "_" : fit.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
