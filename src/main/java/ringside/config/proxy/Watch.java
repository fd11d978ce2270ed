package ringside.config.proxy;

import java.util.Optional;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Observing;

/**
 * How a server's health is followed.
 *
 * @param checks when it is checked and how often a check may fail; empty for never
 * @param observing what the traffic itself says of it; empty for nothing
 * @param agent whether an agent beside it is asked
 */
public record Watch(Optional<Checking> checks, Optional<Observing> observing, boolean agent) {
    /** Not at all. */
    public static final Watch NONE = new Watch(Optional.empty(), Optional.empty(), false);
}
