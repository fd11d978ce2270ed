package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Trials.keys;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.ServerId;

class RendezvousTest {
    private static final PolicyChoice CHOICE = PolicyChoice.of("textbook/rendezvous");
    private static final Pool THREE = Pool.of(List.of(Member.up("A", 1), Member.up("B", 2), Member.up("C", 1)));

    private final Picking picking = Picking.by(CHOICE.id(), THREE);

    @Test
    void tellsEachBid() {
        // xxHash64 of the key, seeded with xxHash64 of the name, worked out by another program
        assertThat(picking.owner("abc")).isEqualTo("B");
        assertThat(picking.reason("abc")).isInstanceOfSatisfying(TextbookReason.HighestBid.class, why -> {
            assertThat(why.key()).isEqualTo("abc");
            assertThat(why.bids()).extracting(TextbookReason.Bid::server).isEqualTo(Picking.ids("A", "B", "C"));
            assertThat(why.bids())
                    .extracting(bid -> Long.toUnsignedString(bid.hash()))
                    .containsExactly("11527954823576839121", "12895664559819993429", "3078901013740940913");
            assertThat(why.bids().get(0).score()).isCloseTo(2.127148415737902, within(1e-12));
            assertThat(why.bids().get(1).score()).isCloseTo(5.5866435556375365, within(1e-12));
            assertThat(why.bids().get(2).score()).isCloseTo(0.5585608729841506, within(1e-12));
        });
    }

    @Test
    void letsALightServerWinWhenItBidsMore() {
        assertThat(picking.owner("user:7")).isEqualTo("A");
    }

    @Test
    void doesNotCareForTheOrderOfTheServers() {
        assertThat(picking.from(Pool.of(THREE.members().reversed())).owners(keys(500)))
                .isEqualTo(Picking.by(CHOICE.id(), THREE).owners(keys(500)));
    }

    @Test
    void spreadsALeaversKeysOverAllWhoStay() {
        var four = THREE.plus(Member.up("D", 4));
        var moved = Ledger.of(CHOICE, four, THREE, keys(8000)).entries().stream()
                .filter(Ledger.Entry::moved)
                .map(Ledger.Entry::after)
                .toList();
        // half of 8000 keys, of which B gets half; five standard deviations of 32
        assertThat(moved.size()).isBetween(3776, 4224);
        assertThat((double) Collections.frequency(moved, new Ledger.Owner.Of(new ServerId("B"))) / moved.size())
                .isCloseTo(0.5, within(0.04));
    }

    @Test
    void movesByItsLawAndNoKeyWhenAllWeightsAreDoubled() {
        var doubled = Pool.of(
                THREE.members().stream().map(m -> m.weighing(2 * m.weight())).toList());
        var ledger = Ledger.of(CHOICE, THREE, doubled, keys(2000));
        assertThat(ledger.moved()).isZero();
        assertThat(ledger.law()).isCloseTo(0, within(1e-12));
    }

    @Test
    void takesInTheLawOnlyWhatAHeavierServerGains() {
        var heavier = THREE.change(new ServerId("A"), m -> m.weighing(4));
        // from 1/4 of all keys to 4/7
        assertThat(Ledger.of(CHOICE, THREE, heavier, keys(1)).law()).isCloseTo(4 / 7.0 - 1 / 4.0, within(1e-12));
    }
}
