package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringside.config.BadInput;
import ringside.config.run.Picture;
import ringside.config.run.Preview;
import ringside.config.run.Run;
import ringside.view.shell.Outside;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Tape;
import ringside.world.World;

class UserFileTest {
    private static final Preview TWO_PIXELS = new Preview(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR42mMQUDBwCEgAAAOHAVGJAsihAAAAAElFTkSuQmCC"));

    @TempDir
    private Path folder;

    private static Run run(String server) {
        var tape = Tape.of(Scenario.of(ServerSpec.named(server).at("10.0.0.1:80")));
        return new Run("Lab", World.Kind.SIMULATED, tape, new Picture(0, 1, "flow", TWO_PIXELS));
    }

    private UserFile file(String name) {
        return new UserFile(folder.resolve(name));
    }

    @Test
    void keepsARunAndGivesItBack() throws IOException {
        var lab = file("lab.ringside");
        lab.save(run("A"));
        lab.save(run("B"));
        assertThat(lab.open()).isEqualTo(new Outside.Opened.Saved(run("B")));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(lab.path());
        }
    }

    @Test
    void givesAScenarioByItsName() throws IOException {
        Files.writeString(folder.resolve("lab.yaml"), "pool: {servers: [{name: A}]}");
        assertThat(file("lab.yaml").open())
                .isEqualTo(new Outside.Opened.Setup("lab.yaml", Scenario.of(ServerSpec.named("A"))));
    }

    @Test
    void seesARunFromAfar() throws IOException {
        var lab = file("lab.ringside");
        lab.save(run("A"));
        Files.setLastModifiedTime(lab.path(), FileTime.fromMillis(1_800_000_000_000L));
        assertThat(lab.look()).contains(new Outside.Sight(1_800_000_000_000L, Optional.of(TWO_PIXELS)));
        Files.writeString(lab.path(), "no run any more");
        assertThat(lab.look().orElseThrow().preview()).isEmpty();
        Files.delete(lab.path());
        assertThat(lab.look()).isEmpty();
    }

    @Test
    void saysWhyARunCannotBeKept() throws IOException {
        var nowhere = file("none/lab.ringside");
        assertThatThrownBy(() -> nowhere.save(run("A")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(nowhere.path() + " can’t be written: No Such File.");
        Files.createDirectory(folder.resolve("lab.ringside"));
        Files.writeString(folder.resolve("lab.ringside/x"), "");
        assertThatThrownBy(() -> file("lab.ringside").save(run("A")))
                .hasMessageStartingWith(folder.resolve("lab.ringside") + " can’t be written: ");
        assertThatThrownBy(() -> file("lab.ringside").open())
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("lab.ringside") + ":1:1: this is a folder; name a file in it");
    }

    @Test
    void namesARunAfterItsTitle() {
        assertThat(List.of("The ring", "a/b\\c: \"d\"?", "...", "", "ü🎪\u0007"))
                .map(UserFile::nameFor)
                .containsExactly(
                        "The ring.ringside",
                        "a b c d.ringside",
                        "Ringside.ringside",
                        "Ringside.ringside",
                        "ü🎪.ringside");
    }

    @Test
    @Timeout(120)
    void leavesTheOldFileWhereThereIsNoRoomForTheNewOne() throws Exception {
        var servers = "server 127.0.0.1:9001; ".repeat(400);
        var from = Files.writeString(folder.resolve("a.conf"), "events {} http { upstream a {" + servers + "} }");
        var to = Files.writeString(folder.resolve("a.yaml"), "the old one");
        var line = Program.of("import", from.toString(), "-o", to.toString());
        line.command().add(1, "-XX:-UsePerfData");
        line.command().addAll(0, List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
        var process = line.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains(to + " cannot be written");
        assertThat(Files.readString(to)).isEqualTo("the old one");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(from, to);
        }
    }
}
