package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Picking.ask;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.engine.Detail;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.Standing;
import ringside.engine.Trials;

class HashTest {
    private static final String ID = "nginx/hash";
    private static final Pool FULL = Recorded.weighing(3, 1, 2, 1, 4);
    private static final Pool DOWN = FULL.change(Recorded.server(3), m -> m.with(Standing.DOWN));

    @Test
    void givesKeysToTheServersThatNginxGaveThemTo() {
        assertThat(owners(FULL)).hasSize(2000).isEqualTo(column(4));
    }

    @Test
    void givesThemToTheSameAsNginxWithAServerFewer() {
        assertThat(owners(FULL.minus(Recorded.server(3)))).hasSize(2000).isEqualTo(column(5));
    }

    @Test
    void givesThemToTheSameAsNginxWithAServerMarkedDown() {
        assertThat(owners(DOWN)).hasSize(2000).isEqualTo(column(6));
    }

    @Test
    void goesOnWithTheSumAndTheRoundWhenARequestIsTriedAgain() {
        assertThat(Retried.replay(ID, "hash $arg_k")).isEqualTo(250);
    }

    @Test
    void takesTurnsForRequestsWithoutAKeyAsNginxDid() {
        var recorded = Recorded.json("edges.json").getAsJsonObject().getAsJsonArray("missing_key_mod");
        assertThat(recorded).hasSize(14);
        assertThat(Asking.by(ID, Recorded.weighing(5, 1, 1)).next(14))
                .isEqualTo(String.join(
                        " ",
                        recorded.asList().stream().map(e -> e.getAsString()).toList()));
    }

    @Test
    void movesTheKeysOfAServerMarkedDownAloneAndMostWhenItsLineGoes() {
        var keys = column(0);
        var down = Ledger.of(PolicyChoice.of(ID), FULL, DOWN, keys);
        assertThat(down.moved()).isEqualTo(349);
        assertThat(down.law()).isCloseTo(2 / 11.0, within(1e-12));
        var removed = Ledger.of(PolicyChoice.of(ID), FULL, FULL.minus(Recorded.server(3)), keys);
        assertThat(removed.moved()).isEqualTo(349 + 1103);
        assertThat(removed.fraction()).isCloseTo(removed.law(), within(0.03));
    }

    @Test
    void movesAsManyKeysAsTheLawExpectsOfAnyChange() {
        Trials.of(40, random -> {
            var ledger = Ledger.of(PolicyChoice.of(ID), somePool(random), somePool(random), Trials.keys(5000));
            // five standard deviations of a fraction of 5000 keys: 5 * sqrt(0.25 / 5000)
            assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.036));
        });
    }

    private static Pool somePool(Random random) {
        var members = Trials.pool(random, 1 + random.nextInt(6), 4).members().stream()
                .map(m -> random.nextInt(4) == 0 ? m.with(Standing.DOWN) : m)
                .toList();
        return Pool.of(members);
    }

    @Test
    void tellsEachRoundOfHashing() {
        // CRC-32 of 8834: eb7c2aff, of 18834: 905b93c8; fifteen bits of each are 27516 and 4187, together 31703
        var rounds =
                List.of(new Reason.Round(27516, 5, Recorded.server(3)), new Reason.Round(31703, 1, Recorded.server(1)));
        assertThat(ask(Asking.by(ID, DOWN).balancer(), Request.keyed("8834"), Detail.REASONED))
                .isEqualTo(new Pick.Chosen(Recorded.server(1), new Reason.Rounds("8834", 11, rounds)));
    }

    private static List<String> owners(Pool pool) {
        var asking = Asking.by(ID, pool);
        return column(0).stream().map(asking::answering).toList();
    }

    private static List<String> column(int number) {
        return Recorded.rows("hash.csv").stream().map(row -> row.get(number)).toList();
    }
}
