package ringside.config;

import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.engine.Policies;

/** The ids of policies as users write them. */
final class PolicyName {
    private PolicyName() {}

    /**
     * Refuses an id that comes near to one there is, naming that; the catalogue refuses all others.
     *
     * @throws IllegalArgumentException when another id was meant
     */
    static void check(String id) {
        if (Policies.find(id).isPresent()) {
            return;
        }
        var ids = Policies.all().stream()
                .map(Policies.Entry::id)
                .collect(Collectors.toMap(PolicyName::last, Function.identity(), (first, _) -> first));
        Nearest.to(last(id), ids.keySet()).map(ids::get).ifPresent(meant -> {
            throw new IllegalArgumentException(
                    "no policy is called \"" + Printable.brief(id) + "\"; did you mean " + meant + "?");
        });
    }

    private static String last(String id) {
        return id.substring(id.indexOf('/') + 1);
    }
}
