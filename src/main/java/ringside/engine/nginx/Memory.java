package ringside.engine.nginx;

/** What nginx keeps in mind for one request between its attempts. */
final class Memory {
    /** Whether the primaries were given up for this request. */
    boolean onBackups;

    /** How often the method named a server that could not take the request. */
    int misses;

    /** How many rounds of hashing there were. */
    int rounds;

    /** What the hash has come to, or where on the ring the walk is. */
    int hash;
}
