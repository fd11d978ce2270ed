package ringside.view.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.ServerId;

final class WhyTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    @Test
    void putsEveryCandidatesLoadInALineAndMarksTheFewest() {
        var reason = new Reason.FewestInFlight(List.of(new Reason.Load(A, 9), new Reason.Load(B, 6)), 1);
        assertThat(Why.of(reason, B))
                .containsExactly(
                        new Why(Optional.of(A), "9 in flight", ""),
                        new Why(Optional.of(B), "6 in flight", "fewest"));
    }

    @Test
    void saysThatATieWasBrokenByTurns() {
        var reason = new Reason.FewestInFlight(List.of(new Reason.Load(A, 2), new Reason.Load(B, 2)), 2);
        assertThat(Why.of(reason, A).getFirst().note()).isEqualTo("fewest, its turn");
    }

    @Test
    void showsWhatTheWinnerPaid() {
        var reason = new Reason.HighestScore(
                List.of(new Reason.Score(A, 5, 5, -2), new Reason.Score(B, 2, 2, 2)), 7);
        assertThat(Why.of(reason, A))
                .containsExactly(
                        new Why(Optional.of(A), "score 5 − 7 = -2", "highest"),
                        new Why(Optional.of(B), "score 2", ""));
    }

    @Test
    void showsTheRemainderThatNamesTheSlot() {
        assertThat(Why.of(new Reason.Remainder("user:7", 10, 3, 1), B))
                .extracting(Why::figures)
                .containsExactly("hashed: user:7", "hash 10", "mod 3 = 1");
    }

    @Test
    void followsTheWalkFromTheKeyPastThoseWhoAreDown() {
        var reason = new Reason.Walk(
                "User1", Position.ofInt(0x6b900000), Position.ofInt(0x7e000000), List.of(A));
        assertThat(Why.of(reason, B))
                .containsExactly(
                        new Why(Optional.empty(), "User1 lies at 0x6b90… 151°", ""),
                        new Why(Optional.of(A), "passed: can’t take it", ""),
                        new Why(Optional.of(B), "next point 0x7e00… 177°", "first"));
    }
}
