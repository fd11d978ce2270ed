package ringside.bench;

import java.util.List;
import java.util.stream.IntStream;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.Request;

/** The pools and keys that the benchmarks share. */
final class Bench {
    /** As many points as nginx and Envoy's documentation give a server. */
    static final int POINTS = 160;

    /** A power of two, so that turning from one key to the next costs next to nothing. */
    static final int KEYS = 1 << 12;

    private Bench() {}

    /** So many servers of weight 1. */
    static Pool pool(int servers) {
        return Pool.of(IntStream.range(0, servers).mapToObj(Bench::server).toList());
    }

    static Member server(int number) {
        return Member.up("server-" + number, 1);
    }

    /** Keys such as {@code user:4012}. */
    static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "user:" + i).toList();
    }

    static Request[] requests() {
        return keys(KEYS).stream().map(Request::keyed).toArray(Request[]::new);
    }
}
