package ringside.engine.haproxy;

import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.Trail;

/**
 * What a policy is asked once.
 *
 * @param request what is asked, and by whom
 * @param candidates who may be chosen
 * @param loads how busy each is
 * @param avoid the place of the server that just failed for this request, or {@link #NOBODY}
 * @param detail whether the reason is wanted
 */
record Call(Request request, Candidates candidates, Loads loads, int avoid, Detail detail) {
    static final int NOBODY = -1;

    /** The next attempt of a request; HAProxy remembers only where the last one went. */
    static Call after(Trail trail, Pool pool, Candidates up, Loads loads, Detail detail) {
        int avoid = trail.tried().isEmpty()
                ? NOBODY
                : pool.placeOf(trail.tried().getLast()).orElse(NOBODY);
        return new Call(trail.request(), up, loads, avoid, detail);
    }

    boolean open(int place) {
        return candidates.open(place);
    }

    boolean avoids(int place) {
        return place == avoid;
    }

    boolean reasoned() {
        return detail == Detail.REASONED;
    }
}
