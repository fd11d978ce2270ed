package ringside.engine;

/** How busy each member is, by its place in the pool. */
@FunctionalInterface
public interface Loads {
    /** Nobody has anything to do. */
    Loads IDLE = place -> 0;

    /** The requests that the member at this place has been given and has not finished. */
    int inFlight(int place);
}
