package ringside.net;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One client's connection, served request after request. */
final class ProxyConnection {
    private final Proxy proxy;
    private final Wire wire;
    private final BooleanSupplier open;

    /** One that ends with its present request once its entrance is open no more. */
    ProxyConnection(Proxy proxy, Wire wire, BooleanSupplier open) {
        this.proxy = proxy;
        this.wire = wire;
        this.open = open;
    }

    /** Serves it to its end. @throws IOException when the client is gone: there is nobody left to tell */
    void run() throws IOException {
        var client = new Client(wire, proxy.limits());
        boolean more = true;
        while (more) {
            more = serve(client) && open.getAsBoolean();
        }
    }

    private boolean serve(Client client) throws IOException {
        try {
            if (!client.awaitHead()) {
                return false;
            }
            check(client.head());
        } catch (BadMessage bad) {
            return refuse(client, bad);
        }
        if (MaxForwards.spent(client.head())) {
            return answer(client, new Page(200, "this request goes no further", true, false, false));
        }
        var asked = Asked.of(client, proxy.site());
        var exchange = new Exchange(proxy.site(), client, asked);
        long began = proxy.site().now();
        long sent = client.out().sent();
        try {
            return exchange.run();
        } finally {
            long took = proxy.site().now() - began;
            proxy.site()
                    .served(
                            asked,
                            exchange.by(),
                            exchange.status(),
                            took,
                            client.out().sent() - sent);
        }
    }

    private void check(RequestHead head) throws BadMessage {
        if (!proxy.anyHost()) {
            if (head.hosted() && !ours(head.authority())) {
                throw new BadMessage(
                        421, "this proxy answers for localhost, 127.0.0.1, [::1] and hosts with routes only");
            }
            CrossSite.check(head, this::ours);
        }
        if (head.framing() instanceof Framing.Length(var length)
                && length > proxy.limits().bodyBytes()) {
            throw new BadMessage(413, "a body has " + proxy.limits().bodyBytes() + " bytes at most");
        }
    }

    /** Whether a host is one that this proxy answers for: no page may ask it in the name of another. */
    private boolean ours(Authority host) {
        return host.loopback() || proxy.site().routed(host.name());
    }

    private boolean refuse(Client client, BadMessage bad) throws IOException {
        return answer(client, new Page(bad.status(), bad.sentence(), true, false, false));
    }

    /** Answers in a server's place, and closes. */
    private boolean answer(Client client, Page page) throws IOException {
        ResponseWriter.writePage(page, proxy.site().nextRequest(), Optional.empty(), client.out());
        proxy.meters().ended(proxy.meters().own, page.status(), 0, 0);
        client.linger();
        return false;
    }
}
