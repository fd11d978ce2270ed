package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.ServerId;
import ringside.world.Checks;

/** What the admin port tells, and to whom; and what an access log is told. */
@Timeout(60)
class AdminTest {
    @RegisterExtension
    final Opened opened = new Opened();

    private static int port(LiveWorld world) {
        var at = world.admin().orElseThrow();
        return Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));
    }

    private static Raw.Answer ask(LiveWorld world, String request) throws Exception {
        try (var raw = Raw.to(port(world))) {
            return raw.send(request.replace("|", "\r\n")).answer();
        }
    }

    private static String metrics(LiveWorld world) {
        try {
            return ask(world, "GET /metrics HTTP/1.1|Host: localhost||").body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void counts(LiveWorld world, String line) {
        Eventually.holds(line + " is told", () -> metrics(world).contains(line + "\n"));
    }

    @Test
    void countsWhatPasses() throws Exception {
        var world = opened.open(Opened.servers("A", "B"), LiveOptions.anywhere().countingAt(0));
        for (int i = 0; i < 4; i++) {
            Raw.get(world, "/");
        }
        counts(world, "ringside_connections_active 0.0");

        assertThat(metrics(world).lines())
                .contains(
                        "# TYPE ringside_http_requests_total counter",
                        "ringside_http_requests_total{code=\"200\",server=\"A\"} 2.0",
                        "ringside_http_requests_total{code=\"200\",server=\"B\"} 2.0",
                        "ringside_http_request_duration_seconds_bucket{le=\"+Inf\"} 4",
                        "ringside_http_request_duration_seconds_count 4",
                        "ringside_connections_accepted_total 4.0",
                        "ringside_server_up{server=\"A\"} 1.0",
                        "ringside_server_weight{server=\"B\"} 1.0",
                        "ringside_server_requests_in_flight{server=\"A\"} 0.0",
                        "ringside_events_missed_total 0.0");
    }

    @Test
    void countsItsOwnAnswersAndChecksThatFail() throws Exception {
        var gone = Backend.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var address = gone.address();
        gone.close();
        var scenario = Opened.servers()
                .with(List.of(Opened.swift("A").at(address)))
                .with(new Checks(Checks.Kind.TCP, "/", Duration.ofMillis(10), Duration.ofSeconds(1), 1, 1));
        var world = opened.open(scenario, LiveOptions.anywhere().countingAt(0));
        counts(world, "ringside_server_ejections_total{server=\"A\"} 1.0");
        assertThat(Raw.get(world, "/").status()).isEqualTo(503);
        counts(world, "ringside_http_requests_total{code=\"503\",server=\"\"} 1.0");

        assertThat(metrics(world).lines())
                .contains(
                        "ringside_server_checks_total{result=\"passed\",server=\"A\"} 0.0",
                        "ringside_server_up{server=\"A\"} 0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1|Host: 127.0.0.1||, 200",
        "GET /metrics HTTP/1.1|Host: [::1]:9||, 200",
        "GET /metrics HTTP/1.1|Host: evil.example||, 421",
        "GET /metrics HTTP/1.1|Host: localhost|Origin: http://evil.example||, 403",
        "POST /metrics HTTP/1.1|Host: localhost|Content-Length: 0||, 405",
        "HEAD /metrics HTTP/1.1|Host: localhost||, 405",
        "DELETE / HTTP/1.1|Host: localhost||, 405",
        "GET /other HTTP/1.1|Host: localhost||, 404",
        "GET /metrics HTTP/1.1||, 400",
        "GET /../metrics HTTP/1.1|Host: localhost||, 404"
    })
    void answersGetFromThisMachineOnly(String request, int status) throws Exception {
        var world = opened.open(Opened.servers("A"), LiveOptions.anywhere().countingAt(0));
        boolean toHead = request.startsWith("HEAD");
        try (var raw = Raw.to(port(world))) {
            var answer = raw.send(request.replace("|", "\r\n")).answer(toHead);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.field("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void isClosedUnlessItIsWanted() {
        assertThat(opened.open(Opened.servers("A")).admin()).isEmpty();
    }

    @Test
    void tellsALogOfEveryRequestThatEnded() throws Exception {
        var told = new ArrayList<Served>();
        var world = opened.open(Opened.servers("A"), LiveOptions.anywhere().logging(served -> {
            synchronized (told) {
                told.add(served);
            }
        }));
        var answer = Raw.get(world, "/some?key=k");
        Eventually.holds("the log was told", () -> {
            synchronized (told) {
                return told.size() == 1;
            }
        });

        var served = told.getFirst();
        assertThat(served.method()).isEqualTo("GET");
        assertThat(served.target()).isEqualTo("/some?key=k");
        assertThat(served.client()).isEqualTo("127.0.0.1");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.server()).contains(new ServerId("A"));
        assertThat(served.bytes())
                .isEqualTo(answer.head().length() + answer.body().length());
        assertThat(served.request()).isEqualTo(1);
        assertThat(served.tookNanos()).isPositive();
    }
}
