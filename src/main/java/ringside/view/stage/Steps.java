package ringside.view.stage;

/** When a picture that moves on in steps does so: twice a second while time passes by itself, else at once. */
final class Steps {
    /** How long a step is looked at: longer than any leg of a journey, so that each leg is one step. */
    static final double MILLIS = 500;

    private double since = MILLIS;

    /** Whether the next step is due after some more time. */
    boolean due(double millis, boolean playing) {
        since += millis;
        if (playing && since < MILLIS) {
            return false;
        }
        since = 0;
        return true;
    }
}
