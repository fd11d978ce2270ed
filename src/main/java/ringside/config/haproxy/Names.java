package ringside.config.haproxy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of sections and servers. */
final class Names {
    /** What a name may be. */
    static final String RULE = "letters of English, digits and any of _ . : -";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]+");
    private static final int LONGEST = 64;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Whether HAProxy takes a name. */
    static boolean fit(String name) {
        return NAME.matcher(name).matches();
    }

    /** A name as near to this one as HAProxy takes it, and unlike those given before. */
    String near(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9_.:-]", "_");
        var cut = plain.isEmpty() ? "_" : plain.substring(0, Math.min(LONGEST, plain.length()));
        var fresh = cut;
        while (!taken.add(fresh)) {
            var end = "-" + numbers.merge(cut, 1, Integer::sum);
            fresh = cut.substring(0, Math.min(LONGEST - end.length(), cut.length())) + end;
        }
        return fresh;
    }
}
