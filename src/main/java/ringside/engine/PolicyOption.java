package ringside.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Something that can be set on a policy; every value of it can be written as text. */
public sealed interface PolicyOption {
    /** Such as {@code points}. */
    String name();

    /** What it changes. */
    String sentence();

    /** The values there are, in words. */
    String range();

    /** The value when it is not set, as text. */
    String usual();

    /**
     * Makes sure that a text is a value of this option.
     *
     * @throws IllegalArgumentException saying what would be one, when it is not
     */
    void check(String value);

    /**
     * A whole number.
     *
     * @param name such as {@code points}
     * @param sentence what it changes
     * @param least the smallest allowed value
     * @param most the largest allowed value
     * @param standard the value when it is not set
     */
    record Whole(String name, String sentence, int least, int most, int standard) implements PolicyOption {
        /** The value a choice gives this option, or the standard one. */
        public int of(PolicyChoice choice) {
            var given = choice.options().get(name);
            return given == null ? standard : parse(given);
        }

        @Override
        public String range() {
            return least + " to " + most;
        }

        @Override
        public String usual() {
            return Integer.toString(standard);
        }

        @Override
        public void check(String value) {
            parse(value);
        }

        private int parse(String value) {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // told below, as a number out of range is
            }
            throw new IllegalArgumentException(name + " is a whole number from " + range() + ", not \"" + value + "\"");
        }
    }

    /**
     * One of several words.
     *
     * @param name such as {@code hash-type}
     * @param sentence what it changes
     * @param values the words; the first is the value when it is not set
     */
    record OneOf(String name, String sentence, List<String> values) implements PolicyOption {
        public OneOf {
            values = List.copyOf(values);
        }

        /** The value a choice gives this option, or the standard one. */
        public String of(PolicyChoice choice) {
            var given = choice.options().getOrDefault(name, usual());
            check(given);
            return given;
        }

        @Override
        public String range() {
            return String.join(" or ", values);
        }

        @Override
        public String usual() {
            return values.getFirst();
        }

        @Override
        public void check(String value) {
            if (!values.contains(value)) {
                throw new IllegalArgumentException(name + " is " + range() + ", not \"" + value + "\"");
            }
        }
    }

    /**
     * Any text, such as the name of a header; empty when it is not set.
     *
     * @param name such as {@code header}
     * @param sentence what it changes
     */
    record Text(String name, String sentence) implements PolicyOption {
        private static final int LONGEST = 256;

        /** The value a choice gives this option, or the empty text. */
        public String of(PolicyChoice choice) {
            var given = choice.options().getOrDefault(name, usual());
            check(given);
            return given;
        }

        @Override
        public String range() {
            return "any text";
        }

        @Override
        public String usual() {
            return "";
        }

        @Override
        public void check(String value) {
            if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        name + " is a text of up to " + LONGEST + " characters on one line, not \"" + value + "\"");
            }
        }
    }

    /**
     * Makes sure that a policy has such an option with such a value.
     *
     * @throws IllegalArgumentException saying what it has, when it has not
     */
    static void check(Policies.Entry policy, String name, String value) {
        policy.options().stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(policy.id() + " has no option \"" + name + "\""
                        + (policy.options().isEmpty()
                                ? "; it has none"
                                : "; it has "
                                        + policy.options().stream()
                                                .map(PolicyOption::name)
                                                .collect(Collectors.joining(", ")))))
                .check(value);
    }
}
