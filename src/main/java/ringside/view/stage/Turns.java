package ringside.view.stage;

import java.util.Arrays;

/** Many places on the ring, in turns from 0 inclusive to 1 exclusive; never changes. */
final class Turns {
    private final double[] each;

    private Turns(double... each) {
        this.each = each;
    }

    static Turns of(double... each) {
        return new Turns(each.clone());
    }

    double at(int index) {
        return each[index];
    }

    int size() {
        return each.length;
    }

    /** The first of these, which are in order, at or after a turn, going round; the turn itself when there are none. */
    double next(double turn) {
        if (each.length == 0) {
            return turn;
        }
        int found = Arrays.binarySearch(each, turn);
        int next = found >= 0 ? found : -found - 1;
        return each[next % each.length];
    }
}
