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
                        new Why(Optional.of(A), "9 in flight", ""), new Why(Optional.of(B), "6 in flight", "fewest"));
    }

    @Test
    void saysThatATieWasBrokenByTurns() {
        var reason = new Reason.FewestInFlight(List.of(new Reason.Load(A, 2), new Reason.Load(B, 2)), 2);
        assertThat(Why.of(reason, A).getFirst().note()).isEqualTo("fewest, its turn");
    }

    @Test
    void showsWhatTheWinnerPaid() {
        var reason = new Reason.HighestScore(List.of(new Reason.Score(A, 5, 5, -2), new Reason.Score(B, 2, 2, 2)), 7);
        assertThat(Why.of(reason, A))
                .containsExactly(
                        new Why(Optional.of(A), "score 5 − 7 = -2", "highest"), new Why(Optional.of(B), "score 2", ""));
    }

    @Test
    void showsTheRemainderThatNamesTheSlot() {
        assertThat(Why.of(new Reason.Remainder("user:7", 10, 3, 1), B))
                .extracting(Why::figures)
                .containsExactly("hashed: user:7", "hash 10", "mod 3 = 1");
    }

    @Test
    void followsTheWalkFromTheKeyPastThoseWhoAreDown() {
        var reason = new Reason.Walk("User1", Position.ofInt(0x6b900000), Position.ofInt(0x7e000000), List.of(A));
        assertThat(Why.of(reason, B))
                .containsExactly(
                        new Why(Optional.empty(), "User1 lies at 0x6b90… 151°", ""),
                        new Why(Optional.of(A), "passed: can’t take it", ""),
                        new Why(Optional.of(B), "next point 0x7e00… 177°", "first"));
    }

    @Test
    void showsCurrentWeightsBeforeAndAfterAndWhoStoodIn() {
        var raised = new Reason.Raised(List.of(new Reason.Gain(A, 4, 2, -1, 1), new Reason.Gain(B, 1, 1, 1, -1)), 3);
        assertThat(Why.of(new Reason.Instead(Reason.Because.NO_KEY, raised), B))
                .containsExactly(
                        new Why(Optional.empty(), "There is no key to hash: turns decide.", ""),
                        new Why(Optional.of(A), "current weight -1 + 2 = 1", ""),
                        new Why(Optional.of(B), "current weight 1 + 1 = 2", "highest, pays 3: -1"));
    }

    @Test
    void showsLoadsForTheirWeightsAndTheTurnAmongEquals() {
        var loads = List.of(new Reason.Busy(A, 2, 1), new Reason.Busy(B, 0, 3));
        assertThat(Why.of(new Reason.FewestForWeight(loads, Optional.empty()), B))
                .extracting(Why::figures)
                .containsExactly("in flight 2, weight 1", "in flight 0, weight 3");
    }

    @Test
    void showsEachRoundOfHashingAndEachRollOfTheDice() {
        var rounds = List.of(new Reason.Round(27516, 5, A), new Reason.Round(31703, 1, B));
        assertThat(Why.of(new Reason.Rounds("8834", 11, rounds), B))
                .containsExactly(
                        new Why(Optional.empty(), "hashed: 8834", ""),
                        new Why(Optional.of(A), "hash 27516 mod 11 = 5", "can’t take it"),
                        new Why(Optional.of(B), "hash 31703 mod 11 = 1", ""));
        var draws = List.of(new Reason.Draw(0, A), new Reason.Draw(9, B));
        assertThat(Why.of(new Reason.TwoDrawn(10, draws, new Reason.Busy(A, 1, 1), new Reason.Busy(B, 0, 1)), B))
                .extracting(Why::figures)
                .containsExactly("rolled 1 of 10", "rolled 10 of 10", "in flight 1, weight 1", "in flight 0, weight 1");
        assertThat(Why.of(new Reason.OnlyOne(), A)).containsExactly(new Why(Optional.of(A), "the only server", ""));
    }
}
