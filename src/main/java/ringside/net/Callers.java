package ringside.net;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ringside.world.CookieJars;

/** The world's own clients: the cookies they carry, and the ports they call from where nobody looks into what they say. */
final class Callers {
    private final Map<Integer, String> clients = new ConcurrentHashMap<>();
    private final CookieJars cookies = new CookieJars();

    /** Their cookies. */
    CookieJars cookies() {
        return cookies;
    }

    /** A client calls from this port. */
    void come(int port, String client) {
        clients.put(port, client);
    }

    /** Nobody calls from this port any more. */
    void go(int port) {
        clients.remove(port);
    }

    /** The client that calls from this address of this machine, if it is one of ours. */
    Optional<String> at(InetSocketAddress address) {
        return Optional.ofNullable(clients.get(address.getPort()));
    }
}
