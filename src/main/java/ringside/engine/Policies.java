package ringside.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every policy there is, by id. */
public final class Policies {
    private static final List<Entry> ALL = List.of();

    /**
     * One policy of the catalogue.
     *
     * @param id such as {@code textbook/ring}
     * @param sentence what it does, in one sentence
     * @param keyed whether a request's key alone decides, so that a ledger of keys makes sense
     * @param options what can be set
     * @param make makes one, given values that the options allow
     */
    public record Entry(
            String id, String sentence, boolean keyed, List<PolicyOption> options, Function<PolicyChoice, Policy> make) {}

    private Policies() {}

    /** The catalogue in the order it is taught. */
    public static List<Entry> all() {
        return ALL;
    }

    /** The entry with this id. */
    public static Optional<Entry> find(String id) {
        return ALL.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /**
     * Makes a fresh policy.
     *
     * @throws IllegalArgumentException when there is no such policy or option, or the value is out of range
     */
    public static Policy make(PolicyChoice choice) {
        var entry = find(choice.id())
                .orElseThrow(() -> new IllegalArgumentException("no policy is called \"" + choice.id() + "\"; there are "
                        + ALL.stream().map(Entry::id).collect(Collectors.joining(", "))));
        choice.options().forEach((name, value) -> PolicyOption.check(entry, name, value));
        return entry.make().apply(choice);
    }
}
