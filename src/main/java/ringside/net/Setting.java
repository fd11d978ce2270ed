package ringside.net;

import java.util.function.Consumer;
import ringside.world.Happening;

/**
 * What everything that runs in one live world shares.
 *
 * @param limits how much and how long a peer may ask for
 * @param watchdog ends waits that last too long
 * @param secret by which the world's own parts know each other
 * @param meters counts what passes
 * @param events hears what happens
 */
record Setting(Limits limits, Watchdog watchdog, Secret secret, Meters meters, Consumer<Happening> events) {
    void tell(Happening what) {
        events.accept(what);
    }
}
