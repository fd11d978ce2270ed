package ringside.engine;

/**
 * A place on a hash ring, as wide as the ring's own hash and comparable within that ring.
 *
 * @param high the most significant 64 bits, unsigned
 * @param low the next 64 bits, unsigned; 0 for rings of 64 bits or fewer
 */
public record Position(long high, long low) implements Comparable<Position> {
    /** A place on a ring of 2^32 places, whose low half is empty. */
    public static Position ofInt(int hash) {
        return new Position((long) hash << 32, 0);
    }

    /** How far round the ring it lies, clockwise from twelve o'clock: 0 inclusive to 1 exclusive, for drawing only. */
    public double turn() {
        return asTurn(high);
    }

    /** The same place on the ring of 0 to 2^32 - 1 that the screen shows. */
    public long onScreenRing() {
        return high >>> 32;
    }

    @Override
    public int compareTo(Position other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The share of the whole ring from one place clockwise to another: 0 inclusive to 1 exclusive. */
    public static double arc(Position from, Position to) {
        long difference = to.high - from.high - (Long.compareUnsigned(to.low, from.low) < 0 ? 1 : 0);
        return asTurn(difference);
    }

    private static double asTurn(long of64Bits) {
        return (of64Bits >>> 11) * 0x1p-53;
    }
}
