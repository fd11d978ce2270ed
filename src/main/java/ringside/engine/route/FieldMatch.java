package ringside.engine.route;

import java.util.Locale;
import java.util.Map;

/** A condition on one header field of a request. */
public sealed interface FieldMatch {
    /** The field's name, in lower case. */
    String name();

    /** Whether a request with these fields, by name in lower case, meets it. */
    boolean matches(Map<String, String> fields);

    /** The field has exactly this value. */
    record Is(String name, String value) implements FieldMatch {
        public Is {
            name = named(name);
        }

        @Override
        public boolean matches(Map<String, String> fields) {
            return value.equals(fields.get(name));
        }

        @Override
        public String toString() {
            return name + ": " + value;
        }
    }

    /** The field is there, whatever it says. */
    record Present(String name) implements FieldMatch {
        public Present {
            name = named(name);
        }

        @Override
        public boolean matches(Map<String, String> fields) {
            return fields.containsKey(name);
        }

        @Override
        public String toString() {
            return name + " present";
        }
    }

    /** The field is not there. */
    record Absent(String name) implements FieldMatch {
        public Absent {
            name = named(name);
        }

        @Override
        public boolean matches(Map<String, String> fields) {
            return !fields.containsKey(name);
        }

        @Override
        public String toString() {
            return name + " absent";
        }
    }

    private static String named(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == ':')) {
            throw new IllegalArgumentException("a header field's name is a word without a colon, not \"" + name + "\"");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
