package ringside.world;

import java.time.Duration;

/**
 * The requests that a world makes for itself.
 *
 * @param arrivals when they come
 * @param clients how many different clients they come from, 1 to 100 000; client i is {@code 10.a.b.c} of its number
 * @param keys what they ask for
 * @param patience how long a client waits for the whole of its answer before it gives up, 1 ms to 1 h
 */
public record Traffic(Arrivals arrivals, int clients, Keys keys, Duration patience) {
    /** The longest that a client waits, and does when nothing else is said. */
    public static final Duration MOST_PATIENCE = Duration.ofHours(1);

    public Traffic {
        Checked.within("a number of clients", clients, 1, 100_000);
        Checked.within("a client's patience", patience, Duration.ofMillis(1), MOST_PATIENCE);
    }

    /** Requests of clients who wait an hour. */
    public Traffic(Arrivals arrivals, int clients, Keys keys) {
        this(arrivals, clients, keys, MOST_PATIENCE);
    }

    /** No requests; 50 clients and 1000 keys stand ready. */
    public static Traffic none() {
        return new Traffic(new Arrivals.None(), 50, new Keys.Uniform(1000));
    }

    /** The same clients and keys, arriving otherwise. */
    public Traffic arriving(Arrivals other) {
        return new Traffic(other, clients, keys, patience);
    }

    /** The same from so many clients. */
    public Traffic from(int manyClients) {
        return new Traffic(arrivals, manyClients, keys, patience);
    }

    /** The same for other keys. */
    public Traffic asking(Keys others) {
        return new Traffic(arrivals, clients, others, patience);
    }

    /** The same of clients who wait so long. */
    public Traffic waiting(Duration other) {
        return new Traffic(arrivals, clients, keys, other);
    }

    /** The address of a client by its number, counted from 0. */
    public static String clientAddress(int number) {
        int n = number + 1;
        return "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
    }
}
