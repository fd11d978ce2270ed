package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringside.engine.ServerId;
import ringside.net.Served;

@Timeout(60)
final class AccessLogTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00.123Z"));
    private static final Served GOOD =
            new Served(7, "127.0.0.1", "GET", "/a?b=c", true, 200, 512, 1_234_567, Optional.of(new ServerId("A")));

    @TempDir
    private Path folder;

    private static List<String> ignored() {
        return new ArrayList<>();
    }

    private List<String> lines(AccessFormat format, Served... served) throws Exception {
        var file = folder.resolve("access.log");
        try (var log = new AccessLog(file, format, NOON, ignored()::add)) {
            List.of(served).forEach(log);
        }
        return Files.readAllLines(file);
    }

    @Test
    void writesTheCommonFormat() throws Exception {
        assertThat(lines(AccessFormat.COMMON, GOOD))
                .containsExactly("127.0.0.1 - - [22/Nov/2026:12:00:00 +0000] \"GET /a?b=c HTTP/1.1\" 200 512");
    }

    @Test
    void writesJson() throws Exception {
        assertThat(lines(AccessFormat.JSON, GOOD))
                .containsExactly("{\"time\":\"2026-11-22T12:00:00.123Z\",\"request\":7,\"client\":\"127.0.0.1\","
                        + "\"method\":\"GET\",\"target\":\"/a?b=c\",\"protocol\":\"HTTP/1.1\",\"status\":200,"
                        + "\"bytes\":512,\"millis\":1.234,\"server\":\"A\"}");
    }

    @Test
    void writesWhatCouldSteerATerminalAsEscapes() throws Exception {
        var hostile =
                new Served(1, "127.0.0.1", "GET", "/\u001b[31m\"\\\r\n\u0085\u202e", false, 0, 0, 0, Optional.empty());

        assertThat(lines(AccessFormat.COMMON, hostile))
                .containsExactly("127.0.0.1 - - [22/Nov/2026:12:00:00 +0000] \"GET"
                        + " /\\x1B[31m\\x22\\x5C\\x0D\\x0A\\x85\\u202E HTTP/1.0\" 0 0");
        assertThat(lines(AccessFormat.JSON, hostile))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.chars()).allMatch(c -> c >= ' ' && c < 0x7f));
    }

    @Test
    void goesOnAtTheEndOfAFileThatIsThere() throws Exception {
        lines(AccessFormat.COMMON, GOOD);

        assertThat(lines(AccessFormat.COMMON, GOOD, GOOD)).hasSize(3);
    }

    @Test
    void movesAFileAsideThatHasGrown() throws Exception {
        var file = folder.resolve("access.log");
        try (var log = new AccessLog(file, AccessFormat.COMMON, NOON, ignored()::add, 150)) {
            for (int i = 0; i < 5; i++) {
                log.accept(GOOD);
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readAllLines(folder.resolve("access.log.1"))).hasSize(3);
    }

    @Test
    void saysOnceThatItCannotWrite() throws Exception {
        var notices = new ArrayList<String>();
        var full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        try (var log = new AccessLog(full, AccessFormat.COMMON, NOON, notices::add)) {
            for (int i = 0; i < 5; i++) {
                log.accept(GOOD);
            }
        }

        assertThat(notices).first().asString().contains("cannot be written to /dev/full: ");
        assertThat(notices.size()).isLessThan(3);
    }
}
