package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.envoy.Cluster.weighing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Ticks;

/** Round robin, counted and by deadlines, and slow start in it. */
class RoundRobinTest {
    private static final String ID = "envoy/round-robin";
    private static final Map<String, String> OLDER = Map.of("seed", "0", "initialiser", "older");

    @Test
    void takesTheRecordedTurnsFromEachStart() {
        var lists = Cluster.elements(Cluster.json("edf.json"))
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertThat(lists).hasSize(6);
        for (var list : lists) {
            var byPicks = list.getAsJsonObject("newer_initialiser_by_prepicks");
            assertThat(byPicks.keySet()).containsExactlyInAnyOrder("0", "7", "23", "1000");
            byPicks.entrySet().forEach(e -> takes(list, Map.of("seed", e.getKey()), e.getValue()));
            takes(list, OLDER, list.get("older_initialiser"));
        }
    }

    private static void takes(JsonObject list, Map<String, String> options, JsonElement recorded) {
        var weights = Cluster.elements(list.get("weights"))
                .mapToInt(JsonElement::getAsInt)
                .toArray();
        var turns = Cluster.elements(recorded)
                .map(number -> Character.toString('A' + number.getAsInt() - 1))
                .toList();
        assertThat(turns).hasSizeGreaterThan(10);
        assertThat(Cluster.by(ID, options, weighing(weights)).next(turns.size()))
                .as(options + " " + list.get("weights"))
                .isEqualTo(String.join(" ", turns));
    }

    @Test
    void reweighsAHostWhenItsTurnIsOverAsEnvoysTestsSay() {
        int[] weights = {1, 2};
        var older = Edf.older(new int[] {0, 1}, place -> weights[place], 0);
        var newer = Edf.newer(new int[] {0, 1}, place -> weights[place], 0);
        assertThat(six(older, weights)).containsExactly(1, 0, 1, 1, 0, 1);
        assertThat(six(newer, weights)).containsExactly(1, 0, 1, 1, 0, 1);
        weights[0] = 2;
        weights[1] = 1;
        assertThat(six(older, weights)).containsExactly(1, 0, 1, 0, 0, 1);
        assertThat(six(newer, weights)).containsExactly(1, 0, 0, 1, 0, 0);
    }

    private static int[] six(Edf edf, int[] weights) {
        return IntStream.range(0, 6)
                .map(_ -> edf.next(place -> weights[place]).place())
                .toArray();
    }

    @Test
    void makesAPickItselfThatWouldBeReckonedOnTheDot() {
        // three picks of three alike are one each: reckoned, deadlines would be at 2 / 1.0000000000001
        assertThat(Edf.newer(new int[] {0, 1, 2}, _ -> 1, 3).order())
                .extracting(Edf.Turn::deadline)
                .containsOnly(1 / 1.0000000000001 + 1);
    }

    @Test
    void reallyMadeFewerPicksThanThereAreHostsInTheOlderOne() {
        // of A A A A B C A A A A A A B, the remainder of 4 by 3 went before
        assertThat(Cluster.by(ID, Map.of("seed", "4", "initialiser", "older"), weighing(5, 1, 1))
                        .next(12))
                .isEqualTo("A A A B C A A A A A A B");
    }

    @Test
    void countsOnWhenHostsComeAndGo() {
        var cluster = Cluster.by(ID, Map.of("seed", "2"), weighing(1, 1, 1));
        assertThat(cluster.next(4)).isEqualTo("C A B C");
        cluster.change("B", m -> m.with(Standing.DOWN));
        assertThat(cluster.next(4)).isEqualTo("A C A C");
        cluster.change("B", m -> m.with(Standing.UP));
        assertThat(cluster.next(3)).isEqualTo("B C A");
    }

    @Test
    void drawsItsStart() {
        var first = IntStream.range(0, 300)
                .mapToObj(seed -> {
                    var policy = Policies.make(PolicyChoice.of(ID), Ticks.STOPPED, Dice.seeded(seed));
                    policy.use(weighing(1, 1, 1));
                    return ((RoundRobin) policy).seed() % 3;
                })
                .collect(Collectors.groupingBy(i -> i, Collectors.counting()));
        assertThat(first.values()).hasSize(3).allMatch(count -> count > 70);
    }

    @Test
    void asksBackupsWhenNoOtherHostIsLeft() {
        var cluster = Cluster.by(ID, OLDER, weighing(1, 1))
                .change("B", m -> m.with(m.terms().asBackup()));
        assertThat(cluster.next(2)).isEqualTo("A A");
        assertThat(cluster.change("A", m -> m.with(Standing.DOWN)).next(2)).isEqualTo("B B");
    }

    @Test
    void startsAHostSlowlyThatWasAdded() {
        var cluster = Cluster.by(ID, OLDER, weighing(1)).add(Cluster.slowly(Member.up("B", 1), 10_000));
        // B begins at a tenth of its weight, and is due at 10; A at 1, 2, …
        assertThat(cluster.next(11)).isEqualTo("A A A A A A A A A B A");
        // put back at 10 by a tenth, B is due at 20; from then on by a half
        cluster.at(5_000);
        assertThat(cluster.next(15)).isEqualTo("A A A A A A A A A B A A B A A");
    }

    @Test
    void startsAHostSlowlyThatWasDown() {
        var cluster = Cluster.by(ID, OLDER, weighing(1))
                .add(Cluster.slowly(Member.up("B", 1), 10_000))
                .at(60_000)
                .change("B", m -> m.with(Standing.DOWN))
                .at(70_000)
                .change("B", m -> m.with(Standing.UP));
        assertThat(cluster.next(10)).isEqualTo("A A A A A A A A A B");
        cluster.at(81_000).change("A", m -> m.weighing(1));
        assertThat(cluster.next(4)).isEqualTo("A B A B");
    }

    @Test
    void letsAggressionBendASlowStart() {
        var options = Map.of("seed", "0", "initialiser", "older", "slow-start-aggression", "200");
        var cluster = Cluster.by(ID, options, weighing(1))
                .add(Cluster.slowly(Member.up("B", 1), 10_000))
                .at(2_500)
                .change("A", m -> m);
        // the root of a quarter is a half
        assertThat(cluster.next(6)).isEqualTo("A B A A B A");
    }

    @Test
    void neverStartsBelowTheSmallestPart() {
        var options = Map.of("seed", "0", "initialiser", "older", "min-weight-percent", "50");
        var cluster = Cluster.by(ID, options, weighing(1)).add(Cluster.slowly(Member.up("B", 1), 10_000));
        assertThat(cluster.next(6)).isEqualTo("A B A A B A");
    }

    @Test
    void tellsTheNumberThatItCounted() {
        var cluster = Cluster.by(ID, Map.of("seed", "7"), weighing(1, 1, 1));
        assertThat(cluster.reason("")).isEqualTo(new EnvoyReason.Counted(7, 3, List.of()));
        assertThat(cluster.another("")).isEqualTo(new EnvoyReason.Counted(9, 3, List.of()));
    }

    @Test
    void tellsTheDeadlines() {
        var a = new ServerId("A");
        var b = new ServerId("B");
        assertThat(Cluster.by(ID, OLDER, weighing(4, 1)).reason(""))
                .isEqualTo(new EnvoyReason.Earliest(
                        List.of(new EnvoyReason.Due(a, 4, 0.25), new EnvoyReason.Due(b, 1, 1)),
                        new EnvoyReason.Due(a, 4, 0.5),
                        a,
                        List.of()));
        assertThat(Cluster.by(ID, OLDER, weighing(4, 1)).another(""))
                .isEqualTo(new EnvoyReason.Earliest(
                        List.of(new EnvoyReason.Due(a, 4, 0.5), new EnvoyReason.Due(b, 1, 1)),
                        new EnvoyReason.Due(b, 1, 2),
                        a,
                        List.of(a, a)));
    }
}
