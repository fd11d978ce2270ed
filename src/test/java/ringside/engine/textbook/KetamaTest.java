package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Trials.keys;
import static ringside.engine.Trials.pool;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Trials;
import ringside.engine.Vectors;

class KetamaTest {
    private static final PolicyChoice CHOICE = PolicyChoice.of("textbook/ketama");
    private static final JsonObject RECORDED =
            JsonParser.parseString(Vectors.text("misc/libketama.json")).getAsJsonObject();
    private static final Pool SERVERS = Pool.of(StreamSupport.stream(
                    RECORDED.getAsJsonArray("servers_memory").spliterator(), false)
            .map(line -> line.getAsJsonArray())
            .map(line -> Member.up(line.get(0).getAsString(), line.get(1).getAsInt()))
            .toList());

    private final Ketama ring = new Ketama();

    @Test
    void laysTheRecordedPoints() {
        ring.use(SERVERS);
        var lines = ring.points().stream()
                .map(p -> p.position().onScreenRing() + "," + p.server())
                .toList();
        assertThat(lines).hasSize(RECORDED.get("points").getAsInt()).hasSize(636);
        assertThat(lines.subList(0, 400))
                .isEqualTo(Vectors.rows("misc/libketama_points.csv").stream()
                        .map(row -> String.join(",", row))
                        .toList());
        assertThat(sha256(lines.stream()
                        .map(line -> line.replace(',', ' ') + "\n")
                        .collect(Collectors.joining())))
                .isEqualTo(RECORDED.get("sha256_of_lines_\"point server\\n\"").getAsString());
    }

    @Test
    void givesEachServerItsRecordedNumberOfPoints() {
        ring.use(SERVERS);
        var counts = ring.points().stream()
                .collect(Collectors.groupingBy(p -> p.server().name(), Collectors.counting()));
        var recorded = RECORDED.getAsJsonObject("per_server");
        assertThat(counts).hasSize(4).hasSize(recorded.size());
        counts.forEach((server, count) ->
                assertThat(count).as(server).isEqualTo(recorded.get(server).getAsLong()));
    }

    @Test
    void placesAKeyAtTheFirstFourBytesOfItsDigestLowestFirst() {
        // md5("abc") begins with 90 01 50 98
        assertThat(ring.positionOf("abc").onScreenRing()).isEqualTo(0x98500190L);
    }

    @Test
    void movesOnlyTheLeaversKeysWhileWeightsAreEqual() {
        Trials.of(20, random -> {
            var before = Trials.pool(random, 2 + random.nextInt(9), 1);
            var leaver = before.at(random.nextInt(before.size())).id();
            var ledger = Ledger.of(CHOICE, before, before.minus(leaver), keys(300));
            assertThat(ledger.entries())
                    .filteredOn(Ledger.Entry::moved)
                    .isNotEmpty()
                    .extracting(Ledger.Entry::before)
                    .containsOnly(new Ledger.Owner.Of(leaver));
        });
    }

    @Test
    void movesKeysOfThoseThatStayWhenWeightsDiffer() {
        var before = Pool.of(List.of(Member.up("A", 7), Member.up("B", 1), Member.up("C", 1)));
        var ledger = Ledger.of(CHOICE, before, before.minus(new ServerId("B")), keys(3000));
        assertThat(ledger.entries())
                .filteredOn(Ledger.Entry::moved)
                .extracting(Ledger.Entry::before)
                .contains(new Ledger.Owner.Of(new ServerId("A")), new Ledger.Owner.Of(new ServerId("B")));
    }

    @Test
    void hashesTheNameThatTheConfigurationHas() {
        var member = Member.up("cache", 1);
        ring.use(Pool.of(List.of(member.with(member.terms().writtenAs("10.0.1.1:11211")))));
        var points = ring.points().stream().map(RingPolicy.Point::position).toList();
        ring.use(pool("10.0.1.1:11211"));
        assertThat(points)
                .isEqualTo(
                        ring.points().stream().map(RingPolicy.Point::position).toList());
    }

    @Test
    void findsTheFirstPointClockwise() {
        ring.use(SERVERS);
        var picking = Picking.by(CHOICE.id(), SERVERS);
        for (var key : keys(300)) {
            var first = ring.points().stream()
                    .filter(p -> p.position().compareTo(ring.positionOf(key)) >= 0)
                    .findFirst()
                    .orElse(ring.points().getFirst());
            assertThat(picking.owner(key)).isEqualTo(first.server().name());
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
