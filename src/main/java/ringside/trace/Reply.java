package ringside.trace;

import java.util.List;
import java.util.Optional;

/**
 * What became of a request.
 *
 * @param server where it ended, by address or else by name; empty when nobody took it
 * @param attempts the servers that were tried, in order; one may be there twice
 */
public record Reply(Optional<String> server, List<String> attempts) {
    public Reply {
        attempts = List.copyOf(attempts);
    }
}
