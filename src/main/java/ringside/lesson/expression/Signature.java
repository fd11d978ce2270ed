package ringside.lesson.expression;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a fact is asked for.
 *
 * @param name such as {@code in_flight}
 * @param parameters what stands between its parentheses; no parentheses when there is nothing
 * @param result the kind of its value
 * @param sentence what it is, in a few words, with its unit
 */
public record Signature(String name, List<Parameter> parameters, Value.Kind result, String sentence) {
    /** What an argument may be. */
    public enum Parameter {
        /** The name of a server of the lesson. */
        SERVER("a server"),
        /** Any key. */
        KEY("a key"),
        /** A way that some trial of the lesson goes. */
        WAY("a way"),
        /** A figure that the lesson keeps. */
        KEPT("a figure kept"),
        /** An option of the question at hand. */
        OPTION("an option"),
        /** The name of a pool, such as {@code main}. */
        POOL("a pool"),
        /** Any path, such as {@code '/api'}. */
        PATH("a path"),
        /** Any number. */
        NUMBER("a number");

        private final String words;

        Parameter(String words) {
            this.words = words;
        }

        /** Whether it is one of the names that a lesson gives. */
        boolean named() {
            return this == SERVER || this == WAY || this == KEPT || this == OPTION;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** What it is found by: a name may be a fact alone and another with parentheses. */
    String key() {
        return key(name, !parameters.isEmpty());
    }

    static String key(String name, boolean asked) {
        return asked ? name + "()" : name;
    }

    /** How it is written, such as {@code in_flight(a server)}. */
    public String usage() {
        return parameters.isEmpty()
                ? name
                : name + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
