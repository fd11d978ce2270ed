package ringside.engine.haproxy;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.engine.Policies;
import ringside.engine.PolicyOption;
import ringside.engine.Request;

/** Sends every request with the same value of a query parameter to the same server. */
public final class ParameterHash {
    /*
     * HAProxy's url_param: the value as it is written, percent signs and all, up to the next ampersand. A name must match
     * to the letter; the first that does counts. A request without the parameter takes turns, one with an empty value does
     * not. When no parameter is named, the request's key stands for its value.
     */
    private static final PolicyOption.Text NAME = new PolicyOption.Text(
            "parameter", "the query parameter whose value is hashed; empty for the request's key");

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/url_param",
            "Sends every request with the same value of a query parameter to the same server.",
            Stream.concat(Stream.of(NAME), HashType.OPTIONS.stream()).toList(),
            choice -> NAME.of(choice).isEmpty() ? Optional.of(HashLaws.of(choice)) : Optional.empty(),
            (choice, ticks, _) -> new HashType(choice).policy(value(NAME.of(choice)), ticks));

    private ParameterHash() {}

    private static Function<Request, Optional<String>> value(String name) {
        return name.isEmpty() ? request -> Optional.of(request.key()) : request -> value(request.path(), name + "=");
    }

    private static Optional<String> value(String target, String name) {
        int mark = target.indexOf('?');
        return Stream.of(target.substring(mark + 1).split("&"))
                .filter(parameter -> mark >= 0 && parameter.startsWith(name))
                .map(parameter -> parameter.substring(name.length()))
                .findFirst();
    }
}
