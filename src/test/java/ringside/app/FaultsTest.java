package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a whole program in a process of its own shows the operating system, in good times and bad. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class FaultsTest {
    private static final String THREE = "assets/scenarios/three-servers.yaml";
    private static final int CLIENTS = 500;
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> sockets = new ArrayList<>();
    private Process process;
    private int port;

    @BeforeEach
    void start() throws IOException {
        start(new String[0]);
    }

    private void start(String... shell) throws IOException {
        var program = Program.of("serve", THREE, "--port", "0", "--admin", "0");
        program.command().addAll(0, List.of(shell));
        process = program.start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var ready = String.valueOf(output.readLine());
        port = Integer.parseInt(ready.replaceFirst("ready http=127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    @AfterEach
    void stop() throws Exception {
        for (var socket : sockets) {
            socket.close();
        }
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(REQUEST);
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
        return answer.substring(9, 12);
    }

    private List<String> descriptors() {
        try (var links = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return links.flatMap(FaultsTest::target).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
            return Stream.empty(); // closed meanwhile
        }
    }

    /** The addresses that the program listens on, as the kernel writes them: hexadecimal, each word in its own order. */
    private List<String> listeners() throws IOException {
        Set<String> ours = new HashSet<>(descriptors());
        var addresses = new ArrayList<String>();
        for (var table : List.of("tcp", "tcp6")) {
            Files.readAllLines(Path.of("/proc/net", table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(line -> line[3].equals("0A") && ours.contains("socket:[" + line[9] + "]"))
                    .forEach(line -> addresses.add(line[1].substring(0, line[1].indexOf(':'))));
        }
        return addresses;
    }

    private static void holds(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - giveUp).as(what).isNegative();
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void listensOnThisMachineOnly() throws IOException {
        assertThat(listeners())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(address -> assertThat(address)
                        .isIn("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"));
    }

    @Test
    void takesBackWhatVanishedClientsHeld() throws IOException {
        assertThat(status(connect())).isEqualTo("200");
        int before = descriptors().size();
        for (int i = 0; i < CLIENTS; i++) {
            connect().getOutputStream().write(REQUEST, 0, REQUEST.length / 2);
        }
        holds("most are in", () -> descriptors().size() >= before + CLIENTS / 2);
        holds("all are out", () -> descriptors().size() <= before + 2);

        assertThat(status(connect())).isEqualTo("200");
    }

    @Test
    void servesThoseWhoAreInWhenDescriptorsRunOut() throws Exception {
        stop();
        start("bash", "-c", "ulimit -n 128; exec \"$0\" \"$@\"");
        var established = List.of(connect(), connect(), connect());
        for (var each : established) {
            assertThat(status(each)).isEqualTo("200");
        }
        var flood = new ArrayList<Socket>();
        for (int i = 0; i < 300; i++) {
            flood.add(connect());
        }
        for (int round = 0; round < 10; round++) {
            for (var each : established) {
                assertThat(status(each)).isEqualTo("200");
            }
        }
        for (var each : flood) {
            each.close();
        }

        assertThat(status(connect())).isEqualTo("200");
        process.toHandle().destroy();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .containsPattern("\\d+ clients are connected, as many as the limit on open files");
    }
}
