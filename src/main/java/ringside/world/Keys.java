package ringside.world;

import java.util.List;
import java.util.stream.IntStream;

/** What requests ask for: the keys that hashing policies hash. */
public sealed interface Keys {
    /** {@code user:0}, {@code user:1}, … equally often. */
    record Uniform(int count) implements Keys {
        public Uniform {
            Checked.within("a number of keys", count, 1, MOST);
        }
    }

    /** The same names, the k-th asked for in proportion to 1 / k^exponent. */
    record Zipf(int count, double exponent) implements Keys {
        public Zipf {
            Checked.within("a number of keys", count, 1, MOST);
            Checked.within("a Zipf exponent", exponent, 0, 10);
        }
    }

    /** These, equally often. */
    record Named(List<String> names) implements Keys {
        public Named {
            names = List.copyOf(names);
            Checked.within("a number of keys", names.size(), 1, MOST);
        }
    }

    /** The most keys there can be. */
    int MOST = 1_000_000;

    /** Every key, in order. */
    default List<String> all() {
        return first(MOST);
    }

    /** The first keys, in order. */
    default List<String> first(int most) {
        return switch (this) {
            case Uniform(int count) -> numbered(Math.min(count, most));
            case Zipf(int count, double _) -> numbered(Math.min(count, most));
            case Named(var names) -> names.subList(0, Math.min(names.size(), most));
        };
    }

    /** How many there are. */
    default int size() {
        return switch (this) {
            case Uniform(int count) -> count;
            case Zipf(int count, double _) -> count;
            case Named(var names) -> names.size();
        };
    }

    /**
     * What a request for a key asks for: the key itself when that is a path such as {@code /api/users/7}, or else
     * {@code /?key=} and the key, percent-encoded (RFC 3986 §3.4).
     */
    static String pathOf(String key) {
        return Query.path(key) ? key : "/?key=" + Query.encode(key);
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "user:" + i).toList();
    }
}
