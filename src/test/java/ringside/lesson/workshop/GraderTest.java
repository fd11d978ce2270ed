package ringside.lesson.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class GraderTest {
    private static final Wording WORDING = new Wording(Locale.ENGLISH);

    /** A proxy that answers by a rule, with a clock that each request moves on by a second. */
    private static final class Played implements Subject {
        private final IntFunction<Reply> rule;
        private final List<String> deeds = new ArrayList<>();
        private final TreeSet<Integer> deaf = new TreeSet<>();
        private int asked;

        private Played(IntFunction<Reply> rule) {
            this.rule = rule;
        }

        /** One that answers from these servers in turn, over and over. */
        static Played by(int... servers) {
            return new Played(n -> from(servers[n % servers.length]));
        }

        @Override
        public Exchange ask(int number, String path) {
            var reply = rule.apply(asked++);
            var server = reply instanceof Reply.Answered(var _, var by)
                    ? by.map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty())
                    : OptionalInt.empty();
            return new Exchange(number, path, reply, server);
        }

        @Override
        public boolean stop(int server) {
            deeds.add("stop " + server);
            return !deaf.contains(server);
        }

        @Override
        public boolean start(int server) {
            deeds.add("start " + server);
            return !deaf.contains(server);
        }

        @Override
        public void rest() {}

        @Override
        public long nanos() {
            return Duration.ofSeconds(asked).toNanos();
        }
    }

    private static Reply from(int server) {
        return new Reply.Answered(200, Optional.of(Integer.toString(server)));
    }

    private static String grade(Subject subject, Goal... goals) {
        return switch (new Grader(subject, _ -> {}).grade(List.of(goals)).getLast()) {
            case Verdict.Met _ -> "met";
            case Verdict.Missed missed -> WORDING.why(missed);
        };
    }

    private static final Goal TURNS = new Goal.Turns("/", List.of(8081, 8082));
    private static final Goal SHARES = new Goal.Shares("/", Map.of(8081, 3, 8082, 1));

    @Test
    void takesTurnsWhoeverBegins() {
        assertThat(grade(Played.by(8081, 8082), TURNS)).isEqualTo("met");
        assertThat(grade(Played.by(8082, 8081), TURNS)).isEqualTo("met");
    }

    @Test
    void namesTheRequestThatCameOutOfTurn() {
        assertThat(grade(Played.by(8081, 8082, 8082), TURNS))
                .isEqualTo("Request 3: GET / got 200 from the server on 8082. It was the turn of the server on 8081.");
        assertThat(grade(Played.by(8081), TURNS))
                .isEqualTo("Request 2: GET / got 200 from the server on 8081. It was the turn of the server on 8082.");
    }

    @Test
    void namesAServerThatDoesNotBelong() {
        assertThat(grade(Played.by(8081, 8099), TURNS))
                .isEqualTo("Request 2: GET / got 200 from the server on 8099. It should have come from the server on"
                        + " 8081 and 8082.");
    }

    @Test
    void tellsAnErrorOfTheProxyFromSilence() {
        assertThat(grade(new Played(_ -> new Reply.Answered(502, Optional.of("8081"))), TURNS))
                .isEqualTo("Request 1: GET / got 502 from the proxy itself. One of the servers should have answered.");
        assertThat(grade(new Played(_ -> new Reply.Silence("connection refused")), TURNS))
                .isEqualTo("Request 1: GET / got no answer (connection refused). One of the servers should have"
                        + " answered.");
    }

    @Test
    void countsShares() {
        assertThat(grade(Played.by(8081, 8081, 8082, 8081), SHARES)).isEqualTo("met");
        assertThat(grade(Played.by(8081, 8082), SHARES))
                .isEqualTo("Of 32 requests for /, 16 by the server on 8081 and 16 by the server on 8082 were answered."
                        + " Right would have been 24 by the server on 8081 and 8 by the server on 8082.");
        assertThat(grade(Played.by(8081, 8081, 8082), SHARES)).startsWith("Of 32 requests");
    }

    @Test
    void stopsAServerAndStartsItAgain() {
        var subject = Played.by(8081);
        assertThat(grade(subject, new Goal.Survives("/", 8082), TURNS)).startsWith("Request 2");
        assertThat(subject.deeds).containsExactly("stop 8082", "start 8082");
    }

    @Test
    void leavesNoServerStopped() {
        var subject = new Played(_ -> new Reply.Answered(503, Optional.empty()));
        assertThat(grade(subject, new Goal.Survives("/", 8082)))
                .isEqualTo(
                        "Request 1: GET / got 503 from the proxy itself. The server on 8082 was stopped; the next one"
                                + " should have answered.");
        assertThat(subject.deeds).containsExactly("stop 8082", "start 8082");
    }

    @Test
    void waitsForOneToComeBack() {
        var recovers = new Goal.Recovers("/", 8082, Duration.ofSeconds(8));
        assertThat(grade(new Played(n -> from(n < 7 ? 8081 : 8082)), recovers)).isEqualTo("met");
        assertThat(grade(Played.by(8081), recovers))
                .isEqualTo("Request 9 came 8 s after the server on 8082 was back: GET / got 200 from the server on"
                        + " 8081. The server on 8082 should have had one by then.");
    }

    @Test
    void saysWhatNobodyDid() {
        var subject = Played.by(8081);
        subject.deaf.add(8082);
        assertThat(grade(subject, new Goal.Survives("/", 8082)))
                .isEqualTo("The server on 8082 still takes connections. It has to be stopped for this look.");
        assertThat(grade(subject, new Goal.Recovers("/", 8082, Duration.ofSeconds(8))))
                .isEqualTo("Nobody listens on 8082. That server has to run again for the next look.");
    }

    @Test
    void followsAPath() {
        var leads = new Goal.Leads("/images/cat.png", 8082);
        assertThat(grade(Played.by(8082), leads)).isEqualTo("met");
        assertThat(grade(Played.by(8082, 8081), leads))
                .isEqualTo(
                        "Request 2: GET /images/cat.png got 200 from the server on 8081. It should have come from the"
                                + " server on 8082.");
    }

    @Test
    void stopsAtTheFirstGoalThatIsMissed() {
        assertThat(new Grader(Played.by(8081), _ -> {}).grade(List.of(TURNS, SHARES)))
                .hasSize(1);
    }

    @Test
    void speaksGermanToo() {
        var german = new Wording(Locale.GERMAN);
        assertThat(german.goal(SHARES)).isEqualTo("Die Server an 8081 und 8082 teilen sich Anfragen nach / wie 3 : 1.");
        assertThat(WORDING.goal(SHARES)).isEqualTo("The servers on 8081 and 8082 share requests for / as 3 : 1.");
    }
}
