package ringside.view.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.textbook.TextbookReason;
import ringside.engine.textbook.TextbookReason.Bid;
import ringside.engine.textbook.TextbookReason.Cost;
import ringside.engine.textbook.TextbookReason.Full;
import ringside.engine.textbook.TextbookReason.Wait;

final class TextbookWhyTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Optional<Duration> TEN = Optional.of(Duration.ofMillis(10));

    private static Why line(ServerId who, String figures, String note) {
        return new Why(Optional.of(who), figures, note);
    }

    private static Why about(String figures) {
        return new Why(Optional.empty(), figures, "");
    }

    @Test
    void showsTheTurnsInARow() {
        assertThat(Why.of(new TextbookReason.InRow(2, 3, List.of(B)), A))
                .containsExactly(line(B, "can’t take it", ""), line(A, "2 of 3 in a row", "its turn"));
    }

    @Test
    void showsLoadsAndMarksTheWinner() {
        var loads = List.of(new Reason.Busy(A, 2, 2), new Reason.Busy(B, 1, 1));
        assertThat(Why.of(new TextbookReason.LeastForWeight(loads, 2), A))
                .containsExactly(
                        line(A, "in flight 2, weight 2", "fewest, its turn"), line(B, "in flight 1, weight 1", ""));
        var drawn = List.of(new Reason.Load(B, 5), new Reason.Load(A, 2));
        assertThat(Why.of(new TextbookReason.FewestDrawn(drawn), A))
                .containsExactly(line(B, "drawn: 5 in flight", ""), line(A, "drawn: 2 in flight", "fewest"));
    }

    @Test
    void showsTimesTimesOpenRequests() {
        var waits = List.of(new Wait(A, TEN, 1, 2, 1e7), new Wait(B, Optional.empty(), 3, 1, 4e7));
        assertThat(Why.of(new TextbookReason.ShortestWait(waits, 1), A))
                .containsExactly(line(A, "10 ms × 2 ÷ 2", "shortest"), line(B, "not known yet × 4 ÷ 1", ""));
        var costs = List.of(new Cost(B, Optional.empty(), 4, 1e14), new Cost(A, TEN, 1, 2e7));
        assertThat(Why.of(new TextbookReason.LowerLoad(costs), A))
                .containsExactly(line(B, "cost not known yet × 5", ""), line(A, "cost 10 ms × 2", "lower load"));
    }

    @Test
    void showsTheLoadsOfThoseThatAWalkPassed() {
        var c = new ServerId("C");
        var walk = new Reason.Walk("cart", Position.ofInt(0x40000000), Position.ofInt(0x60000000), List.of(B, c));
        assertThat(Why.of(new TextbookReason.BoundedWalk(walk, List.of(new Full(B, 4, 4))), A))
                .containsExactly(
                        about("cart lies at 0x4000… 90°"),
                        line(B, "passed: 4 in flight of 4 allowed", ""),
                        line(c, "passed: can’t take it", ""),
                        line(A, "next point 0x6000… 135°", "first"));
    }

    @Test
    void showsTheBids() {
        var bids = List.of(new Bid(A, 9, 2, 5.5867), new Bid(B, 8, 1, 0.5));
        assertThat(Why.of(new TextbookReason.HighestBid("cart", bids), A))
                .containsExactly(
                        about("hashed: cart"),
                        line(A, "bid −2 ÷ ln u = 5.587", "highest"),
                        line(B, "bid −1 ÷ ln u = 0.500", ""));
    }

    @Test
    void showsTheJumpsAndWhoMayGo() {
        assertThat(Why.of(new TextbookReason.Jumped("cart", -1, List.of(0, 1, 3), 4), A))
                .containsExactly(
                        about("hashed: cart"),
                        about("hash 18446744073709551615"),
                        line(A, "bucket 1 → 2 → 4 of 4", ""),
                        about("Only the last bucket can go without moving keys of others."));
    }

    @Test
    void showsTheCell() {
        assertThat(Why.of(new TextbookReason.Cell("cart", 10, 3, 7, List.of()), A))
                .containsExactly(
                        about("hashed: cart"), about("hash 10"), about("mod 7 = 3"), line(A, "one of its cells", ""));
        assertThat(Why.of(new TextbookReason.Cell("cart", 10, 3, 7, List.of(B)), A))
                .endsWith(line(B, "passed: can’t take it", ""), line(A, "next cell that may take it", ""));
    }
}
