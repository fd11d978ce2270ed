package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.sim.Drama;
import ringside.world.Happening.Failure;
import ringside.world.Happening.Origin;

class NarratorTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");
    private static final Scenario TWO = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"));

    private final Narrator english = new Narrator(Locale.ENGLISH);
    private final Narrator german = new Narrator(Locale.GERMAN);

    @Test
    void tellsWhyARequestWentWhereItWent() {
        var loads = List.of(new Reason.Load(A, 9), new Reason.Load(B, 6), new Reason.Load(C, 8));
        assertThat(english.tell(new Happening.Routed(4127, B, 1, new Reason.FewestInFlight(loads, 1))))
                .isEqualTo("Request 4127 went to B: the fewest in flight (6) of A 9, B 6, C 8.");
        assertThat(german.tell(new Happening.Routed(4127, B, 1, new Reason.FewestInFlight(loads, 1))))
                .isEqualTo("Anfrage 4127 ging an B: die wenigsten in Arbeit (6) von A 9, B 6, C 8.");
    }

    @Test
    void tellsAnAddressOnlyWhereThereIsOne() {
        assertThat(english.tell(new Happening.Joined(C, "127.0.0.1:8083")))
                .isEqualTo("C joined the pool at 127.0.0.1:8083.");
        assertThat(english.tell(new Happening.Joined(C, "simulated"))).isEqualTo("C joined the pool.");
        assertThat(german.tell(new Happening.Joined(C, "simulated"))).isEqualTo("C kam in den Pool.");
    }

    @Test
    void tellsOfConnections() {
        var came = new Happening.Arrived(3, Origin.OURS, "10.0.0.7", "", "", "10.0.0.7");
        assertThat(english.tell(came)).isEqualTo("Connection 3 came from 10.0.0.7; nobody looks into it.");
        assertThat(german.tell(new Happening.Completed(3, A, 0))).isEqualTo("Verbindung 3 zu A endete ordentlich.");
        var secured = new Happening.Secured(
                Happening.Leg.CLIENT, "127.0.0.1:5000", "TLSv1.3", "TLS_AES_256_GCM_SHA384", true, 1_500_000, 400_000);
        assertThat(english.tell(secured))
                .isEqualTo("A connection from 127.0.0.1:5000 was encrypted in 1.5 ms: TLSv1.3,"
                        + " TLS_AES_256_GCM_SHA384, resuming an earlier session.");
        assertThat(english.tell(new Happening.Refused(3, Pick.Cause.NO_SERVERS, 0)))
                .isEqualTo("Connection 3 was closed unanswered: the pool is empty.");
        assertThat(german.tell(new Happening.Refused(3, Pick.Cause.NO_SERVERS)))
                .isEqualTo("Anfrage 3 wurde mit 503 abgewiesen: der Pool ist leer.");
        assertThat(german.tell(new Happening.Closed(Happening.Leg.SERVER, "A", true, 10, 20)))
                .isEqualTo("Eine Verbindung zu A wurde nach 10 verschlüsselten Bytes von dort und 20 dorthin"
                        + " geschlossen.");
        assertThat(english.tell(new Happening.Opened(Happening.Leg.SERVER, "A")))
                .isEqualTo("A connection to A was opened.");
    }

    @Test
    void tellsEachReason() {
        var server = new ServerId("Server-A");
        var walk = new Reason.Walk("user:7", turned(151), turned(177), List.of());
        assertThat(english.why(server, walk))
                .isEqualTo("user:7 lies at 151°; clockwise the first point is Server-A at 177°");
        assertThat(english.why(server, new Reason.Walk("user:7", turned(151), turned(177), List.of(B))))
                .isEqualTo("user:7 lies at 151°; clockwise, passing B, the first point that may take it is Server-A"
                        + " at 177°");
        assertThat(english.why(A, new Reason.InTurn(2, 3, List.of()))).isEqualTo("it was its turn (2 of 3)");
        assertThat(english.why(A, new Reason.InTurn(2, 3, List.of(B, C))))
                .isEqualTo("it was its turn (2 of 3), as B, C could not take it");
        assertThat(english.why(
                        A,
                        new Reason.HighestScore(
                                List.of(new Reason.Score(A, 5, 5, -2), new Reason.Score(B, 1, 1, 1)), 7)))
                .isEqualTo("the highest score (5) of A 5, B 1; it pays 7 and goes on with -2");
        assertThat(english.why(A, new Reason.FewestInFlight(List.of(new Reason.Load(A, 0), new Reason.Load(B, 0)), 2)))
                .isEqualTo("the fewest in flight (0) of A 0, B 0; of 2 equals it was its turn");
        assertThat(english.why(A, new Reason.Remainder("user:7", -1, 3, 0)))
                .isEqualTo("user:7 hashes to 18446744073709551615, which divided by 3 leaves 0");
        assertThat(english.why(A, Reason.Untold.INSTANCE)).isEqualTo("nobody asked why");
    }

    @Test
    void tellsEachReasonOfNginx() {
        var raised = new Reason.Raised(List.of(new Reason.Gain(A, 4, 2, -1, 1), new Reason.Gain(B, 1, 1, 1, -1)), 3);
        assertThat(english.why(B, raised))
                .isEqualTo("the highest current weight (2) of A 1, B 2; it pays 3 and goes on with -1");
        var loads = List.of(new Reason.Busy(A, 4, 4), new Reason.Busy(B, 1, 1));
        assertThat(english.why(B, new Reason.FewestForWeight(loads, Optional.empty())))
                .isEqualTo("the fewest in flight for its weight of A 4/4, B 1/1");
        assertThat(english.why(B, new Reason.FewestForWeight(loads, Optional.of(raised))))
                .isEqualTo(
                        "the fewest in flight for its weight of A 4/4, B 1/1; among equals it had the highest current"
                                + " weight (2) of A 1, B 2; it pays 3 and goes on with -1");
        var first = new Reason.Round(27516, 5, A);
        assertThat(english.why(A, new Reason.Rounds("8834", 11, List.of(first))))
                .isEqualTo("8834 hashes to 27516, which divided by 11 leaves 5, one of its slots");
        assertThat(english.why(B, new Reason.Rounds("8834", 11, List.of(first, new Reason.Round(31703, 1, B)))))
                .isEqualTo(
                        "8834 comes to 31703 in 2 rounds of hashing, as the slots before could not take it; divided by"
                                + " 11 that leaves 1, one of its slots");
        var draw = new Reason.Draw(0, A);
        assertThat(english.why(A, new Reason.Drawn(10, List.of(draw)))).isEqualTo("the dice rolled 1 of 10");
        assertThat(english.why(B, new Reason.Drawn(10, List.of(draw, new Reason.Draw(9, B)))))
                .isEqualTo("the dice rolled 10 of 10 in roll 2, as those before named nobody who could take it");
        assertThat(english.why(A, new Reason.TwoDrawn(10, List.of(), loads.get(0), loads.get(1))))
                .isEqualTo("the dice named A 4/4 and B 1/1, and it is the less busy for its weight, or the second of"
                        + " equals");
        assertThat(english.why(A, new Reason.OnlyOne())).isEqualTo("it is the only server");
    }

    @Test
    void tellsWhenAnotherRuleStoodIn() {
        var raised = new Reason.Raised(List.of(new Reason.Gain(A, 1, 1, 0, 0)), 1);
        var told = "the highest current weight (1) of A 1; it pays 1 and goes on with 0";
        assertThat(english.why(A, new Reason.Instead(Reason.Because.BACKUPS_ONLY, raised)))
                .isEqualTo("only backups could take it, and among them it had " + told);
        assertThat(english.why(A, new Reason.Instead(Reason.Because.NO_KEY, raised)))
                .isEqualTo("there is no key to hash, so turns decided, and it had " + told);
        assertThat(english.why(A, new Reason.Instead(Reason.Because.TOO_MANY_MISSES, raised)))
                .isEqualTo("too many of those named could not take it, so turns decided, and it had " + told);
        var walk = new Reason.Walk("user:7", turned(151), turned(177), List.of());
        assertThat(english.why(A, new Reason.SharedPoint(walk, raised)))
                .isEqualTo(
                        "user:7 lies at 151°; clockwise the first point is A at 177°; several servers share that name,"
                                + " and among them it had " + told);
    }

    @Test
    void namesOnlyTheFirstOfMany() {
        var loads = new ArrayList<Reason.Load>();
        for (int i = 0; i < 100; i++) {
            loads.add(new Reason.Load(new ServerId("S" + i), i));
        }
        assertThat(english.why(new ServerId("S0"), new Reason.FewestInFlight(loads, 1)))
                .isEqualTo("the fewest in flight (0) of S0 0, S1 1, S2 2, S3 3, S4 4, S5 5, S6 6, S7 7 and 92 more");
    }

    @Test
    void tellsTheSameStoryInTwoLanguages() {
        for (var what : everything()) {
            var said = english.tell(what);
            var gesagt = german.tell(what);
            assertThat(said).as("%s", what).endsWith(".").doesNotContain("{", "}", "''", "\n");
            assertThat(gesagt).as("%s", what).endsWith(".").doesNotContain("{", "}", "''", "\n");
            if (!(what instanceof Happening.Notice)) {
                assertThat(gesagt).isNotEqualTo(said);
            }
        }
    }

    @Test
    void tellsOfChecksCommandsAndLedgers() {
        assertThat(english.tell(new Happening.ProbeFailed(
                        A,
                        Checks.Kind.HTTP,
                        "500",
                        1_500_000,
                        Health.unchecked(2, 3).after(false))))
                .isEqualTo("A failed its check after 1.5 ms: 500 (1 of 3).");
        assertThat(german.tell(new Happening.ProbePassed(
                        A,
                        Checks.Kind.HTTP,
                        "200",
                        1_500_000,
                        Health.unchecked(2, 3).after(true))))
                .isEqualTo("A bestand die Prüfung nach 1,5 ms: 200.");
        var moved = new Ledger.Entry("k", new Ledger.Owner.Of(A), new Ledger.Owner.Of(B));
        var stayed = new Ledger.Entry("l", new Ledger.Owner.Of(A), new Ledger.Owner.Of(A));
        assertThat(english.tell(new Happening.Remapped(new Ledger(List.of(moved, stayed), 0.75))))
                .isEqualTo("1 of 2 keys changed owner, 50%; theory expects 75%.");
        assertThat(english.tell(new Happening.Applied(Command.Send.forKey("10.0.0.1", "user:7", 1), TWO)))
                .isEqualTo("10.0.0.1 sends one request for /?key=user:7.");
        assertThat(english.tell(new Happening.Applied(new Command.SetBehaviour(A, new Behaviour.Miscounting(-7)), TWO)))
                .isEqualTo("A was made to send 7 bytes more than it says.");
        var outliers = new Latency.Outliers(new Latency.Constant(Duration.ofMillis(20)), 1, 100);
        assertThat(german.tell(new Happening.Applied(new Command.SetLatency(A, outliers), TWO)))
                .isEqualTo("A braucht nun jedes Mal 20 ms. Davon brauchen 1\u00a0% 100-mal so lange.");
        assertThat(english.tell(new Happening.Missed(1234)))
                .isEqualTo("1234 events were missed: more happened than could be written down.");
        assertThat(english.tell(new Happening.Began(TWO)))
                .isEqualTo("The world began with 2 servers and textbook/round-robin.");
    }

    @Test
    void letsNothingRawThrough() {
        var wild = "/\u001b[31m\r\n\u202e{0}'" + "x".repeat(1000);
        var told = english.tell(new Happening.Arrived(1, Origin.OUTSIDE, "127.0.0.1", "GET", wild, wild));
        assertThat(told)
                .startsWith("Request 1 arrived from outside, from 127.0.0.1: GET /\uFFFD[31m\uFFFD\uFFFD\uFFFD{0}'xxx")
                .endsWith("x….")
                .hasSize("Request 1 arrived from outside, from 127.0.0.1: GET .".length() + 256);
    }

    @Test
    void cutsALongKeyButNotWhatIsSaidOfIt() {
        var walk = new Reason.Walk("k".repeat(1000), turned(151), turned(177), List.of());
        assertThat(english.tell(new Happening.Routed(1, A, 1, walk)))
                .endsWith("k… lies at 151°; clockwise the first point is A at 177°.");
    }

    @Test
    void neverCutsACharacterInTwo() {
        var told = Plain.text("x".repeat(254) + "😀😀");
        assertThat(told).isEqualTo("x".repeat(254) + "…");
        assertThat(Plain.text("x".repeat(254) + "😀")).isEqualTo("x".repeat(254) + "😀");
        assertThat(Plain.text("a\uD800b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void speaksEnglishWhateverTheMachineSpeaks() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            ResourceBundle.clearCache();
            assertThat(new Narrator(Locale.ENGLISH).tell(new Happening.Left(A))).isEqualTo("A has left.");
            assertThat(new Narrator(Locale.FRENCH).tell(new Happening.Left(A))).isEqualTo("A has left.");
            assertThat(new Narrator(Locale.GERMANY).tell(new Happening.Left(A))).isEqualTo("A ist fort.");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        var root = ResourceBundle.getBundle("ringside.world.narration", Locale.ROOT);
        var de = ResourceBundle.getBundle("ringside.world.narration", Locale.GERMAN);
        assertThat(de.getLocale()).isEqualTo(Locale.GERMAN);
        for (var key : root.keySet()) {
            if (!key.equals("notice") && !key.equals("probe.streak")) {
                assertThat(de.getString(key)).as(key).isNotEqualTo(root.getString(key));
            }
        }
        assertThat(de.keySet()).isEqualTo(root.keySet());
    }

    private static Position turned(double degrees) {
        return Position.ofInt((int) (long) (degrees / 360 * 0x1p32 + 1));
    }

    private static List<Happening> everything() {
        var all = new ArrayList<Happening>();
        for (long seed = 1; seed <= 20; seed++) {
            try (var world = Drama.stage(seed, List.of(10_000_000_000L))) {
                world.timeline().events(0, 100_000).forEach(e -> all.add(e.what()));
            }
        }
        for (var failure : Failure.values()) {
            all.add(new Happening.Failed(1, failure, 502));
            all.add(new Happening.Retried(1, A, failure));
        }
        all.add(new Happening.Failed(1, Failure.BROKEN_ANSWER, 0));
        for (var cause : Pick.Cause.values()) {
            all.add(new Happening.Refused(1, cause));
            all.add(new Happening.Refused(1, cause, 0));
        }
        Arrays.stream(Checks.Kind.values()).forEach(kind -> all.add(new Happening.ProbeSent(A, kind)));
        all.add(new Happening.Connected(1, A, 300_000));
        all.add(new Happening.FirstByte(1, A));
        all.add(new Happening.Arrived(1, Origin.OUTSIDE, "127.0.0.1", "GET", "/", "/"));
        all.add(new Happening.Notice("port 8080 is busy: listening on 8081."));
        all.add(new Happening.Missed(3));
        all.add(new Happening.Matched(1, "static", "* /s/ -> static"));
        all.add(new Happening.HeldBack(1, 50_000_000));
        all.add(new Happening.InLine(1));
        all.add(new Happening.PassivelyEjected(A, 1_000_000_000));
        all.add(new Happening.Returned(A));
        Arrays.stream(Happening.Breaker.values()).forEach(to -> all.add(new Happening.BreakerTurned(A, to)));
        all.addAll(CacheNarratorTest.everything());
        all.add(new Happening.Panicked("main", 1, 3));
        all.add(new Happening.Calmed("main"));
        all.add(new Happening.Routed(1, A, 1, new Reason.Stays()));
        Arrays.stream(Reason.Because.values())
                .map(because -> new Reason.Instead(because, new Reason.OnlyOne()))
                .forEach(why -> all.add(new Happening.Routed(1, A, 1, why)));
        commands().forEach(command -> all.add(new Happening.Applied(command, TWO)));
        HandlingNarratorTest.changes().forEach(command -> all.add(new Happening.Applied(command, TWO)));
        return all;
    }

    private static List<Command> commands() {
        var second = Duration.ofSeconds(1);
        return List.of(
                new Command.AddServer(ServerSpec.named("Z")),
                new Command.RemoveServer(A, Command.Leaving.DRAIN),
                new Command.RemoveServer(A, Command.Leaving.KILL),
                new Command.SetWeight(A, 2),
                new Command.SetBehaviour(A, Behaviour.HEALTHY),
                new Command.SetBehaviour(A, new Behaviour.Slow(2.5)),
                new Command.SetBehaviour(A, new Behaviour.Errors(5)),
                new Command.SetBehaviour(A, new Behaviour.Zombie()),
                new Command.SetBehaviour(A, new Behaviour.Refusing()),
                new Command.SetBehaviour(A, new Behaviour.Crashed()),
                new Command.SetBehaviour(A, new Behaviour.Frozen()),
                new Command.SetBehaviour(A, new Behaviour.Resetting()),
                new Command.SetBehaviour(A, new Behaviour.Truncating()),
                new Command.SetBehaviour(A, new Behaviour.Miscounting(1)),
                new Command.SetBehaviour(A, new Behaviour.Miscounting(-7)),
                new Command.SetBehaviour(A, new Behaviour.EndlessHead()),
                new Command.SetBehaviour(A, new Behaviour.Flapping(second, second)),
                new Command.SetBehaviour(A, new Behaviour.Warming(second)),
                new Command.SetBehaviour(A, new Behaviour.Trickling(second)),
                new Command.SetLatency(A, new Latency.LogNormal(second, second)),
                new Command.SetLatency(A, new Latency.Pareto(second, 1.5)),
                new Command.SetLatency(A, new Latency.Outliers(new Latency.Constant(second), 1, 100)),
                new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Bursts(5, second, second))),
                new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Closed(5, second))),
                new Command.SetLatency(A, new Latency.Constant(second)),
                new Command.SetLatency(A, new Latency.Exponential(second)),
                new Command.SetLatency(A, new Latency.Uniform(Duration.ZERO, second)),
                new Command.SetPolicy(PolicyChoice.of("textbook/ring")),
                new Command.SetTraffic(Traffic.none()),
                new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Constant(5))),
                new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Poisson(5))),
                new Command.SetChecks(Checks.none()),
                new Command.SetChecks(Checks.usual()),
                new Command.SetChecks(Checks.usual().of(Checks.Kind.TCP)),
                new HandlingCommand.SetTimeout(second),
                new Command.Send("10.0.0.1", "/", 3));
    }
}
