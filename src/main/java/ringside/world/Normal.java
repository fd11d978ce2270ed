package ringside.world;

/** The standard normal distribution. */
final class Normal {
    private Normal() {}

    /**
     * The value that this share of a standard normal distribution stays below, within 0.00045; {@code share} is 0 to 1.
     *
     * <p>A rational approximation by Hastings (1955), number 26.2.23 in Abramowitz and Stegun.
     */
    static double at(double share) {
        double tail = Math.clamp(Math.min(share, 1 - share), Double.MIN_NORMAL, 0.5);
        double t = StrictMath.sqrt(-2 * StrictMath.log(tail));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        double distance = t - above / below;
        return share < 0.5 ? -distance : distance;
    }
}
