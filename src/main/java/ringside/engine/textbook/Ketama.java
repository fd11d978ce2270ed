package ringside.engine.textbook;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RemapLaw;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.SortedRing;
import ringside.engine.hash.Md5;
import ringside.engine.hash.Utf8;

/** Gives each key to the first server clockwise on the ring of libketama, where all together have 160 points a server. */
public final class Ketama implements RingPolicy {
    /*
     * The ring with which Last.fm's memcached clients agreed on who has what (Richard Jones, libketama, 2007), and after
     * which many others are called. A server has floor(weight / all weights * 40 * servers) MD5 digests, of "name-0",
     * "name-1" and so on; each digest is cut into four points of 32 bits, lowest byte first. A key lies at the first four
     * bytes of its own digest. The quotient is rounded to single precision before it is multiplied, as the C code says;
     * compilers differ in how they evaluate that, which is unverified here.
     *
     * The trap is in the formula: how many points a server has depends on all the others. When weights differ and one
     * server goes, those that stay gain or lose points, and keys move between servers that were there all along. nginx's
     * and Envoy's rings give a server as many points whoever else is there.
     */
    private static final double DIGESTS = 40;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/ketama",
            "Gives each key to the first server clockwise on the ring of libketama, where all together have 160 points"
                    + " a server.",
            List.of(),
            RemapLaw.ofShareIn(Ketama::digestsIn),
            _ -> new Ketama());

    private final Utf8 utf8 = new Utf8();
    private final Md5 md5 = new Md5();
    private SortedRing ring = new SortedRing(Pool.EMPTY, List.of());

    @Override
    public void use(Pool pool) {
        var digests = digestsIn(pool);
        ring = new SortedRing(
                pool,
                pool.members().stream()
                        .flatMap(m -> pointsOf(m, digests.applyAsInt(m)))
                        .toList());
    }

    private static ToIntFunction<Member> digestsIn(Pool pool) {
        int total = pool.members().stream().mapToInt(Member::weight).sum();
        long servers = pool.members().stream().filter(m -> m.weight() > 0).count();
        return member -> {
            float share = total == 0 ? 0 : (float) member.weight() / total;
            return (int) Math.floor(share * DIGESTS * servers);
        };
    }

    private Stream<Point> pointsOf(Member member, int digests) {
        return IntStream.range(0, digests)
                .mapToObj(i -> md5.digest(utf8.hold(member.written() + "-" + i)))
                .flatMapToInt(digest -> IntStream.of(
                        (int) (digest.high() >>> Integer.SIZE),
                        (int) digest.high(),
                        (int) (digest.low() >>> Integer.SIZE),
                        (int) digest.low()))
                .mapToObj(bytes -> new Point(Position.ofInt(Integer.reverseBytes(bytes)), member.id()));
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        long high = (long) hash(request.key()) << Integer.SIZE;
        return ring.pick(request.key(), high, 0, candidates, detail);
    }

    private int hash(String key) {
        md5.digest(utf8.hold(key));
        return Integer.reverseBytes((int) (md5.high() >>> Integer.SIZE));
    }

    @Override
    public List<Point> points() {
        return ring.points();
    }

    @Override
    public Position positionOf(String key) {
        return Position.ofInt(hash(key));
    }
}
