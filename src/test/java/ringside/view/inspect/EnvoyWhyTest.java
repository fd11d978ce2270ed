package ringside.view.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.envoy.EnvoyReason.Due;
import ringside.engine.envoy.EnvoyReason.Probe;

final class EnvoyWhyTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    @Test
    void showsTheDeadlinesAndWhoIsNext() {
        var order = List.of(new Due(B, 4, 0.25), new Due(A, 1, 1));
        assertThat(Why.of(new EnvoyReason.Earliest(order, new Due(A, 1, 2), B, List.of(B)), A))
                .containsExactly(
                        new Why(Optional.of(B), "due at 0.250, by a weight of 4.000", "can’t take it"),
                        new Why(Optional.of(A), "due at 1.000, by a weight of 1.000", "earliest; due again at 2.000"),
                        new Why(Optional.empty(), "B is next.", ""));
        assertThat(Why.of(new EnvoyReason.Counted(7, 3, List.of(A)), B))
                .containsExactly(
                        new Why(Optional.of(A), "can’t take it", ""),
                        new Why(Optional.of(B), "number 7 by 3 hosts leaves 1", "its turn"));
    }

    @Test
    void marksTheDrawThatWasKeptOnce() {
        var draws = List.of(new Reason.Load(A, 5), new Reason.Load(B, 2), new Reason.Load(B, 2));
        assertThat(Why.of(new EnvoyReason.FewestOfDraws(2, draws), B))
                .containsExactly(
                        new Why(Optional.of(A), "5 active", ""),
                        new Why(Optional.of(B), "2 active", "kept"),
                        new Why(Optional.of(B), "2 active", ""));
        assertThat(Why.of(new EnvoyReason.FewestOfAll(draws.subList(0, 2), 1), B))
                .extracting(Why::note)
                .containsExactly("", "fewest");
        assertThat(Why.of(new EnvoyReason.DrawnOne(1, 3), B))
                .containsExactly(new Why(Optional.of(B), "rolled 2 of 3", ""));
    }

    @Test
    void followsAnAttemptFromTheFirstPoint() {
        var first = new RingPolicy.Point(Position.ofInt(0x40000000), A);
        var to = new RingPolicy.Point(Position.ofInt(0x80000000), B);
        var north = Position.ofInt(0);
        assertThat(Why.of(new EnvoyReason.OnRing("cart", north, first, 0, first, List.of()), A))
                .containsExactly(
                        new Why(Optional.empty(), "cart lies at 0x0000… 0°", ""),
                        new Why(Optional.of(A), "next point 0x4000… 90°", "first"));
        assertThat(Why.of(new EnvoyReason.OnRing("cart", north, first, 1, to, List.of()), B))
                .containsExactly(
                        new Why(Optional.empty(), "cart lies at 0x0000… 0°", ""),
                        new Why(Optional.of(A), "next point 0x4000… 90°", "first"),
                        new Why(Optional.empty(), "Attempts before: 1", ""),
                        new Why(Optional.of(B), "next point 0x8000… 180°", "as many points on"));
    }

    @Test
    void showsTheCellAndThenWhoIsFull() {
        var cell = new EnvoyReason.InTable("cart", 9, 1, -10, 7, 6, List.of());
        var probes = List.of(new Probe(A, 3, 2), new Probe(B, 0, 2));
        assertThat(Why.of(new EnvoyReason.Bounded(cell, A, probes), B))
                .containsExactly(
                        new Why(Optional.empty(), "hashed: cart", ""),
                        new Why(Optional.empty(), "hash 9", ""),
                        new Why(Optional.empty(), "Attempts before: 1", ""),
                        new Why(Optional.empty(), "Turned over, the hash is 18446744073709551606.", ""),
                        new Why(Optional.of(A), "remainder by 7 cells: 6", ""),
                        new Why(Optional.of(A), "3 active in 2 slots", "full"),
                        new Why(Optional.of(B), "0 active in 2 slots", "room"));
    }
}
