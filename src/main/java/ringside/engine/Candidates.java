package ringside.engine;

/** Which members of a pool may be given a request, by place. */
@FunctionalInterface
public interface Candidates {
    /** Whether the member at this place may be given the request. */
    boolean open(int place);

    /** The members of a pool that are up. */
    static Candidates upIn(Pool pool) {
        return place -> pool.at(place).open();
    }
}
