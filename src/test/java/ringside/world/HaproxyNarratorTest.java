package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.haproxy.HaproxyReason;
import ringside.engine.haproxy.HaproxyReason.Due;
import ringside.engine.haproxy.HaproxyReason.When;

class HaproxyNarratorTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Position EAST = Position.ofInt(0x40000000);
    private static final HaproxyReason.Node NEAR = new HaproxyReason.Node(A, EAST, 17);
    private static final HaproxyReason.Node FAR = new HaproxyReason.Node(B, Position.ofInt(0x50000000), 99);

    private final Narrator english = new Narrator(Locale.ENGLISH);
    private final Narrator german = new Narrator(Locale.GERMAN);

    private void tells(Reason why, String said, String gesagt) {
        assertThat(english.why(A, why)).isEqualTo(said);
        assertThat(german.why(A, why)).isEqualTo(gesagt);
    }

    @Test
    void tellsWhoseTurnItWas() {
        tells(
                new HaproxyReason.Earliest(
                        List.of(new Due(A, 16, When.THIS_ROUND, 7), new Due(B, 16, When.NEXT_ROUND, 3)),
                        8,
                        new Due(A, 16, When.THIS_ROUND, 9)),
                "it was due at 7 and the round stood at 8; it is due again at 9",
                "er war bei 7 fällig, und die Runde stand bei 8; wieder fällig ist er bei 9");
        tells(
                new HaproxyReason.NextCell(2, 11, List.of(B)),
                "the turn was at cell 3 of 11 of the map, which is its own, as B could not take it",
                "an der Reihe war Zelle 3 von 11 der Karte, und die ist seine, denn B konnten sie nicht annehmen");
        tells(
                new HaproxyReason.NextNode(NEAR, List.of()),
                "there was nothing to hash, and the turn was at its node at 90°",
                "es gab nichts zu hashen, und an der Reihe war sein Knoten bei 90°");
    }

    @Test
    void tellsWhoHadRoom() {
        tells(
                new HaproxyReason.LowestKey(
                        List.of(new HaproxyReason.Key(A, 0, 16, 0), new HaproxyReason.Key(B, 1, 16, 512))),
                "the lowest key, held the longest, of A 0, B 512",
                "der kleinste Schlüssel, am längsten gehalten, von A 0, B 512");
        tells(
                new HaproxyReason.FirstWithRoom(1, List.of()),
                "it has room and the lowest number, 1",
                "er hat Platz und die kleinste Nummer, 1");
        tells(
                new HaproxyReason.Draws(
                        List.of(new HaproxyReason.Draw(EAST, A, 2, 32), new HaproxyReason.Draw(EAST, B, 5, 16))),
                "drawn on the ring and kept as the less busy for its weight, of A 2/32, B 5/16",
                "auf dem Ring gelost und als der für sein Gewicht weniger beschäftigte behalten, von A 2/32, B 5/16");
    }

    @Test
    void tellsWhichNodeWasNearerAndWhoWasPassed() {
        tells(
                new HaproxyReason.Nearer("cart", EAST, NEAR, FAR, NEAR, List.of()),
                "cart lies at 90°, 17 after a node of A and 99 before one of B; A is nearer",
                "cart liegt bei 90°, 17 hinter einem Knoten von A und 99 vor einem von B; A ist näher");
        tells(
                new HaproxyReason.Nearer(
                        "cart", EAST, FAR, NEAR, NEAR, List.of(new HaproxyReason.Passed.Loaded(B, 4, 4))),
                "cart lies at 90°, 99 after a node of B and 17 before one of A; from the nearer one on, passing B with"
                        + " 4 in flight of 4 allowed, it came to A",
                "cart liegt bei 90°, 99 hinter einem Knoten von B und 17 vor einem von A; vom näheren weiter, vorbei"
                        + " an B mit 4 in Arbeit von 4 erlaubten, kam die Suche zu A");
    }

    @Test
    void tellsThatTheSameServerWasTriedOnceMore() {
        tells(
                new Reason.OnceMore(),
                "it was to try the same server once more",
                "sie sollte denselben Server noch einmal versuchen");
    }
}
