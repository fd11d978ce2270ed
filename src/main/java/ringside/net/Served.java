package ringside.net;

import java.util.Optional;
import ringside.engine.ServerId;

/**
 * A request that has ended, as an access log tells of it.
 *
 * @param request its number
 * @param client the client's address
 * @param method such as {@code GET}
 * @param target what was asked for, cut when it is long
 * @param http11 whether the client spoke HTTP/1.1, else 1.0
 * @param status what the client got; 0 when its answer was cut
 * @param bytes how many bytes it was sent, the head included
 * @param tookNanos from its head to the last byte of its answer
 * @param server who answered, if it was not the proxy itself
 */
public record Served(
        long request,
        String client,
        String method,
        String target,
        boolean http11,
        int status,
        long bytes,
        long tookNanos,
        Optional<ServerId> server) {}
