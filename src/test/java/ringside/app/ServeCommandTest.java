package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ServeCommandTest {
    private static final String THREE = "assets/scenarios/three-servers.yaml";

    private static String server(String entrance) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://" + entrance + "/").toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(200);
        connection.getInputStream().readAllBytes();
        return Optional.ofNullable(connection.getHeaderField("X-Ringside-Server"))
                .orElse("none");
    }

    private static List<String> servers(String entrance, int count) throws IOException {
        var servers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            servers.add(server(entrance));
        }
        return servers;
    }

    /** Waits until connections are refused: a closing socket may take a moment to go. */
    private static void nobodyListens(String entrance) {
        int port = Integer.parseInt(entrance.substring(entrance.indexOf(':') + 1));
        while (connects(port)) {
            Thread.onSpinWait();
        }
    }

    private static boolean connects(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void servesObeysAndStopsWithItsInput() throws Exception {
        var keyboard = new PipedOutputStream();
        var input = new PipedInputStream(keyboard);
        var screen = new PipedWriter();
        var output = new BufferedReader(new PipedReader(screen));
        var err = new StringWriter();
        var streams = new Terminal.Streams(input, new PrintWriter(screen), new PrintWriter(err));
        var code = CompletableFuture.supplyAsync(
                () -> Terminal.run(streams, List.of("serve", THREE, "--port", "0", "--until-eof")));

        var ready = output.readLine();
        assertThat(ready).matches("ready http=127\\.0\\.0\\.1:\\d+");
        var entrance = ready.substring("ready http=".length());
        assertThat(servers(entrance, 6)).containsExactly("A", "B", "C", "A", "B", "C");

        var commands = new PrintWriter(keyboard, true, StandardCharsets.UTF_8);
        commands.println("drain B");
        assertThat(output.readLine()).isEqualTo("ok");
        assertThat(servers(entrance, 4)).containsOnly("A", "C");
        commands.println("\n  drain X\ndrian A\nadd D");
        assertThat(output.readLine()).isEqualTo("error: no server is named X; there are A, C");
        assertThat(output.readLine()).startsWith("error: input:4:1: unknown command `drian`; did you mean `drain`?");
        assertThat(output.readLine()).isEqualTo("ok");
        assertThat(servers(entrance, 6)).containsOnly("A", "C", "D");

        commands.close();
        assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(err.toString()).contains("A is at 127.0.0.1:").contains("B has left\n");
        nobodyListens(entrance);
    }

    @Test
    void announcesTheEntrancesThatOpenLater() throws Exception {
        var keyboard = new PipedOutputStream();
        var out = new StringWriter();
        var err = new StringWriter();
        var streams = new Terminal.Streams(new PipedInputStream(keyboard), new PrintWriter(out), new PrintWriter(err));
        var line = List.of("serve", THREE, "--port", "0", "--tcp-port", "0", "--until-eof");
        var code = CompletableFuture.supplyAsync(() -> Terminal.run(streams, line));
        try (var commands = new PrintWriter(keyboard, true, StandardCharsets.UTF_8)) {
            commands.println("layer tcp\nlayer http");
            while (announced(err).size() < 2) {
                Thread.onSpinWait();
            }
        }
        assertThat(code.get(30, TimeUnit.SECONDS)).isZero();

        var ready = out.toString().lines().findFirst().orElse("");
        assertThat(announced(err).getFirst()).matches("the proxy listens at tcp://127\\.0\\.0\\.1:\\d+");
        assertThat(announced(err).getLast()).isEqualTo(ready.replace("ready http=", "the proxy listens at http://"));
        assertThat(announced(err)).hasSize(2);
    }

    private static List<String> announced(StringWriter err) {
        return err.toString()
                .lines()
                .filter(line -> line.startsWith("the proxy listens at "))
                .toList();
    }

    @Test
    void knowsAServerByItsAddressFromTheMomentItWasAdded() {
        var lines = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            lines.append("add X at 127.0.0.1:9\nremove 127.0.0.1:9\n");
        }
        var told = Told.given(lines.toString(), "serve", THREE, "--port", "0", "--until-eof");

        assertThat(told.out().lines().skip(1)).hasSize(100).containsOnly("ok");
    }

    @Test
    void refusesWhatCannotBeServed() {
        var told = Told.by("serve", "none.yaml");

        assertThat(told)
                .isEqualTo(new Told(2, "", "none.yaml:1:1: there is no such file; check its name and folder\n"));
        assertThat(Told.by("serve", THREE, "--port", "65536"))
                .isEqualTo(new Told(
                        2, "", "ringside serve: --port is 0 to 65535, not 65536; see ringside serve --help\n"));
    }

    @Test
    void stopsCleanlyWhenTerminated() throws Exception {
        var process = Program.start("serve", THREE, "--port", "0");
        try {
            process.getOutputStream().close();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var entrance = Optional.ofNullable(output.readLine()).orElse("").substring("ready http=".length());
            assertThat(servers(entrance, 3)).containsExactly("A", "B", "C");

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            nobodyListens(entrance);
        } finally {
            process.destroyForcibly();
        }
    }
}
