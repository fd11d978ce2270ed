package ringside.engine.nginx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RingPolicy;

/** The points of servers' names on nginx's ring, clockwise. */
final class NameRing {
    /*
     * A name is cut at its last colon if nothing but digits follow it. Each point is the CRC-32 of the host, a zero byte,
     * the port, and the point before (at first 0) as four bytes, the lowest first. Of several points at one place the
     * first line's stays; so a name on two lines has as many points as the heavier line.
     *
     * Points are kept with their first bit flipped: then their order as signed numbers is their order on the ring.
     */

    /** The most points a ring may have. */
    static final int MOST_POINTS = 4_000_000;

    private static final int POINTS_PER_WEIGHT = 160;
    private static final String SOCKET = "unix:";

    private final int[] flipped;
    private final List<List<Peer>> sharers;

    private NameRing(int[] flipped, List<List<Peer>> sharers) {
        this.flipped = flipped;
        this.sharers = sharers;
    }

    /**
     * Makes sure that servers' points are not too many.
     *
     * @throws IllegalArgumentException saying so when they are
     */
    static void measure(Pool pool) {
        long points = pool.members().stream().mapToLong(Member::weight).sum() * POINTS_PER_WEIGHT;
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException("a ring has at most " + MOST_POINTS + " points, not " + points
                    + ": give the servers smaller weights");
        }
    }

    /** The ring of these servers. */
    static NameRing of(List<Peer> peers) {
        long[] withLines = IntStream.range(0, peers.size())
                .mapToObj(line -> pointsOf(peers.get(line).member).mapToLong(point -> flippedWithLine(point, line)))
                .flatMapToLong(points -> points)
                .sorted()
                .toArray();
        long[] first = IntStream.range(0, withLines.length)
                .filter(i -> i == 0 || (int) (withLines[i] >> Integer.SIZE) != (int) (withLines[i - 1] >> Integer.SIZE))
                .mapToLong(i -> withLines[i])
                .toArray();
        var byName = peers.stream().collect(Collectors.groupingBy(peer -> peer.member.written()));
        var byLine =
                peers.stream().map(peer -> byName.get(peer.member.written())).toList();
        return new NameRing(
                Arrays.stream(first)
                        .mapToInt(point -> (int) (point >> Integer.SIZE))
                        .toArray(),
                Arrays.stream(first).mapToObj(point -> byLine.get((int) point)).toList());
    }

    private static long flippedWithLine(int point, int line) {
        return (long) (point ^ Integer.MIN_VALUE) << Integer.SIZE | line;
    }

    private static IntStream pointsOf(Member member) {
        byte[] text = hashed(member.written());
        var crc = new CRC32();
        return IntStream.iterate(next(0, text, crc), before -> next(before, text, crc))
                .limit((long) member.weight() * POINTS_PER_WEIGHT);
    }

    /** What is hashed of a name before the point before: its host, a zero byte and its port. */
    private static byte[] hashed(String name) {
        if (name.regionMatches(true, 0, SOCKET, 0, SOCKET.length())) {
            return (name.substring(SOCKET.length()) + '\0').getBytes(StandardCharsets.UTF_8);
        }
        int colon = name.lastIndexOf(':');
        boolean ported = colon >= 0 && name.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9');
        String text = ported ? name.substring(0, colon) + '\0' + name.substring(colon + 1) : name + '\0';
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int next(int before, byte[] text, CRC32 crc) {
        crc.reset();
        crc.update(text);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            crc.update(before >>> shift);
        }
        return (int) crc.getValue();
    }

    /** The index of the first point at or after this hash; the number of points when there is none. */
    int atOrAfter(int hash) {
        int found = Arrays.binarySearch(flipped, hash ^ Integer.MIN_VALUE);
        return found >= 0 ? found : -found - 1;
    }

    /** The servers whose name has the point at this index, which may go on beyond twelve o'clock. */
    List<Peer> sharersOf(int index) {
        return sharers.get(index % flipped.length);
    }

    /** Where that point lies. */
    Position positionOf(int index) {
        return Position.ofInt(flipped[index % flipped.length] ^ Integer.MIN_VALUE);
    }

    /** Every point, with the first server of its name. */
    List<RingPolicy.Point> points() {
        return IntStream.range(0, flipped.length)
                .mapToObj(i -> new RingPolicy.Point(
                        positionOf(i), sharersOf(i).getFirst().member.id()))
                .toList();
    }
}
