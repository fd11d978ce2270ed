package ringside.view.stage;

/** Where dropped requests lie: a heap that stops growing, since the count beside it goes on. */
final class Graveyard {
    /** The most that are drawn. */
    static final int MOST = 18;

    private static final int[] ROWS = {7, 6, 5};
    private static final double PITCH = 11;

    private Graveyard() {}

    /** Where the n-th of the heap lies, from 0, around the middle of its lowest row; the last place for all further. */
    static Place place(Place base, long n) {
        int rest = (int) Math.min(n, MOST - 1);
        int row = 0;
        while (rest >= ROWS[row]) {
            rest -= ROWS[row++];
        }
        return base.plus((rest - (ROWS[row] - 1) / 2.0) * PITCH, -row * PITCH * 0.86);
    }
}
