package ringside.engine;

import java.time.Duration;

/** A rule that says after each attempt whether the request gets another; it remembers nothing. */
public interface Retries {
    /** How many attempts a request may have that begins with this pool. */
    int atFirst(Pool pool);

    /** How many attempts are left after one that ended so, of those that were left before it. */
    int left(int before, Outcome outcome);

    /**
     * What becomes of a request.
     *
     * @param request which
     * @param outcome how its attempt ended
     * @param before how many attempts it had left before this one, this one counted
     * @param elapsed since the request began
     */
    Next after(Request request, Outcome outcome, int before, Duration elapsed);
}
