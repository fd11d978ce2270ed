package ringside.lesson.workshop;

import java.util.OptionalInt;

/**
 * A request and what came of it.
 *
 * @param number which of a goal's requests it was, counted from 1
 * @param path what was asked for
 * @param reply what came back
 * @param server the port of the server that answered, if one did
 */
public record Exchange(int number, String path, Reply reply, OptionalInt server) {
    /** Whether a server answered, and not with an error of its own or of the proxy. */
    boolean well() {
        return server.isPresent() && reply instanceof Reply.Answered(int status, var _) && status < 500;
    }
}
