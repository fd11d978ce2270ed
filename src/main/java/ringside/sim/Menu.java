package ringside.sim;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.engine.Request;
import ringside.world.Keys;

/** What can be asked for, and how often each is. */
final class Menu {
    /** What a request for one key asks for. */
    record Item(String path, String key) {}

    private static final double[] EQUAL = {};

    private final List<String> keys;
    private final @Nullable Item[] items;
    private final double[] upTo;

    Menu(Keys keys) {
        this.keys = keys.all();
        this.items = new Item[this.keys.size()];
        this.upTo = keys instanceof Keys.Zipf(int count, double exponent) ? zipf(count, exponent) : EQUAL;
    }

    /** The item that luck, from 0 inclusive to 1 exclusive, falls on. */
    Item choose(double luck) {
        int number = upTo.length == 0 ? (int) (luck * items.length) : find(luck * upTo[upTo.length - 1]);
        var item = items[number];
        if (item == null) {
            var path = Keys.pathOf(keys.get(number));
            item = new Item(path, Request.of("", path).key());
            items[number] = item;
        }
        return item;
    }

    private int find(double sum) {
        int found = Arrays.binarySearch(upTo, sum);
        return Math.min(found >= 0 ? found + 1 : -found - 1, upTo.length - 1);
    }

    private static double[] zipf(int count, double exponent) {
        var sums = new double[count];
        double sum = 0;
        for (int rank = 1; rank <= count; rank++) {
            sum += StrictMath.pow(rank, -exponent);
            sums[rank - 1] = sum;
        }
        return sums;
    }
}
