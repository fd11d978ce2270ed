package ringside.config.haproxy;

import java.util.List;
import ringside.config.BadInput;
import ringside.config.proxy.Export;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.PathRoute.Match;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;

/** HAProxy's configuration file. */
public final class HaproxyCfg {
    private static final String HERE = "127.0.0.1:8080";

    private HaproxyCfg() {}

    /**
     * Reads a file.
     *
     * @param name its name, for messages
     * @param text all of it
     * @throws BadInput when HAProxy would refuse it for what is taken over here, or it means something that is not here
     */
    public static ProxySetup read(String name, String text) {
        return SetupReader.read(name, text);
    }

    /** Writes pools and what leads to them as a file that HAProxy 2.6 takes. */
    public static Export write(ProxySetup setup) {
        return SetupWriter.write(setup);
    }

    /** Writes one pool as such a file, with a listener at {@code 127.0.0.1:8080} that leads to it. */
    public static Export write(Upstream upstream) {
        var route = new PathRoute(Match.PREFIX, "/", upstream.name(), upstream.retries());
        var listener = new Listener("in", List.of(HERE), List.of(), List.of(route));
        return write(new ProxySetup(List.of(upstream), List.of(listener), List.of()));
    }
}
