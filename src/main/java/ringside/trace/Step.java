package ringside.trace;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.engine.Outcome;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** One line of a trace: something that happens outside the balancer. */
public sealed interface Step {
    /**
     * A request comes.
     *
     * @param id its name, under which it stays open where it went; without one it is over at once, and well
     * @param request what is asked, and by whom
     * @param fails servers at which every attempt of it ends so
     */
    record Ask(Optional<String> id, Request request, Map<ServerId, Outcome> fails) implements Step {
        public Ask {
            fails = Map.copyOf(fails);
        }
    }

    /**
     * A request that stayed open is over.
     *
     * @param id its name
     * @param outcome how its last attempt ended
     * @param tookNanos how long that took; since it came, if not said
     */
    record Close(String id, Outcome outcome, OptionalLong tookNanos) implements Step {}

    /** It is so many nanoseconds after the beginning. */
    record At(long nanos) implements Step {}

    /** An operator sets what a server is to do. */
    record Told(ServerId server, Order order) implements Step {}

    /** An operator sets a server's weight. */
    record Weigh(ServerId server, int weight) implements Step {}

    /** A check of a server ended. */
    record Checked(ServerId server, boolean passed) implements Step {}

    /** The traffic showed how a server does. */
    record Observed(ServerId server, Outcome outcome) implements Step {}

    /** The agent beside a server said a line. */
    record AgentSays(ServerId server, String line) implements Step {}

    /** What an operator can set; see {@link Condition#told}. */
    enum Order {
        UP,
        DOWN,
        DRAIN,
        MAINT,
        READY
    }
}
