package ringside.engine.textbook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;

/** A table whose cells servers claimed in turn, each the first free one in an order of its own. */
final class MaglevTable {
    /*
     * A server's order goes through all cells: from one of them, its offset, in steps of its skip, 1 to size - 1, which
     * lead everywhere because the size is a prime number. Both are hashes of its name. Servers take turns in the order of
     * their names, so that the order of the configuration does not matter. The heaviest has a turn in every round, the
     * others in proportion to their weights.
     */
    private static final int FREE = -1;

    private final Pool pool;
    private final int[] places;

    private MaglevTable(Pool pool, int[] places) {
        this.pool = pool;
        this.places = places;
    }

    /**
     * One server's way through the cells.
     *
     * @param offset the first cell it would have
     * @param skip how far it is to the next, 1 to the size less 1
     * @param weight its share of the turns
     */
    record Claim(int offset, int skip, int weight) {}

    /** The table of a pool's open members; without cells when there are none. */
    static MaglevTable of(Pool pool, int size) {
        var members = pool.members().stream()
                .filter(Member::open)
                .sorted(Comparator.comparing(Member::id))
                .toList();
        var utf8 = new Utf8();
        var claims = members.stream().map(m -> claim(m, size, utf8)).toList();
        int[] placeOf = members.stream()
                .mapToInt(m -> pool.placeOf(m.id()).orElseThrow())
                .toArray();
        return new MaglevTable(
                pool,
                Arrays.stream(claimed(claims.isEmpty() ? 0 : size, claims))
                        .map(claim -> placeOf[claim])
                        .toArray());
    }

    private static Claim claim(Member member, int size, Utf8 utf8) {
        utf8.hold(member.id().name());
        long offset = Long.remainderUnsigned(XxHash64.of(utf8, 0), size);
        long skip = Long.remainderUnsigned(XxHash64.of(utf8, 1), size - 1) + 1;
        return new Claim((int) offset, (int) skip, member.weight());
    }

    /** The index of the claim that each of so many cells fell to. */
    static int[] claimed(int size, List<Claim> claims) {
        int[] owners = new int[size];
        Arrays.fill(owners, FREE);
        int heaviest = claims.stream().mapToInt(Claim::weight).max().orElse(0);
        int[] cells = claims.stream().mapToInt(Claim::offset).toArray();
        int[] credits = new int[claims.size()];
        for (int filled = 0, turn = 0; filled < size; turn = (turn + 1) % cells.length) {
            var claim = claims.get(turn);
            credits[turn] += claim.weight();
            if (credits[turn] < heaviest) {
                continue;
            }
            credits[turn] -= heaviest;
            while (owners[cells[turn]] != FREE) {
                cells[turn] = (cells[turn] + claim.skip()) % size;
            }
            owners[cells[turn]] = turn;
            filled++;
        }
        return owners;
    }

    /** How many cells there are. */
    int size() {
        return places.length;
    }

    /** The place in the pool of a cell's server. */
    int placeAt(int cell) {
        return places[cell];
    }

    /** The share of cells, 0 to 1, that are not the same server's in two tables of one size; all when one has none. */
    static double difference(MaglevTable one, MaglevTable other) {
        if (one.size() == 0 || other.size() == 0) {
            return one.size() == other.size() ? 0 : 1;
        }
        long different = IntStream.range(0, one.size())
                .filter(cell -> !one.ownerAt(cell).equals(other.ownerAt(cell)))
                .count();
        return (double) different / one.size();
    }

    private ServerId ownerAt(int cell) {
        return pool.at(places[cell]).id();
    }
}
