package ringside.net;

import java.util.Map;
import java.util.Optional;
import ringside.engine.Request;
import ringside.world.Happening.Origin;

/**
 * What must still be known of a request when the bytes of its head are gone.
 *
 * @param number its number
 * @param origin who made it
 * @param method its method
 * @param what what the balancer looks at
 * @param http11 whether the client speaks HTTP/1.1
 * @param toHead whether the answer has no body
 * @param repeatable whether it may be sent twice: an idempotent method, and its body, if any, has come in full
 * @param keepAlive whether the client wants to go on, and may
 * @param scheme how it came: {@code http} or {@code https}
 * @param upgrade the protocol that the client would change to
 * @param by when it must be over, in the watchdog's time
 */
record Asked(
        long number,
        Origin origin,
        String method,
        Request what,
        boolean http11,
        boolean toHead,
        boolean repeatable,
        boolean keepAlive,
        String scheme,
        Optional<String> upgrade,
        long by) {
    private static final int MOST_SHOWN = 256;

    /** Takes down the request whose head and body the client's side is at. */
    static Asked of(Client client, Site site) {
        var head = client.head();
        var ours = site.secret().client(head.fields());
        var target = head.target().text(head.fields().bytes());
        var method = shown(head.method());
        var upgrade = upgrade(client);
        var fields = site.fields();
        return new Asked(
                site.nextRequest(),
                ours.isPresent() ? Origin.OURS : Origin.OUTSIDE,
                method,
                new Request(
                        ours.orElseGet(client::address),
                        method,
                        target,
                        fields.isEmpty() ? Map.of() : head.fields().only(fields),
                        Request.of("", target).key()),
                head.http11(),
                head.head(),
                head.idempotent() && client.body().buffered(),
                head.keepAlive() && upgrade.isEmpty(),
                client.secure() ? "https" : "http",
                upgrade,
                client.wire().watchdog().in(client.limits().request()));
    }

    /*
     * A client that has sent more already is going on in HTTP: so its wish is ignored, as it always may be. If a wish
     * that was passed on is not granted, the connection closes: what comes then may be meant for the other protocol.
     */
    private static Optional<String> upgrade(Client client) {
        return client.in().available() == 0 ? client.head().upgrade() : Optional.empty();
    }

    /** A text as it is told of: cut when it is very long. */
    static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…";
    }
}
