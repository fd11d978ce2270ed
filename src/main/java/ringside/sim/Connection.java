package ringside.sim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.gate.Visit;

/** A client's connection to the balancer, which carries so many requests, one after the other. */
final class Connection {
    private final String peer;
    private int left;
    private boolean cut;
    private @Nullable Visit visit;
    private @Nullable Server server;

    /** One that is to carry so many, from the client's address with its port. */
    Connection(String peer, int requests) {
        this.peer = peer;
        this.left = requests;
    }

    String peer() {
        return peer;
    }

    /** It carries one more. */
    void carry() {
        left--;
    }

    /** Whether it can carry another. */
    boolean lasts() {
        return left > 0 && !cut;
    }

    /** It broke. */
    void cut() {
        cut = true;
        letGo();
    }

    /** Nobody looks into it: it has passed the gate as one, and stays with a server as long as it lasts. */
    void stay(Visit asOne, Server with) {
        visit = asOne;
        server = with;
    }

    /** It is with no server any more. */
    void letGo() {
        visit = null;
        server = null;
    }

    /** Its way through the gate, while it stays with a server. */
    Optional<Visit> visit() {
        return Optional.ofNullable(visit);
    }

    /** The server that it stays with. */
    Optional<Server> server() {
        return Optional.ofNullable(server);
    }
}
