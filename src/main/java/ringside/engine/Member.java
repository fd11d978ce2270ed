package ringside.engine;

/**
 * One server as the pool sees it.
 *
 * @param id its name
 * @param weight its share relative to the others, 1 to 1000
 * @param standing whether it may be given new requests
 */
public record Member(ServerId id, int weight, Standing standing) {
    /** The largest weight a member may have. */
    public static final int MAX_WEIGHT = 1000;

    public Member {
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("a weight is 1 to " + MAX_WEIGHT + ", not " + weight);
        }
    }

    /** A member that takes requests. */
    public static Member up(String name, int weight) {
        return new Member(new ServerId(name), weight, Standing.UP);
    }

    /** Whether it may be given new requests. */
    public boolean open() {
        return standing == Standing.UP;
    }

    /** The same member with another standing. */
    public Member with(Standing other) {
        return new Member(id, weight, other);
    }
}
