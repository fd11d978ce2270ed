package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PickCommandTest {
    private static final String RING = "assets/scenarios/ring.yaml";

    @TempDir
    private Path folder;

    private String scenario(String yaml) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), yaml).toString();
    }

    /** The course's keys with their owners before and after the removal, as rows of fields. */
    private static List<String[]> course() throws IOException {
        try (InputStream in = Optional.ofNullable(
                        PickCommandTest.class.getResourceAsStream("/vectors/textbook/md5_ring.csv"))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    private static String expected(List<String[]> rows, int column) {
        return rows.stream()
                .map(r -> r[0] + "," + r[column] + "\n")
                .collect(Collectors.joining("", "key,server\n", ""));
    }

    @Test
    void agreesWithTheCoursesRingBeforeAndAfterTheRemoval() throws IOException {
        var rows = course();
        var keys = rows.stream().map(r -> r[0] + "\n").collect(Collectors.joining());
        var without = scenario("pool: {policy: textbook/md5-ring, servers: [{name: Server-A}, {name: Server-C}]}\n");

        assertThat(rows).hasSize(1000);
        assertThat(Told.given(keys, "pick", RING, "--keys", "-")).isEqualTo(new Told(0, expected(rows, 2), ""));
        assertThat(Told.given(keys, "pick", without, "--keys", "-")).isEqualTo(new Told(0, expected(rows, 3), ""));
    }

    @Test
    void picksInTurn() {
        assertThat(Told.by("pick", "assets/scenarios/weighted.yaml", "--count", "7"))
                .isEqualTo(new Told(0, "n,server\n1,a\n2,a\n3,b\n4,a\n5,c\n6,a\n7,a\n", ""));
    }

    @Test
    void namesAServerByItsAddressIfItHasOne() throws IOException {
        var file = scenario("pool: {servers: [{name: A, address: 127.0.0.1:9001}, {name: B}]}\n");

        assertThat(Told.by("pick", file, "--count", "2").out()).isEqualTo("n,server\n1,127.0.0.1:9001\n2,B\n");
    }

    @Test
    void picksNoneWhenNobodyMayTakeIt() throws IOException {
        var file = scenario("pool: {servers: []}\n");

        assertThat(Told.by("pick", file, "--count", "1").out()).isEqualTo("n,server\n1,none\n");
        assertThat(Told.given("{}\n", "pick", file, "--requests", "-").out())
                .isEqualTo("id,server,attempts\n1,none,\n");
    }

    @Test
    void quotesKeysThatNeedIt() throws IOException {
        var file = scenario("pool: {servers: [{name: \"A,1\"}]}\n");

        assertThat(Told.given("a,b\n\"q\"\r\n\n x ", "pick", file, "--keys", "-")
                        .out())
                .isEqualTo("key,server\n\"a,b\",\"A,1\"\n\"\"\"q\"\"\",\"A,1\"\n,\"A,1\"\n x ,\"A,1\"\n");
    }

    @Test
    void takesAKeyForTheClientToo() throws IOException {
        var file = scenario("pool: {policy: textbook/ip-hash, servers: [{name: A}, {name: B}, {name: C}]}\n");
        var picked =
                Told.given("10.0.0.1\n10.0.0.2\n10.0.0.3\n10.0.0.4\n10.0.0.5\n10.0.0.6\n", "pick", file, "--keys", "-");

        assertThat(picked.out()
                        .lines()
                        .skip(1)
                        .map(row -> row.substring(row.indexOf(',') + 1))
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void picksForWholeRequests() {
        var requests = """
            {"client":"10.0.0.1","path":"/a?key=Server-A","headers":{"k":"x"}}
            {"path":"/?key=4"}
            """;

        assertThat(Told.given(requests, "pick", RING, "--requests", "-"))
                .isEqualTo(new Told(0, "id,server,attempts\n1,Server-A,Server-A\n2,Server-B,Server-B\n", ""));
    }

    @Test
    void refusesALineThatIsNoneAndTellsItsPlace() {
        assertThat(Told.given("{}\n{\"clinet\":\"x\"}\n", "pick", RING, "--requests", "-"))
                .isEqualTo(new Told(
                        2,
                        "id,server,attempts\n1,Server-A,Server-A\n",
                        "input:2:2: \"clinet\" is not known here; a request has id, client, method, path, headers,"
                                + " fails\n"));
        assertThat(Told.given("{\"close\":\"x\"}\n", "pick", RING, "--requests", "-")
                        .err())
                .isEqualTo("input:1:1: no request called \"x\" is open\n");
    }

    @Test
    void followsATrace() {
        var trace = """
            {"id":"a","path":"/?key=Server-A"}
            {"server":"Server-A","set":"down"}
            {"path":"/?key=Server-A","fails":{"Server-B":"error"}}
            {"close":"a"}
            """;

        assertThat(Told.given(trace, "pick", RING, "--requests", "-"))
                .isEqualTo(new Told(0, "id,server,attempts\na,Server-A,Server-A\n3,Server-C,Server-B Server-C\n", ""));
        assertThat(Told.given(trace, "pick", RING, "--requests", "-", "--states")
                        .out())
                .isEqualTo("""
                    id,server,attempts,Server-A,Server-B,Server-C
                    a,Server-A,Server-A,up;weight=1;open=1,up;weight=1;open=0,up;weight=1;open=0
                    2,,,down;weight=1;open=1,up;weight=1;open=0,up;weight=1;open=0
                    3,Server-C,Server-B Server-C,down;weight=1;open=1,up;weight=1;open=0,up;weight=1;open=0
                    4,,,down;weight=1;open=0,up;weight=1;open=0,up;weight=1;open=0
                    """);
    }

    @Test
    void refusesKeysThatAreNoText() throws IOException {
        var file = Files.write(folder.resolve("keys"), new byte[] {'a', '\n', 'b', (byte) 0xe9, '\n'})
                .toString();

        var told = Told.by("pick", RING, "--keys", file);

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).isEqualTo(file + ":2:2: this is not UTF-8 text; save the file as UTF-8\n");
    }

    @Test
    void wantsToBeToldWhatToPickFor() {
        assertThat(Told.by("pick", RING))
                .isEqualTo(new Told(
                        2,
                        "",
                        "ringside pick: give one of --count, --keys and --requests; see ringside pick --help\n"));
        assertThat(Told.by("pick", RING, "--count", "1", "--states").err())
                .isEqualTo("ringside pick: --states goes with --requests; see ringside pick --help\n");
        assertThat(Told.by("pick", RING, "--count", "-1").err())
                .isEqualTo("ringside pick: --count is 0 or more, not -1; see ringside pick --help\n");
        assertThat(Told.by("pick", RING, "--count", "1", "--keys", "-").err())
                .isEqualTo("ringside pick: --count=N, --keys=FILE are mutually exclusive (specify only one);"
                        + " see ringside pick --help\n");
    }

    @Test
    void tellsWhatIsWrongWithItsFile() throws IOException {
        var file = scenario("pool:\n  servers:\n    - {name: A, weight: 0}\n");

        assertThat(Told.by("pick", file, "--count", "1"))
                .isEqualTo(
                        new Told(2, "", file + ":3:25: `weight` is 0; it should be a whole number from 1 to 1000\n"));
        assertThat(Told.by("pick", "none.yaml", "--count", "1").err())
                .isEqualTo("none.yaml:1:1: there is no such file; check its name and folder\n");
    }

    @Test
    void staysOnThisMachineUnlessAsked() throws IOException {
        var file = scenario("pool: {servers: [{name: A, address: \"10.0.0.1:80\"}]}\n");

        assertThat(Told.by("pick", file, "--count", "1").err())
                .contains("beyond loopback")
                .contains("--allow-remote");
        assertThat(Told.by("pick", file, "--count", "1", "--allow-remote").out())
                .isEqualTo("n,server\n1,10.0.0.1:80\n");
    }

    @Test
    void takesALessonForItsScenario() {
        assertThat(Told.by("pick", "lessons/02-round-robin/lesson.md", "--count", "2")
                        .out())
                .isEqualTo("n,server\n1,A\n2,A\n");
    }
}
