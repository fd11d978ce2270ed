package ringside.world;

/**
 * The requests that a world makes for itself.
 *
 * @param arrivals when they come
 * @param clients how many different clients they come from, 1 to 100 000; client i is {@code 10.a.b.c} of its number
 * @param keys what they ask for
 */
public record Traffic(Arrivals arrivals, int clients, Keys keys) {
    public Traffic {
        Checked.within("a number of clients", clients, 1, 100_000);
    }

    /** No requests; 50 clients and 1000 keys stand ready. */
    public static Traffic none() {
        return new Traffic(new Arrivals.None(), 50, new Keys.Uniform(1000));
    }

    /** The same clients and keys, arriving otherwise. */
    public Traffic arriving(Arrivals other) {
        return new Traffic(other, clients, keys);
    }

    /** The address of a client by its number, counted from 0. */
    public static String clientAddress(int number) {
        int n = number + 1;
        return "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
    }
}
