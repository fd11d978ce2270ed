package ringside.engine.envoy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;

/** A table whose cells hosts have filled in turns, each in an order of its own: a hash leads to the cell of its remainder. */
final class MaglevTable implements Layout {
    /*
     * Each host walks the table from an offset in steps of its skip, two hashes of its name; since the size is prime, it
     * comes by every cell. In rounds, each takes the next free cell of its walk; one that is lighter than the heaviest
     * sits rounds out. For one more attempt some low bits of the hash are turned over, which leads to another cell.
     */
    private static final int FREE = -1;

    /** A table without hosts. */
    static final MaglevTable NONE = new MaglevTable(new int[0]);

    private final int[] cells;

    private MaglevTable(int[] cells) {
        this.cells = cells;
    }

    /**
     * The table of some hosts, at least one.
     *
     * @param size how many cells it has, a prime
     */
    static MaglevTable of(Hosts hosts, int size) {
        var cells = new int[size];
        Arrays.fill(cells, FREE);
        var walks = IntStream.range(0, hosts.count())
                .boxed()
                .sorted(Comparator.comparing(i -> bytes(hosts.at(i)), Arrays::compareUnsigned))
                .map(i -> new Walk(hosts, i, size))
                .toList();
        double heaviest = walks.stream().mapToDouble(walk -> walk.part).max().orElse(0);
        int filled = 0;
        for (int round = 1; filled < size; round++) {
            for (var walk : walks) {
                if (filled < size && walk.takesPart(round, heaviest)) {
                    walk.fill(cells);
                    filled++;
                }
            }
        }
        return new MaglevTable(cells);
    }

    private static byte[] bytes(Member member) {
        return member.written().getBytes(StandardCharsets.UTF_8);
    }

    /** One host's walk over the table. */
    private static final class Walk {
        private final int place;
        private final double part;
        private final long skip;
        private long at;
        private double due;

        Walk(Hosts hosts, int index, int size) {
            var name = new Utf8().hold(hosts.at(index).written());
            place = hosts.place(index);
            part = hosts.part(index);
            at = Long.remainderUnsigned(XxHash64.of(name, 0), size);
            skip = Long.remainderUnsigned(XxHash64.of(name, 1), size - 1) + 1;
        }

        boolean takesPart(int round, double heaviest) {
            if (round * part < due) {
                return false;
            }
            due += heaviest;
            return true;
        }

        void fill(int[] cells) {
            while (cells[(int) at] != FREE) {
                at = (at + skip) % cells.length;
            }
            cells[(int) at] = place;
            at = (at + skip) % cells.length;
        }
    }

    /** Whose each cell is, by places in the pool: not to be written to. */
    int[] cells() {
        return cells;
    }

    @Override
    public int ownerOf(long hash, int attempt) {
        return cells[cellOf(turned(hash, attempt))];
    }

    private int cellOf(long hash) {
        return (int) Long.remainderUnsigned(hash, cells.length);
    }

    /** The hash with all bits turned over that are set in 2^64 - attempt. */
    private static long turned(long hash, int attempt) {
        return hash ^ -(long) attempt;
    }

    /** Among so many turned hashes there is a run of as many neighbours as there are cells. */
    @Override
    public int attempts() {
        return 4 * Integer.highestOneBit(cells.length);
    }

    @Override
    public EnvoyReason.Named why(String key, long hash, int attempt, List<ServerId> passed) {
        long turned = turned(hash, attempt);
        return new EnvoyReason.InTable(key, hash, attempt, turned, cells.length, cellOf(turned), passed);
    }
}
