package ringside.engine.haproxy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Request;

/** Sends every request with the same value of a header to the same server. */
public final class HeaderHash {
    /*
     * HAProxy's hdr(name): by host name, say, or by a tenant's token. A request without the header, or with an empty one,
     * takes turns. When no header is named, the request's key stands for its value.
     */
    private static final PolicyOption.Text NAME =
            new PolicyOption.Text("header", "the header whose value is hashed; empty for the request's key");

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/hdr",
            "Sends every request with the same value of a header to the same server.",
            Stream.concat(Stream.of(NAME), HashType.OPTIONS.stream()).toList(),
            choice -> NAME.of(choice).isEmpty() ? Optional.of(HashLaws.of(choice)) : Optional.empty(),
            (choice, ticks, _) ->
                    new HashType(choice).policy(value(NAME.of(choice).toLowerCase(Locale.ROOT)), ticks));

    private HeaderHash() {}

    /** The header, in lower case, whose value a choice hashes; empty for every choice that hashes none. */
    public static Optional<String> headerOf(PolicyChoice choice) {
        return Optional.of(choice)
                .filter(c -> c.id().equals(ENTRY.id()))
                .map(c -> NAME.of(c).toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }

    private static Function<Request, Optional<String>> value(String name) {
        Function<Request, String> value =
                name.isEmpty() ? Request::key : request -> request.headers().getOrDefault(name, "");
        return request -> Optional.of(value.apply(request)).filter(v -> !v.isEmpty());
    }
}
