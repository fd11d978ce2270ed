package ringside.config.haproxy;

import ringside.config.BadInput;
import ringside.config.proxy.ProxySetup;

/** HAProxy's configuration file. */
public final class HaproxyCfg {
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
}
