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
 * @param kin whom it comes from, and which pool it was led to
 */
record Dot(
        long request,
        Place at,
        double radius,
        Form form,
        Optional<ServerId> server,
        double age,
        boolean sealed,
        Kin kin) {
    /**
     * What else a request can be coloured by.
     *
     * @param group which group of clients sent it, from 0; -1 when that does not matter
     * @param pool which pool it was led to, from 0; -1 before it was
     */
    record Kin(int group, int pool) {
        static final Kin UNKNOWN = new Kin(-1, -1);
    }

    /** The same elsewhere, at another size and age. */
    Dot at(Place place, double size, double old) {
        return new Dot(request, place, size, form, server, old, sealed, kin);
    }

    /** How a request is filled. */
    enum Form {
        /** On its way. */
        WHOLE,
        /** In a server's hands, waiting for a worker: the fill is what is left of its time. */
        WAITING,
        /** Being worked on: a pie of what is left of its time. */
        WEDGE,
        /** Out of time. */
        HOLLOW,
        /** Dropped: red. */
        DROPPED
    }
}
