package ringside.engine.haproxy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Request;

/** Sends every request for one path to the same server. */
public final class UriHash {
    /*
     * HAProxy's uri, made for caches: each object lies in one of them. What is hashed ends at the question mark, unless
     * the whole target is wanted; it can be cut to a length, and before the slash that would be one too many, so that a
     * whole directory goes to one server.
     *
     * Trap: a site's front page is one key, and one server gets all of it, unless the load is bounded.
     */
    private static final PolicyOption.OneOf WHOLE = new PolicyOption.OneOf(
            "whole", "whether what follows the question mark is hashed too", List.of("off", "on"));
    private static final PolicyOption.Whole LENGTH =
            new PolicyOption.Whole("len", "how many characters are hashed at most; 0 for all", 0, 65_535, 0);
    private static final PolicyOption.Whole DEPTH =
            new PolicyOption.Whole("depth", "how many directories deep it is hashed; 0 for all", 0, 65_535, 0);

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/uri",
            "Sends every request for one path to the same server.",
            Stream.concat(Stream.of(WHOLE, LENGTH, DEPTH), HashType.OPTIONS.stream())
                    .toList(),
            Optional.empty(),
            (choice, ticks, _) -> new HashType(choice).policy(hashedPart(choice), ticks));

    private UriHash() {}

    private static Function<Request, Optional<String>> hashedPart(PolicyChoice choice) {
        boolean whole = WHOLE.of(choice).equals("on");
        int most = orAll(LENGTH.of(choice));
        int deepest = orAll(DEPTH.of(choice));
        return request -> {
            var target = request.path();
            int end = 0;
            int slashes = 0;
            while (end < Math.min(most, target.length()) && (whole || target.charAt(end) != '?')) {
                slashes += target.charAt(end) == '/' ? 1 : 0;
                if (slashes > deepest) {
                    break;
                }
                end++;
            }
            return Optional.of(target.substring(0, end));
        };
    }

    private static int orAll(int limit) {
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }
}
