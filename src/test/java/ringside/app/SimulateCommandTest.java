package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class SimulateCommandTest {
    private static final String ZOMBIE = "assets/scenarios/zombie.yaml";
    private static final String HINT = "; see ringside simulate --help\n";

    /** One that answers in time and one that does not, taking turns ten times a second. */
    private static final String CLOCKWORK = """
        pool:
          servers:
            - {name: A, workers: 1, latency: {constant: 10ms}}
            - {name: B, workers: 2, latency: {constant: 30ms}}
        traffic: {arrivals: {constant: 10/s}, clients: 1}
        timeout: 20ms
        """;

    /** What ten seconds of it come to. */
    private static final String TOLD = """
        {
          "policy": "textbook/round-robin",
          "seed": 1,
          "seconds": 10,
          "requests": 100,
          "answered": 50,
          "dropped": 49,
          "timedOut": 49,
          "failed": 0,
          "refused": 0,
          "open": 1,
          "retried": 0,
          "latency": {
            "count": 99,
            "meanMillis": 14.949495,
            "p50Millis": 10,
            "p90Millis": 20,
            "p99Millis": 20,
            "p999Millis": 20,
            "maxMillis": 20
          },
          "answeredLatency": {
            "count": 50,
            "meanMillis": 10,
            "p50Millis": 10,
            "p90Millis": 10,
            "p99Millis": 10,
            "p999Millis": 10,
            "maxMillis": 10
          },
          "servers": [
            {
              "name": "A",
              "requests": 50,
              "answered": 50,
              "failed": 0,
              "share": 0.5,
              "busyMillis": 500,
              "utilisation": 0.05
            },
            {
              "name": "B",
              "requests": 50,
              "answered": 0,
              "failed": 49,
              "share": 0.5,
              "busyMillis": 980,
              "utilisation": 0.049
            }
          ],
          "clients": [
            {
              "name": "10.0.0.1",
              "requests": 100,
              "answered": 50,
              "p50Millis": 10,
              "p99Millis": 20
            }
          ],
          "remapped": 0,
          "remaps": []
        }
        """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonObject json(String... args) {
        var all = new String[args.length + 2];
        all[0] = "simulate";
        all[1] = "--json";
        System.arraycopy(args, 0, all, 2, args.length);
        return JsonParser.parseString(Told.by(all).out()).getAsJsonObject();
    }

    private static JsonArray servers(JsonObject run) {
        return run.getAsJsonArray("servers");
    }

    @Test
    void countsWhatAScenarioOfClockworkMustGive() throws IOException {
        var told = Told.by("simulate", file("s.yaml", CLOCKWORK), "--for", "10s", "--json");

        assertThat(told.code()).isZero();
        assertThat(told.out()).isEqualTo(TOLD);
    }

    @Test
    void tellsPeopleTheSameInTables() throws IOException {
        var told = Told.by("simulate", file("s.yaml", CLOCKWORK), "--for", "10s");

        assertThat(told.code()).isZero();
        assertThat(told.out()).isEqualTo("""
            10s by textbook/round-robin, seed 1

            requests        100
            answered         50   50.00 %
            dropped          49   49.00 %   49 timed out, 0 failed, 0 refused
            open              1    1.00 %   had not ended
            retried           0

            latency in ms          mean        p50        p90        p99      p99.9        max
            all that ended       14.949     10.000     20.000     20.000     20.000     20.000
            answered only        10.000     10.000     10.000     10.000     10.000     10.000
            The second line leaves out what was dropped, so it can look better the more is dropped; in the first, a request
            that failed counts with the time until it did, and one that timed out with its timeout.

            server     requests     share   answered     failed      busy
            A                50   50.00 %         50          0    5.00 %
            B                50   50.00 %          0         49    4.90 %

            client             requests   answered    p50 in ms    p99 in ms
            10.0.0.1                100         50       10.000       20.000
            """);
    }

    @Test
    void tellsTheSameBytesForTheSameSeedWhateverTheLanguage() {
        var usual = Locale.getDefault();
        var once = Told.by("simulate", ZOMBIE, "--for", "20s", "--seed", "7", "--json");
        var table = Told.by("simulate", ZOMBIE, "--for", "20s", "--seed", "7");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Told.by("simulate", ZOMBIE, "--for", "20s", "--seed", "7", "--json")
                            .out())
                    .isEqualTo(once.out());
            assertThat(Told.by("simulate", ZOMBIE, "--for", "20s", "--seed", "7")
                            .out())
                    .isEqualTo(table.out());
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(Told.by("simulate", ZOMBIE, "--for", "20s", "--seed", "8", "--json")
                        .out())
                .isNotEqualTo(once.out());
    }

    @Test
    void showsWhatLeavingOutTheDroppedWouldClaim() {
        var run = json(ZOMBIE, "--for", "4s");

        assertThat(run.get("dropped").getAsLong()).isPositive();
        assertThat(run.getAsJsonObject("latency").get("maxMillis").getAsBigDecimal())
                .isEqualByComparingTo("2000");
        assertThat(run.getAsJsonObject("answeredLatency").get("maxMillis").getAsDouble())
                .isLessThan(1000);
    }

    @Test
    void doesWhatItIsToldAtItsInstant() throws IOException {
        var ring = file("ring.yaml", """
            pool: {policy: textbook/mod-n, servers: [{name: A}, {name: B}]}
            traffic: {arrivals: {constant: 100/s}, keys: {uniform: 1000}}
            """);
        var run = json(ring, "--for", "3s", "--do", "2s kill B", "--do", "1s add C");

        assertThat(run.get("remapped").getAsLong()).isEqualTo(2);
        var first = run.getAsJsonArray("remaps").get(0).getAsJsonObject();
        assertThat(first.get("atSeconds").getAsBigDecimal()).isEqualByComparingTo("1");
        assertThat(first.get("keys").getAsLong()).isEqualTo(1000);
        assertThat(first.get("law").getAsBigDecimal()).isEqualByComparingTo("0.666667");
        assertThat(first.get("fraction").getAsDouble()).isBetween(0.6, 0.73);
        assertThat(servers(run)).hasSize(3);
    }

    @Test
    void takesLessonsAndProxiesConfigurationsToo() throws IOException {
        var conf = file("n.conf", "events {}\nhttp { upstream u { server a:1; server b:1; } }\n");
        var cfg = file(
                "h.cfg", "backend b\n  balance roundrobin\n  server x 127.0.0.1:9001\n  server y 127.0.0.1:9002\n");

        for (var file : new String[] {conf, cfg, "lessons/02-round-robin/lesson.md"}) {
            var run = json(file, "--traffic", "constant 50/s", "--for", "2s");
            assertThat(run.get("requests").getAsLong()).isEqualTo(100);
            assertThat(servers(run).asList().stream()
                            .mapToLong(server ->
                                    server.getAsJsonObject().get("requests").getAsLong())
                            .sum())
                    .isEqualTo(100);
        }
        assertThat(Told.by("simulate", conf, "--for", "1s").err())
                .contains("poisson 100/s is taken; --traffic says otherwise");
    }

    @Test
    @Timeout(120)
    void tellsARunAgainAsFarAsItGoes() throws Exception {
        var clockwork = file("clockwork.yaml", CLOCKWORK);
        var run = folder.resolve("clockwork.ringside").toString();
        assertThat(Program.start("render", clockwork, "--at", "10s", "-o", run).waitFor())
                .isZero();

        assertThat(Told.by("simulate", run, "--json").out())
                .isEqualTo(
                        Told.by("simulate", clockwork, "--for", "10s", "--json").out());
        assertThat(json(run, "--for", "12s", "--do", "11s kill B")
                        .get("requests")
                        .getAsLong())
                .isEqualTo(120);
        assertThat(Told.by("simulate", run, "--traffic", "constant 1/s").err())
                .contains("a run says itself which requests come");
    }

    @Test
    void saysWhenNoRequestCame() throws IOException {
        var told = Told.by("simulate", file("s.yaml", "pool: {servers: [{name: A}]}\n"), "--for", "1s", "--json");

        assertThat(told.code()).isZero();
        assertThat(told.err()).isEqualTo("ringside simulate: no request came; --traffic 'poisson 80/s' makes some\n");
        assertThat(JsonParser.parseString(told.out())
                        .getAsJsonObject()
                        .get("requests")
                        .getAsLong())
                .isZero();
    }

    @Test
    void comparesPoliciesRequestByRequest() throws IOException {
        var file = file("s.yaml", CLOCKWORK.replace("timeout: 20ms\n", ""));
        var told = Told.by("simulate", file, "--for", "10s", "--compare", "haproxy/first");

        assertThat(told.code()).isZero();
        assertThat(told.out()).isEqualTo("""
            10s with seed 1: the same 100 requests for each policy; latencies in ms, of all that ended

            policy                               answered    dropped       mean        p50        p90        p99   busiest
            textbook/round-robin                       99          0     19.899     10.000     30.000     30.000   50.00 %
            haproxy/first                              99          0     10.000     10.000     10.000     10.000  100.00 %

            request by request, to the first          mean, with 95 %     median    sooner     later  keys moved
            haproxy/first                                      -9.899     +0.000   49.49 %    0.00 %           -
            Differences are taken of the requests that were answered under both; a negative one is a gain.
            """);
        var json = json(file, "--for", "10s", "--compare", "textbook/round-robin,haproxy/first");
        assertThat(json.getAsJsonArray("runs").get(1).getAsJsonObject().getAsJsonObject("latency"))
                .isEqualTo(JsonParser.parseString(
                        "{count: 99, meanMillis: 10, p50Millis: 10, p90Millis: 10, p99Millis: 10, p999Millis: 10,"
                                + " maxMillis: 10}"));
        assertThat(json.getAsJsonArray("differences"))
                .containsExactly(JsonParser.parseString(
                        "{policy: 'haproxy/first', requests: 100, answeredInBoth: 99, sooner: 49, later: 0,"
                                + " medianMillis: 0, meanMillis: -9.89899}"));
    }

    @Test
    void saysWhichKeysMoveFromOnePolicyToAnother() throws IOException {
        var file = file("s.yaml", """
            pool: {policy: textbook/mod-n, servers: [{name: A}, {name: B}]}
            traffic: {arrivals: {constant: 100/s}, keys: {uniform: 1000}}
            """);
        var difference = json(file, "--for", "1s", "--compare", "textbook/mod-n,textbook/ring points=40")
                .getAsJsonArray("differences")
                .get(0)
                .getAsJsonObject();

        assertThat(difference.get("policy").getAsString()).isEqualTo("textbook/ring{points=40}");
        assertThat(difference.get("movedKeys").getAsInt()).isBetween(430, 570);
    }

    private static void refuses(String complaint, String... args) {
        assertThat(Told.by(args)).isEqualTo(new Told(2, "", complaint + "\n"));
    }

    @Test
    void refusesLengthsThatAreNone() {
        var bounds = "ringside simulate: --for is more than 0s and up to 24h, not ";
        var form = "; write a duration such as 10ms, 1s or 2m" + HINT.strip();
        refuses(bounds + "0s" + HINT.strip(), "simulate", ZOMBIE, "--for", "0s");
        refuses(bounds + "25h" + HINT.strip(), "simulate", ZOMBIE, "--for", "25h");
        refuses("ringside simulate: --for -5s is not understood" + form, "simulate", ZOMBIE, "--for", "-5s");
        refuses(
                "ringside simulate: --for 1000years is not understood" + form,
                "simulate",
                ZOMBIE,
                "--for",
                "1000years");
        refuses("ringside simulate: --for 60 has no unit" + form, "simulate", ZOMBIE, "--for", "60");
    }

    @Test
    void refusesWhatCannotBeDone() {
        assertThat(Told.by("simulate", ZOMBIE, "--traffic", "quick").err())
                .startsWith("--traffic:1:1: unknown arrivals `quick`; known: off, poisson, constant, bursts, ");
        refuses("--do:1:1: 5s says nothing to do; write a line such as 20s drain B", "simulate", ZOMBIE, "--do", "5s");
        refuses(
                "--do:2:1: 70s is after the end at 1m; --for says how long it goes on",
                "simulate",
                ZOMBIE,
                "--do",
                "7s drain A",
                "--do",
                "70s drain B");
        refuses("--do:1:4: no server is named Q; there are A, B, C", "simulate", ZOMBIE, "--do", "5s drain Q");
        assertThat(Told.by("simulate", ZOMBIE, "--do", "5s drian A").err())
                .startsWith("--do:1:4: unknown command `drian`; did you mean `drain`?");
        refuses(
                "ringside simulate: --compare takes up to 4 policies, not 5" + HINT.strip(),
                "simulate",
                ZOMBIE,
                "--compare",
                "a,b,c,d,e");
        assertThat(Told.by("simulate", ZOMBIE, "--compare", "nearest").err())
                .startsWith("--compare:1:1: no policy is called \"nearest\"; there are ");
        assertThat(Told.by("simulate", "nowhere.yaml").code()).isEqualTo(2);
    }

    @Test
    void tellsItsProgressAfterASecondAndThenMoreAndMoreSeldom() {
        var err = new StringWriter();
        var clock = new AtomicLong();
        var progress = new ProgressLines("work", new PrintWriter(err), clock::get);
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(progress.goOn(percent / 100.0)).isTrue();
            clock.addAndGet(100_000_000);
        }

        assertThat(err).hasToString("""
            work: 10 % after 1 s
            work: 20 % after 2 s
            work: 40 % after 4 s
            work: 80 % after 8 s
            """);
    }
}
