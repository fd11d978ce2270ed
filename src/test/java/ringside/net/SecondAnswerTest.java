package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes back is what the server meant, to the eyes of another reader; whatever else comes looks broken. */
@Timeout(240)
class SecondAnswerTest {
    private static final int TRIALS = 1500;
    private static final String PROBE = "GET /probe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void passesNearlyRightAnswersOnAsTheyWereMeantOrNotAtAll(long seed) throws Exception {
        var answer = new AtomicReference<>("");
        var backend = new Backend((head, _, out) -> {
            boolean probe = head.startsWith("GET /probe ");
            Backend.write(
                    out,
                    probe ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nprobe" : Objects.requireNonNull(answer.get()));
            return probe;
        });
        var world = opened.before(Limits.usual(), Duration.ofSeconds(5), backend);
        var answers = new AnyAnswer(seed);
        for (int i = 0; i < TRIALS; i++) {
            var next = answers.next();
            answer.set(next);
            check(world, next);
        }
    }

    private static void check(LiveWorld world, String sent) throws Exception {
        var meant = SecondAnswer.at(sent);
        var all = ask(world, PROBE.replace("/probe", "/"));
        var got = all.endsWith("(reset)") ? Optional.<SecondAnswer>empty() : SecondAnswer.at(all);
        if (meant.isPresent()) {
            assertThat(got).as("%s became %s", shown(sent), shown(all)).isEqualTo(meant);
        } else {
            assertThat(got.map(SecondAnswer::status).filter(status -> status < 500))
                    .as("%s became %s", shown(sent), shown(all))
                    .isEmpty();
        }
        assertThat(ask(world, PROBE)).as("after %s", shown(sent)).endsWith("\r\n\r\nprobe");
    }

    private static String ask(LiveWorld world, String request) throws Exception {
        try (var raw = Raw.to(world)) {
            return raw.send(request).rest();
        }
    }

    private static String shown(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
