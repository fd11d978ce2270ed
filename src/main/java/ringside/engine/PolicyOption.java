package ringside.engine;

import java.util.stream.Collectors;

/**
 * A whole number that can be set on a policy.
 *
 * @param name such as {@code points}
 * @param sentence what it changes
 * @param least the smallest allowed value
 * @param most the largest allowed value
 * @param standard the value when it is not set
 */
public record PolicyOption(String name, String sentence, int least, int most, int standard) {
    /** The value a choice gives this option, or the standard one. */
    public int of(PolicyChoice choice) {
        var given = choice.options().get(name);
        return given == null ? standard : parse(given);
    }

    static void check(Policies.Entry policy, String name, String value) {
        policy.options().stream()
                .filter(o -> o.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(policy.id() + " has no option \"" + name + "\""
                        + (policy.options().isEmpty()
                                ? "; it has none"
                                : "; it has "
                                        + policy.options().stream()
                                                .map(PolicyOption::name)
                                                .collect(Collectors.joining(", ")))))
                .parse(value);
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
        throw new IllegalArgumentException(
                name + " is a whole number from " + least + " to " + most + ", not \"" + value + "\"");
    }
}
