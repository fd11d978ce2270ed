package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/**
 * Raw requests and answers from public test suites, with verdicts: run from the folder that the system property
 * {@code ringside.httpCases} names, or from {@code ../shared/http-cases} beside the project, when it is there.
 */
@Timeout(300)
class HttpCasesTest {
    private static final Pattern SHARES = Pattern.compile("strict ([0-9.]+)% +safe ([0-9.]+)%");

    /** What of the cases went to the letter, and what went safely, in percent. */
    private record Shares(double strict, double safe) {}

    @Test
    void requestsAreForwardedOrRefusedAsTheStandardSays() throws Exception {
        var shares = run("run_cases.py", "dev", "--wait", "0.5");

        assertThat(shares.strict()).isGreaterThanOrEqualTo(99);
        assertThat(shares.safe()).isEqualTo(100);
    }

    @Test
    void answersArePassedOnOrReplacedAsTheStandardSays() throws Exception {
        var shares = run("run_responses.py", "resp-dev");

        assertThat(shares.strict()).isGreaterThanOrEqualTo(97);
        assertThat(shares.safe()).isEqualTo(100);
    }

    private static Shares run(String script, String cases, String... more) throws Exception {
        var folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "no cases in -Dringside.httpCases or ../shared/http-cases: not run");
        int backend = freePort();
        var scenario = Scenario.of(ServerSpec.named("S").at("127.0.0.1:" + backend));
        try (var world = new LiveWorld(
                scenario.with(Duration.ofSeconds(2)), LiveOptions.anywhere().forAnyHost())) {
            var words = new ArrayList<>(List.of(
                    "python3", script, "127.0.0.1", "" + Raw.port(world), cases, "--backend-port", "" + backend));
            words.addAll(List.of(more));
            var told = output(
                    new ProcessBuilder(words).directory(folder.get().toFile()).redirectErrorStream(true));
            var shares = SHARES.matcher(told);
            assertThat(shares.find()).as(told).isTrue();
            return new Shares(Double.parseDouble(shares.group(1)), Double.parseDouble(shares.group(2)));
        }
    }

    private static String output(ProcessBuilder command) throws IOException {
        try {
            return Raw.latin(command.start().getInputStream().readAllBytes());
        } catch (IOException e) {
            Assumptions.abort("the cases are run by python3, which is not here: " + e.getMessage());
            throw e;
        }
    }

    private static Optional<Path> folder() {
        var told = System.getProperty("ringside.httpCases", "../shared/http-cases");
        return Optional.of(Path.of(told)).filter(folder -> Files.isRegularFile(folder.resolve("run_cases.py")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
