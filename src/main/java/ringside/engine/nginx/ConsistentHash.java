package ringside.engine.nginx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RemapLaw;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Ticks;
import ringside.engine.hash.Utf8;

/** Gives each key to the first server clockwise on a ring of CRC-32 where every server has 160 points for its weight. */
public final class ConsistentHash extends Naming implements RingPolicy {
    /*
     * nginx's "hash ... consistent" (ngx_http_upstream_hash_module.c), on the ring of Cache::Memcached::Fast. Points belong
     * to names as they are written in the configuration, not to lines: several lines of one name, or several addresses of
     * one name, share its points and take smooth turns. When none of them can take the request, the walk goes on to the
     * next point, which may well be the same server's; after the 21st it gives up, and round robin decides. At its next
     * attempt a request goes on from the point where it was.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/hash-consistent",
            "Gives each key to the first server clockwise on a ring of CRC-32 where every server has 160 points for its"
                    + " weight.",
            RemapLaw.ofShare(Member::weight),
            (_, ticks, _) -> new ConsistentHash(ticks));

    private final Utf8 utf8 = new Utf8();
    private final CRC32 crc = new CRC32();
    private NameRing ring = NameRing.of(List.of());

    /** By keys, and by this clock. */
    public ConsistentHash(Ticks ticks) {
        super(ticks);
    }

    /** {@inheritDoc} A ring may have {@value NameRing#MOST_POINTS} points. */
    @Override
    public void use(Pool pool) {
        NameRing.measure(pool);
        super.use(pool);
        ring = NameRing.of(peers().primaries());
    }

    @Override
    Optional<Pick> name(Visit visit) {
        String key = visit.trail().request().key();
        if (key.isEmpty()) {
            return Optional.of(RoundRobin.insteadOf(visit, Reason.Because.NO_KEY));
        }
        var memory = visit.memory();
        if (memory.rounds == 0) {
            memory.hash = ring.atOrAfter(hash(key));
        }
        memory.rounds++;
        int start = memory.hash;
        do {
            var able = visit.eligible(ring.sharersOf(memory.hash));
            if (!able.isEmpty()) {
                var turn = SmoothTurn.among(able, visit.detail());
                return Optional.of(visit.choose(turn.winner(), () -> why(visit, start, turn)));
            }
            memory.hash++;
        } while (visit.missed());
        return Optional.empty();
    }

    private Reason why(Visit visit, int start, SmoothTurn turn) {
        String key = visit.trail().request().key();
        int end = visit.memory().hash;
        var passed = new LinkedHashSet<ServerId>();
        for (int index = start; index < end; index++) {
            ring.sharersOf(index).forEach(peer -> passed.add(peer.member.id()));
        }
        var walk = new Reason.Walk(key, positionOf(key), ring.positionOf(end), List.copyOf(passed));
        return ring.sharersOf(end).size() == 1 ? walk : new Reason.SharedPoint(walk, turn.why());
    }

    @Override
    public List<Point> points() {
        return ring.points();
    }

    @Override
    public Position positionOf(String key) {
        return Position.ofInt(hash(key));
    }

    private int hash(String key) {
        utf8.hold(key);
        crc.reset();
        crc.update(utf8.bytes(), 0, utf8.length());
        return (int) crc.getValue();
    }
}
