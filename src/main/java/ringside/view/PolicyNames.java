package ringside.view;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;

/** What policies are called on the screen. */
public final class PolicyNames {
    private static final String TEXTBOOK = "textbook/";

    private static final Set<String> SHORT_FORMS = Set.of("ip", "md5", "ewma", "n");

    private PolicyNames() {}

    /**
     * A policy's name: {@code round robin} for {@code textbook/round-robin}, and {@code nginx: round robin} for {@code
     * nginx/round-robin}, of which there are several.
     */
    public static String of(String id) {
        var name = id.startsWith(TEXTBOOK) ? id.substring(TEXTBOOK.length()) : id.replace("/", ": ");
        return Stream.of(name.split("-", -1))
                .map(word -> SHORT_FORMS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
    }

    /** What a policy does, in the user's language; in the engine's own words where there are no others. */
    public static String sentence(Policies.Entry entry) {
        return sentence(entry, Locale.getDefault());
    }

    static String sentence(Policies.Entry entry, Locale language) {
        var bundle = ResourceBundle.getBundle("ringside.view.policies", language);
        var key = entry.id().replace('/', '.');
        return bundle.containsKey(key) ? bundle.getString(key) : entry.sentence();
    }

    /** The name of a choice. */
    public static String of(PolicyChoice choice) {
        return of(choice.id());
    }
}
