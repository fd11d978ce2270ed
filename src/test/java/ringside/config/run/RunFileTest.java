package ringside.config.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import ringside.config.AnyScenario;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Deed;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Traffic;
import ringside.world.World;

class RunFileTest {
    private static final String BY = "Ringside 1.0";

    private static Map<String, String> entries(byte[] run) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(run))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void saysEverythingInEntriesThatPeopleCanRead() throws IOException {
        var entries = entries(RunFile.write(Runs.small(), BY));
        assertThat(entries.keySet()).containsExactly("manifest.yaml", "preview.png", "scenario.yaml", "deeds.txt");
        assertThat(entries.get("deeds.txt")).isEqualTo("1.5s kill B\n2.000000001s timeout 250ms\n");
        assertThat(entries.get("manifest.yaml")).startsWith("""
            format: ringside-run
            version: 1
            by: "Ringside 1.0"
            title: "Two servers"
            world: simulated
            until: "12.5s"
            at: "7s"
            events: 123
            layout: flow
            parts:
              preview.png: b6899d2a54fc29a35b4b9eb3486e57248f11a703768ed922f8737573793f40e8
            """);
        assertThat(entries.get("scenario.yaml"))
                .contains("traffic: {arrivals: {poisson: 20/s}")
                .endsWith("seed: 7\n");
    }

    @Test
    void isReadBackAsItWasWritten() {
        assertThat(RunFile.read("x", RunFile.write(Runs.small(), BY))).isEqualTo(Runs.small());
        for (long seed = 0; seed < 500; seed++) {
            var run = Runs.any(seed);
            assertThat(RunFile.read("x", RunFile.write(run, BY)))
                    .as("seed %s", seed)
                    .isEqualTo(run);
        }
    }

    @Test
    void isReadBackWithEveryCommandThereIs() {
        var written = LongStream.range(0, 500)
                .mapToObj(seed -> new AnyScenario(seed).command().getClass())
                .collect(Collectors.toSet());
        assertThat(written).isEqualTo(leaves(Command.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RunFileTest::leaves)
                : Stream.of(type);
    }

    @Test
    void isTheSameBytesForTheSameRun() {
        assertThat(RunFile.write(Runs.any(3), BY)).isEqualTo(RunFile.write(Runs.any(3), BY));
    }

    @Test
    void givesItsPreviewFromItsBeginningAlone() {
        var bytes = RunFile.write(Runs.small(), BY);
        assertThat(RunFile.preview("x", Arrays.copyOf(bytes, bytes.length - 500)))
                .isEqualTo(Runs.PREVIEW);
    }

    @Test
    void keepsTheSmallestOfNumbers() {
        var traffic = Traffic.none().asking(new Keys.Zipf(10, 1.2345678901234568e-9));
        var tape = new Tape(
                Scenario.of().with(traffic),
                List.of(new Deed(Long.MAX_VALUE, new Command.SetTraffic(traffic))),
                Long.MAX_VALUE);
        var run = new Run(
                "x",
                World.Kind.SIMULATED,
                tape,
                new Picture(Long.MAX_VALUE, 999_999_999_999_999L, "both", Runs.PREVIEW));
        assertThat(RunFile.read("x", RunFile.write(run, BY))).isEqualTo(run);
    }

    @Test
    void isNotWrittenWhenItCouldNotBeReadAgain() {
        var unspeakable = Tape.of(Scenario.of().seeded(Long.MAX_VALUE));
        assertThatThrownBy(() -> RunFile.write(
                        new Run(
                                "x",
                                World.Kind.SIMULATED,
                                unspeakable,
                                Runs.small().picture()),
                        BY))
                .hasMessageContaining("the picture is at 7000000000 ns, and the story ends at 0 ns");
        var picture = new Picture(0, 1, "ring", Runs.PREVIEW);
        assertThatThrownBy(() -> RunFile.write(new Run("x", World.Kind.SIMULATED, unspeakable, picture), BY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this run can't be saved: this run/scenario.yaml:7:7: `seed` is 9223372036854775807;"
                        + " it should be a whole number from -999999999999999 to 999999999999999");
        var keys = new Keys.Named(java.util.stream.IntStream.range(0, 500_000)
                .mapToObj(i -> "user:" + i)
                .toList());
        var large = Tape.of(Scenario.of().with(new Traffic(new Arrivals.None(), 1, keys)));
        assertThatThrownBy(() -> RunFile.write(new Run("x", World.Kind.SIMULATED, large, picture), BY))
                .hasMessageMatching("this run's scenario.yaml would have \\d+ bytes; it can have 4194304 at most");
    }

    @Test
    void tellsHowTheWorldStoodInThePicture() {
        assertThat(Runs.small().shown().servers()).extracting(s -> s.id()).isEqualTo(List.of(new ServerId("A")));
        assertThat(Set.of(Runs.small().shown().timeout().toMillis())).containsExactly(250L);
    }
}
