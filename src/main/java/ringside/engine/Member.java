package ringside.engine;

/**
 * One server as the pool sees it.
 *
 * @param id its name
 * @param weight its share relative to the others, 1 to 1000; 0 for one that gets no new requests
 * @param standing whether it may be given new requests
 * @param terms what the configuration says of it besides
 */
public record Member(ServerId id, int weight, Standing standing, Terms terms) {
    /** The largest weight a member may have. */
    public static final int MAX_WEIGHT = 1000;

    public Member {
        if (weight < 0 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("a weight is 0 to " + MAX_WEIGHT + ", not " + weight);
        }
    }

    /** A member of which the configuration says nothing besides. */
    public Member(ServerId id, int weight, Standing standing) {
        this(id, weight, standing, Terms.STANDARD);
    }

    /** A member that takes requests. */
    public static Member up(String name, int weight) {
        return new Member(new ServerId(name), weight, Standing.UP);
    }

    /** Whether it may be given new requests. */
    public boolean open() {
        return standing == Standing.UP && weight > 0;
    }

    /** Its name as the configuration has it. */
    public String written() {
        return terms.written().orElse(id.name());
    }

    /** The same member with another standing. */
    public Member with(Standing other) {
        return new Member(id, weight, other, terms);
    }

    /** The same member with another weight. */
    public Member weighing(int other) {
        return new Member(id, other, standing, terms);
    }

    /** The same member on other terms. */
    public Member with(Terms other) {
        return new Member(id, weight, standing, other);
    }
}
