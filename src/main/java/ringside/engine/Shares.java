package ringside.engine;

import java.util.function.IntUnaryOperator;

/** Whole numbers from 0 on, of which each of some owners has as many in a row as its weight. For one thread at a time. */
public final class Shares {
    private int[] upTo = {};
    private int owners;

    /**
     * Deals the numbers out anew.
     *
     * @param count how many owners there are
     * @param weight each one's weight, 0 or more, by its place from 0; their sum is an {@code int}
     */
    public void deal(int count, IntUnaryOperator weight) {
        if (upTo.length < count) {
            upTo = new int[count];
        }
        int sum = 0;
        for (int place = 0; place < count; place++) {
            sum += weight.applyAsInt(place);
            upTo[place] = sum;
        }
        owners = count;
    }

    /** How many numbers were dealt out: the sum of the weights. */
    public int sum() {
        return owners == 0 ? 0 : upTo[owners - 1];
    }

    /**
     * The place of the owner of a number.
     *
     * @throws IndexOutOfBoundsException when it was not dealt out
     */
    public int ownerOf(int number) {
        if (number < 0 || number >= sum()) {
            throw new IndexOutOfBoundsException(number + " is not one of the " + sum() + " that were dealt out");
        }
        int least = 0;
        int most = owners - 1;
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (upTo[middle] > number) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }
}
