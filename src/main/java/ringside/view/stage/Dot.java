package ringside.view.stage;

import java.util.Optional;
import ringside.engine.ServerId;

/**
 * One real request as it is drawn.
 *
 * @param request its number
 * @param at its middle
 * @param radius in pixels
 * @param form whole, a wedge or hollow
 * @param server whose colour it has, once it was routed
 * @param age how much of its timeout has passed, 0 to 1
 * @param sealed whether nobody looks into it where it is
 */
record Dot(long request, Place at, double radius, Form form, Optional<ServerId> server, double age, boolean sealed) {
    /** How a request is filled. */
    enum Form {
        /** On its way. */
        WHOLE,
        /** In a server's hands: what is left of its time. */
        WEDGE,
        /** Out of time. */
        HOLLOW,
        /** Dropped: red. */
        DROPPED
    }
}
