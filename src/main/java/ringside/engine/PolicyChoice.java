package ringside.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy by name, with the options that differ from its defaults.
 *
 * @param id an id of {@link Policies#all()}, such as {@code textbook/ring}
 * @param options option name to value, such as {@code points} to {@code 160}
 */
public record PolicyChoice(String id, Map<String, String> options) {
    public PolicyChoice {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** A policy with all its defaults. */
    public static PolicyChoice of(String id) {
        return new PolicyChoice(id, Map.of());
    }

    @Override
    public String toString() {
        return options.isEmpty() ? id : id + options;
    }
}
