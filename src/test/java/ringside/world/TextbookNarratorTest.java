package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

class TextbookNarratorTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Optional<Duration> TEN = Optional.of(Duration.ofMillis(10));

    private final Narrator english = new Narrator(Locale.ENGLISH);
    private final Narrator german = new Narrator(Locale.GERMAN);

    private void tells(Reason why, String said, String gesagt) {
        assertThat(english.why(A, why)).isEqualTo(said);
        assertThat(german.why(A, why)).isEqualTo(gesagt);
    }

    @Test
    void tellsTurnsInARow() {
        tells(
                new TextbookReason.InRow(2, 3, List.of()),
                "it was its turn, 2 of 3 in a row",
                "die Reihe war an ihm, 2 von 3 hintereinander");
        tells(
                new TextbookReason.InRow(1, 3, List.of(B)),
                "it was its turn, 1 of 3 in a row, as B could not take it",
                "die Reihe war an ihm, 1 von 3 hintereinander, denn B konnten sie nicht annehmen");
    }

    @Test
    void tellsLoads() {
        var loads = List.of(new Reason.Busy(A, 2, 2), new Reason.Busy(B, 1, 1));
        tells(
                new TextbookReason.LeastForWeight(loads, 1),
                "the fewest in flight for its weight of A 2/2, B 1/1",
                "die wenigsten in Arbeit für sein Gewicht von A 2/2, B 1/1");
        tells(
                new TextbookReason.LeastForWeight(loads, 2),
                "the fewest in flight for its weight of A 2/2, B 1/1; of 2 equals it was its turn",
                "die wenigsten in Arbeit für sein Gewicht von A 2/2, B 1/1; unter 2 Gleichen war die Reihe an ihm");
        tells(
                new TextbookReason.FewestDrawn(List.of(new Reason.Load(A, 2), new Reason.Load(B, 5))),
                "the dice named A 2, B 5; of these it has the fewest in flight, or is the first that has",
                "die Würfel nannten A 2, B 5; von diesen hat er die wenigsten in Arbeit oder ist der erste, der sie"
                        + " hat");
    }

    @Test
    void tellsTimes() {
        var known = List.of(new Wait(A, TEN, 1, 1, 2e7), new Wait(B, Optional.empty(), 3, 1, 4e7));
        tells(
                new TextbookReason.ShortestWait(known, 1),
                "the shortest wait, average time × open requests ÷ weight, of A 20 ms, B 40 ms",
                "die kürzeste Wartezeit, mittlere Zeit × offene Anfragen ÷ Gewicht, von A 20 ms, B 40 ms");
        var unknown = List.of(new Wait(A, Optional.empty(), 0, 1, 1), new Wait(B, Optional.empty(), 0, 1, 1));
        tells(
                new TextbookReason.ShortestWait(unknown, 2),
                "nobody has answered yet, and it has the fewest in flight for its weight of A 0/1, B 0/1; of 2 equals"
                        + " it was its turn",
                "noch niemand hat geantwortet, und er hat die wenigsten in Arbeit für sein Gewicht von A 0/1, B 0/1;"
                        + " unter 2 Gleichen war die Reihe an ihm");
        tells(
                new TextbookReason.LowerLoad(List.of(new Cost(A, TEN, 1, 2e7), new Cost(B, Optional.empty(), 4, 1e14))),
                "the dice named A 10 ms × 2, B not known yet × 5, cost × open requests, and it has the lower load or is"
                        + " the first of equals",
                "die Würfel nannten A: 10 ms × 2, B noch unbekannt × 5, Kosten × offene Anfragen, und er hat die"
                        + " kleinere Last oder ist von Gleichen der erste");
    }

    @Test
    void tellsHowAKeyFoundItsServer() {
        var walk = new Reason.Walk("cart", Position.ofInt(0x40000000), Position.ofInt(0x60000000), List.of(B));
        tells(
                new TextbookReason.BoundedWalk(walk, List.of(new Full(B, 4, 4))),
                "cart lies at 90°; clockwise, passing B, the first point that may take it is A at 135°; passed because"
                        + " of their load: B with 4 in flight of 4 allowed",
                "cart liegt bei 90°; im Uhrzeigersinn, vorbei an B, ist der erste Punkt, der sie annehmen darf, A bei"
                        + " 135°; übergangen wegen ihrer Last: B mit 4 in Arbeit von 4 erlaubten");
        tells(
                new TextbookReason.HighestBid("cart", List.of(new Bid(A, 9, 2, 5.5867), new Bid(B, 8, 1, 0.5))),
                "the highest bid for cart, −weight ÷ ln u, of A 5.587, B 0.5",
                "das höchste Gebot für cart, −Gewicht ÷ ln u, von A 5,587, B 0,5");
        tells(
                new TextbookReason.Jumped("cart", -1, List.of(0, 1, 3), 4),
                "cart jumps to bucket 1, 2, 4 and stays in 4 of 4; only the last bucket could go without moving keys of"
                        + " others",
                "cart springt in Eimer 1, 2, 4 und bleibt in 4 von 4; nur der letzte Eimer könnte gehen, ohne Schlüssel"
                        + " anderer zu verschieben");
    }

    @Test
    void tellsTheCellOfATable() {
        tells(
                new TextbookReason.Cell("cart", -1, 3, 7, List.of()),
                "cart hashes to 18446744073709551615, which divided by 7 leaves 3, one of its cells",
                "cart hat den Hash 18446744073709551615, geteilt durch 7 bleibt 3, eine seiner Zellen");
        tells(
                new TextbookReason.Cell("cart", 10, 3, 7, List.of(B)),
                "cart hashes to 10, which divided by 7 leaves 3; from that cell on, passing B, the first that may take"
                        + " it is one of its",
                "cart hat den Hash 10, geteilt durch 7 bleibt 3; von dieser Zelle an, vorbei an B, ist die erste, die"
                        + " sie annehmen darf, eine von seinen");
    }
}
