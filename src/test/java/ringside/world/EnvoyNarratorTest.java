package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.envoy.EnvoyReason.Due;
import ringside.engine.envoy.EnvoyReason.Probe;

class EnvoyNarratorTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Position NORTH = Position.ofInt(0);
    private static final RingPolicy.Point EAST = new RingPolicy.Point(Position.ofInt(0x40000000), B);
    private static final RingPolicy.Point SOUTH = new RingPolicy.Point(Position.ofInt(0x80000000), A);
    private static final EnvoyReason.InTable CELL = new EnvoyReason.InTable("cart", -1, 0, -1, 7, 1, List.of());

    private final Narrator english = new Narrator(Locale.ENGLISH);
    private final Narrator german = new Narrator(Locale.GERMAN);

    private void tells(Reason why, String said, String gesagt) {
        assertThat(english.why(A, why)).isEqualTo(said);
        assertThat(german.why(A, why)).isEqualTo(gesagt);
    }

    @Test
    void tellsWhoseTurnItWas() {
        tells(
                new EnvoyReason.Counted(7, 3, List.of()),
                "the hosts weigh the same, and number 7 divided by 3 leaves 1, its place",
                "die Hosts wiegen gleich viel, und Nummer 7 geteilt durch 3 lässt den Rest 1, seinen Platz");
        tells(
                new EnvoyReason.Earliest(
                        List.of(new Due(B, 4, 0.25), new Due(A, 1, 1)), new Due(A, 1, 2), B, List.of(B)),
                "its deadline 1 was the earliest; it is due again at 2, and B is next, as B could not take it",
                "seine Frist 1 war die früheste; wieder fällig ist er bei 2, und der nächste ist B, denn B konnten sie"
                        + " nicht annehmen");
    }

    @Test
    void tellsWhoHadTheFewestAndWhoWasDrawn() {
        var loads = List.of(new Reason.Load(A, 2), new Reason.Load(B, 5));
        tells(
                new EnvoyReason.FewestOfDraws(3, loads),
                "drawn among 3 and kept for its active requests, of A 2, B 5",
                "unter 3 gelost und wegen seiner aktiven Anfragen behalten, von A 2, B 5");
        tells(
                new EnvoyReason.FewestOfAll(loads, 1),
                "it has the fewest active requests, of A 2, B 5",
                "er hat die wenigsten aktiven Anfragen, von A 2, B 5");
        tells(
                new EnvoyReason.FewestOfAll(loads, 2),
                "it was drawn among 2 with the fewest active requests, of A 2, B 5",
                "er wurde unter 2 mit den wenigsten aktiven Anfragen gelost, von A 2, B 5");
        tells(new EnvoyReason.DrawnOne(0, 3), "host 1 of 3 was drawn", "Host 1 von 3 wurde gelost");
    }

    @Test
    void tellsWhereAHashLed() {
        tells(
                new EnvoyReason.OnRing("cart", NORTH, SOUTH, 0, SOUTH, List.of()),
                "cart lies at 0°, and the first point from there is one of A at 180°",
                "cart liegt bei 0°, und der erste Punkt von dort ist einer von A bei 180°");
        tells(
                new EnvoyReason.OnRing("cart", NORTH, EAST, 1, SOUTH, List.of(B)),
                "cart lies at 0°, and 1 on from the first point after it is one of A at 180°, as B could not take it",
                "cart liegt bei 0°, und 1 weiter als der erste Punkt danach ist einer von A bei 180°, denn B konnten"
                        + " sie nicht annehmen");
        tells(
                CELL,
                "cart hashes to 18446744073709551615, and divided by 7 cells that leaves 1, its cell",
                "cart hat den Hash 18446744073709551615, und geteilt durch 7 Zellen bleibt 1, seine Zelle");
        tells(
                new EnvoyReason.InTable("cart", 9, 1, -10, 7, 6, List.of()),
                "cart hashes to 9, turned over for attempt 1 and divided by 7 cells that leaves 6, its cell",
                "cart hat den Hash 9, für Versuch 1 umgedreht und geteilt durch 7 Zellen bleibt 6, seine Zelle");
    }

    @Test
    void tellsWhoWasFull() {
        var cell = "cart hashes to 18446744073709551615, and divided by 7 cells that leaves 1, its cell";
        var zelle = "cart hat den Hash 18446744073709551615, und geteilt durch 7 Zellen bleibt 1, seine Zelle";
        tells(
                new EnvoyReason.Bounded(CELL, A, List.of(new Probe(A, 1, 2))),
                cell + "; it had 1 active in 2 slots",
                zelle + "; er hatte 1 aktive auf 2 Plätzen");
        tells(
                new EnvoyReason.Bounded(CELL, B, List.of(new Probe(B, 3, 2), new Probe(A, 0, 2))),
                cell + ", which is full; shuffled by the hash, A was the first with room, of B 3/2, A 0/2",
                zelle + ", der voll ist; vom Hash gemischt war A der erste mit Platz, von B 3/2, A 0/2");
        tells(
                new EnvoyReason.Bounded(CELL, B, List.of(new Probe(B, 5, 2), new Probe(A, 3, 2))),
                cell + "; all are full, and A is the least so, of B 5/2, A 3/2",
                zelle + "; alle sind voll, und A ist es am wenigsten, von B 5/2, A 3/2");
    }
}
