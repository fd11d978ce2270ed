package ringside.world;

/**
 * How a server's processes were woken for its connections, since it joined or they were set otherwise.
 *
 * @param connections how many were accepted
 * @param woken how many processes were woken for them
 */
public record Wakes(long connections, long woken) {
    /** Nobody yet. */
    public static final Wakes NONE = new Wakes(0, 0);

    /** How many processes were woken for each connection; 0 when there was none. */
    public double each() {
        return connections == 0 ? 0 : (double) woken / connections;
    }

    /** These and one more connection, for which so many were woken. */
    public Wakes plus(int processes) {
        return new Wakes(connections + 1, woken + processes);
    }
}
