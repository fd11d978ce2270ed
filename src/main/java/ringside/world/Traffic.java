package ringside.world;

import java.time.Duration;
import java.util.Optional;

/**
 * The requests that a world makes for itself.
 *
 * @param arrivals when they come
 * @param clients how many different clients they come from, 1 to 100 000; client i is {@code 10.a.b.c} of its number
 * @param keys what they ask for
 * @param patience how long a client waits for the whole of its answer before it gives up, 1 ms to 1 h
 * @param perConnection how many requests a client makes over one connection, one after the other, before it makes another,
 *     1 to 1 000 000; where that is not said, real clients keep theirs and simulated ones have one for each request
 */
public record Traffic(Arrivals arrivals, int clients, Keys keys, Duration patience, Optional<Integer> perConnection) {
    /** The most requests that a connection may be said to carry. */
    public static final int MOST_PER_CONNECTION = 1_000_000;

    /** The longest that a client waits, and does when nothing else is said. */
    public static final Duration MOST_PATIENCE = Duration.ofHours(1);

    public Traffic {
        Checked.within("a number of clients", clients, 1, 100_000);
        perConnection.ifPresent(n -> Checked.within("a number of requests per connection", n, 1, MOST_PER_CONNECTION));
        Checked.within("a client's patience", patience, Duration.ofMillis(1), MOST_PATIENCE);
    }

    /** Requests of clients who wait an hour. */
    public Traffic(Arrivals arrivals, int clients, Keys keys) {
        this(arrivals, clients, keys, MOST_PATIENCE);
    }

    /** Requests of whose connections nothing is said. */
    public Traffic(Arrivals arrivals, int clients, Keys keys, Duration patience) {
        this(arrivals, clients, keys, patience, Optional.empty());
    }

    /** No requests; 50 clients and 1000 keys stand ready. */
    public static Traffic none() {
        return new Traffic(new Arrivals.None(), 50, new Keys.Uniform(1000));
    }

    /** The same clients and keys, arriving otherwise. */
    public Traffic arriving(Arrivals other) {
        return new Traffic(other, clients, keys, patience, perConnection);
    }

    /** The same from so many clients. */
    public Traffic from(int manyClients) {
        return new Traffic(arrivals, manyClients, keys, patience, perConnection);
    }

    /** The same for other keys. */
    public Traffic asking(Keys others) {
        return new Traffic(arrivals, clients, others, patience, perConnection);
    }

    /** The same of clients who wait so long. */
    public Traffic waiting(Duration other) {
        return new Traffic(arrivals, clients, keys, other, perConnection);
    }

    /** The same with so many requests over each connection, or where nothing is said of that. */
    public Traffic over(Optional<Integer> requests) {
        return new Traffic(arrivals, clients, keys, patience, requests);
    }

    /** The address of a client by its number, counted from 0. */
    public static String clientAddress(int number) {
        int n = number + 1;
        return "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
    }
}
