package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.Candidates;
import ringside.engine.ServerId;

class BoundedLoadTest {
    private static final Hosts FIVE = Hosts.of(Cluster.weighing(1, 1, 1, 1, 1));
    private static final Candidates ALL = _ -> true;

    /** The places looked at, and who took it. */
    private static List<Integer> probed(long hash, int named, Candidates candidates, int... active) {
        var probed = new ArrayList<Integer>();
        int place = new BoundedLoad(100, FIVE).place(hash, named, candidates, i -> active[i], probed::add);
        probed.add(place);
        return probed;
    }

    @Test
    void shufflesAsEnvoysTestsSay() {
        // seed 2 makes 2 1 0 4 3 of five; seed 6 makes 4 0 2 3 1, and seed 7 makes 0 1 4 3 2
        assertThat(probed(2, 2, ALL, 10, 10, 10, 0, 10)).containsExactly(2, 1, 0, 4, 3, 3);
        assertThat(probed(6, 3, ALL, 10, 0, 10, 10, 10)).containsExactly(3, 4, 0, 2, 1, 1);
        assertThat(probed(7, 3, ALL, 10, 10, 0, 10, 10)).containsExactly(3, 0, 1, 4, 2, 2);
        assertThat(probed(0xabcdef0100000002L, 2, ALL, 10, 10, 10, 0, 10)).containsExactly(2, 1, 0, 4, 3, 3);
    }

    @Test
    void takesOneMoreWhenSlotsAreJustTaken() {
        // 2 slots for all, a fifth of which is 1
        assertThat(probed(2, 2, ALL, 0, 0, 1, 0, 0)).containsExactly(2, 2);
        assertThat(probed(2, 2, ALL, 0, 1, 2, 0, 0)).containsExactly(2, 1, 1);
    }

    @Test
    void takesTheLeastOverloadedWhenNobodyElseMay() {
        // 59 slots, 12 for each
        assertThat(probed(2, 2, place -> place != 3, 16, 13, 15, 0, 14)).containsExactly(2, 1, 0, 4, 1);
    }

    @Test
    void rollsTheNumbersOfTheStandard() {
        var twister = new Mt19937();
        twister.seed(5489);
        assertThat(Integer.toUnsignedLong(twister.roll())).isEqualTo(3_499_211_612L);
        for (int i = 2; i < 10_000; i++) {
            twister.roll();
        }
        assertThat(Integer.toUnsignedLong(twister.roll())).isEqualTo(4_123_659_995L);
    }

    @Test
    void tellsWhoWasFullAndWhoHadRoom() {
        var cluster = Cluster.by(
                "envoy/maglev", Map.of("hash-balance-factor", "100", "table-size", "7"), Cluster.weighing(1, 1));
        var named = new ServerId(cluster.open("a"));
        var other = new ServerId(named.name().equals("A") ? "B" : "A");
        assertThat(cluster.reason("a")).isInstanceOfSatisfying(EnvoyReason.Bounded.class, why -> {
            assertThat(why.by()).isEqualTo(named);
            assertThat(why.named()).isInstanceOf(EnvoyReason.InTable.class);
            // one active and one coming are 2 slots, 1 for each
            assertThat(why.probes()).containsExactly(new EnvoyReason.Probe(named, 1, 1));
        });
        assertThat(cluster.reason("a"))
                .isInstanceOfSatisfying(
                        EnvoyReason.Bounded.class,
                        why -> assertThat(why.probes()).containsExactly(new EnvoyReason.Probe(named, 2, 2)));
        assertThat(cluster.reason("a"))
                .isInstanceOfSatisfying(
                        EnvoyReason.Bounded.class,
                        why -> assertThat(why.probes())
                                .containsExactly(
                                        new EnvoyReason.Probe(named, 3, 2), new EnvoyReason.Probe(other, 0, 2)));
    }

    @Test
    void refusesAFactorBelowTheFairShare() {
        assertThatThrownBy(() -> Cluster.by("envoy/maglev", Map.of("hash-balance-factor", "99"), Cluster.weighing(1)))
                .hasMessage("hash-balance-factor is 0 or a percentage from 100, not \"99\"");
    }
}
