package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Picking.ask;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Detail;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.Ticks;

class ConsistentHashTest {
    private static final String ID = "nginx/hash-consistent";
    private static final Pool FULL = Recorded.weighing(3, 1, 2, 1, 4);
    private static final Pool REMOVED = FULL.minus(Recorded.server(3));
    private static final Pool DOWN = FULL.change(Recorded.server(3), m -> m.with(Standing.DOWN));

    private final ConsistentHash ring = new ConsistentHash(Ticks.STOPPED);

    @Test
    void givesKeysToTheServersThatNginxGaveThemTo() {
        assertThat(owners(FULL)).hasSize(2000).isEqualTo(column(1));
    }

    @Test
    void givesThemToTheSameAsNginxWithAServerFewer() {
        assertThat(owners(REMOVED)).hasSize(2000).isEqualTo(column(2));
    }

    @Test
    void givesThemToTheSameAsNginxWithAServerMarkedDown() {
        assertThat(owners(DOWN)).hasSize(2000).isEqualTo(column(3));
    }

    @Test
    void goesOnFromTheSamePointWhenARequestIsTriedAgain() {
        assertThat(Retried.replay(ID, "hash $arg_k consistent")).isEqualTo(250);
    }

    @Test
    void sharesANamesPointsAmongItsLinesAsNginxDid() {
        ring.use(twice());
        assertThat(ring.points()).hasSize(480);
        var recorded = Recorded.json("edges.json").getAsJsonObject().getAsJsonObject("duplicate_lines");
        assertThat(recorded.size()).isEqualTo(200);
        var asking = Asking.by(ID, twice());
        recorded.asMap()
                .forEach((key, server) -> assertThat(asking.answering(key).substring(0, 1))
                        .as(key)
                        .isEqualTo(server.getAsString()));
    }

    @Test
    void takesTurnsForRequestsWithAnEmptyKeyAsNginxDid() {
        var recorded = Recorded.json("edges.json").getAsJsonObject().getAsJsonArray("empty_key_consistent");
        assertThat(recorded).hasSize(14);
        assertThat(Asking.by(ID, Recorded.weighing(5, 1, 1)).next(14))
                .isEqualTo(String.join(
                        " ",
                        recorded.asList().stream().map(e -> e.getAsString()).toList()));
    }

    @Test
    void hashesAKeyAsItIsWrittenAsNginxDid() {
        var recorded = Recorded.json("edges.json").getAsJsonObject().getAsJsonObject("percent_encoded");
        assertThat(recorded.size()).isEqualTo(40);
        var asking = Asking.by(ID, Recorded.weighing(5, 1, 1));
        recorded.asMap()
                .forEach((key, server) ->
                        assertThat(asking.answering(key)).as(key).isEqualTo(server.getAsString()));
    }

    @Test
    void laysTheFirstPointsOfAnAddress() {
        ring.use(Recorded.weighing(1));
        assertThat(ring.points())
                .hasSize(160)
                .contains(point(647332618), point(1952464149), point(1601473766))
                .isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
    }

    @Test
    void movesTheKeysOfTheServerThatLeftAndNoOthers() {
        var ledger = Ledger.of(PolicyChoice.of(ID), FULL, REMOVED, column(0));
        assertThat(ledger.moved()).isEqualTo(352);
        assertThat(ledger.entries())
                .filteredOn(Ledger.Entry::moved)
                .extracting(Ledger.Entry::before)
                .containsOnly(new Ledger.Owner.Of(Recorded.server(3)));
    }

    @Test
    void tellsTheWalkAndTheTurnAmongLinesOfOneName() {
        assertThat(ask(Asking.by(ID, DOWN).balancer(), Request.keyed("8834"), Detail.REASONED))
                .isInstanceOfSatisfying(Pick.Chosen.class, pick -> {
                    assertThat(pick.server()).isEqualTo(Recorded.server(1));
                    assertThat(pick.why()).isInstanceOfSatisfying(Reason.Walk.class, walk -> {
                        assertThat(walk.passed()).containsExactly(Recorded.server(3));
                        assertThat(walk.from()).isLessThan(walk.to());
                    });
                });
        assertThat(ask(Asking.by(ID, twice()).balancer(), Request.keyed("/img/109363.png"), Detail.REASONED))
                .isInstanceOfSatisfying(
                        Pick.Chosen.class,
                        pick -> assertThat(pick.why())
                                .isInstanceOfSatisfying(
                                        Reason.SharedPoint.class,
                                        why -> assertThat(why.turn())
                                                .isEqualTo(new Reason.Raised(
                                                        List.of(
                                                                new Reason.Gain(Recorded.server(1), 2, 2, 0, -1),
                                                                new Reason.Gain(
                                                                        new ServerId("127.0.0.1:19001#2"), 1, 1, 0, 1)),
                                                        3))));
    }

    @Test
    void refusesARingTooLarge() {
        assertThatThrownBy(() -> ring.use(Pool.of(IntStream.range(0, 26)
                        .mapToObj(i -> Member.up("s" + i, 1000))
                        .toList())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a ring has at most 4000000 points, not 4160000: give the servers smaller weights");
    }

    private static RingPolicy.Point point(int hash) {
        return new RingPolicy.Point(Position.ofInt(hash), Recorded.server(1));
    }

    private static Pool twice() {
        var again = Member.up("127.0.0.1:19001#2", 1).with(Terms.STANDARD.writtenAs("127.0.0.1:19001"));
        return Recorded.weighing(2, 1).plus(again);
    }

    private static List<String> owners(Pool pool) {
        var asking = Asking.by(ID, pool);
        return column(0).stream().map(asking::answering).toList();
    }

    private static List<String> column(int number) {
        return Recorded.rows("hash.csv").stream().map(row -> row.get(number)).toList();
    }
}
