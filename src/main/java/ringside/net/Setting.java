package ringside.net;

import java.util.function.Consumer;
import ringside.world.Happening;
import ringside.world.Memories;

/**
 * What everything that runs in one live world shares.
 *
 * @param limits how much and how long a peer may ask for
 * @param watchdog ends waits that last too long
 * @param secret by which the world's own parts know each other
 * @param encryption where it ends, and the means
 * @param callers the world's own clients, where nobody looks into what they say
 * @param memories what our servers know of their clients
 * @param meters counts what passes
 * @param taps where bytes can be looked at
 * @param labour how long the proxy works
 * @param events hears what happens
 */
record Setting(
        Limits limits,
        Watchdog watchdog,
        Secret secret,
        Encryption encryption,
        Callers callers,
        Memories memories,
        Meters meters,
        Taps taps,
        Labour labour,
        Consumer<Happening> events) {
    /** That of a world opened so, with everything else new. */
    static Setting of(LiveOptions options, Consumer<Happening> events) {
        var encryption = new Encryption(options.certificates());
        return new Setting(
                options.limits(),
                new Watchdog(),
                new Secret(),
                encryption,
                new Callers(),
                new Memories(),
                new Meters(),
                new Taps(),
                new Labour(),
                events);
    }

    void tell(Happening what) {
        events.accept(what);
    }
}
