package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class RenderCommandTest {
    private static final String RING = "assets/scenarios/ring.yaml";

    @TempDir
    private Path folder;

    private String picture(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void drawsTheSameBytesTwice() throws IOException {
        assertThat(Told.by("render", RING, "--at", "2.5s", "-o", picture("1.svg")))
                .isEqualTo(new Told(0, "", ""));
        Told.by("render", RING, "--at", "2.5s", "-o", picture("2.svg"));

        assertThat(Files.readString(folder.resolve("1.svg")))
                .startsWith("<svg ")
                .contains("width=\"1280\" height=\"800\"")
                .contains("Server-A", "Server-B", "Server-C")
                .isEqualTo(Files.readString(folder.resolve("2.svg")));
    }

    @Test
    void drawsAnotherInstantSizeThemeAndLayoutOtherwise() throws IOException {
        var zombie = "assets/scenarios/zombie.yaml";
        Told.by("render", zombie, "-o", picture("plain.svg"));
        Told.by("render", zombie, "--at", "1s", "-o", picture("early.svg"));
        Told.by("render", zombie, "--theme", "dark", "-o", picture("dark.svg"));
        Told.by("render", zombie, "--layout", "ring", "-o", picture("ring.svg"));
        Told.by("render", zombie, "--size", "640x400", "-o", picture("small.svg"));

        var plain = Files.readString(folder.resolve("plain.svg"));
        for (var name : new String[] {"early.svg", "dark.svg", "ring.svg", "small.svg"}) {
            assertThat(Files.readString(folder.resolve(name))).as(name).isNotEqualTo(plain);
        }
        assertThat(Files.readString(folder.resolve("small.svg"))).contains("width=\"640\" height=\"400\"");
    }

    @Test
    @Timeout(120)
    void drawsPixelsWithoutADisplayTheSameTwice() throws Exception {
        for (var name : new String[] {"1.png", "2.png"}) {
            var process = Program.start("render", RING, "--size", "320x240", "-o", picture(name));
            assertThat(process.waitFor()).isZero();
        }

        assertThat(Files.readAllBytes(folder.resolve("1.png")))
                .startsWith(0x89, 'P', 'N', 'G')
                .isEqualTo(Files.readAllBytes(folder.resolve("2.png")));
    }

    @Test
    @Timeout(120)
    void keepsARunThatTellsTheSameStoryElsewhere() throws Exception {
        for (var name : new String[] {"1.ringside", "2.ringside"}) {
            var process = Program.start("render", RING, "--at", "2.5s", "--layout", "both", "-o", picture(name));
            assertThat(process.waitFor()).isZero();
        }
        assertThat(Files.readAllBytes(folder.resolve("1.ringside")))
                .isEqualTo(Files.readAllBytes(folder.resolve("2.ringside")));
        Files.copy(folder.resolve("1.ringside"), folder.resolve("run.zip"));

        Told.by("render", RING, "--at", "2.5s", "--layout", "both", "-o", picture("1.svg"));
        assertThat(Told.by("render", picture("run.zip"), "-o", picture("2.svg")))
                .isEqualTo(new Told(0, "", ""));
        assertThat(Files.readString(folder.resolve("2.svg"))).isEqualTo(Files.readString(folder.resolve("1.svg")));
        assertThat(Told.by("export", picture("run.zip"), "--to", "nginx").out()).contains("server 127.0.0.1");
    }

    @Test
    void refusesARunThatIsDamaged() throws IOException {
        var file = folder.resolve("lab.ringside");
        Files.writeString(file, "PK\3\4 and nothing more");
        assertThat(Told.by("render", file.toString(), "-o", picture("x.svg")))
                .isEqualTo(new Told(
                        2,
                        "",
                        file
                                + ":1:1: this is a ZIP file, but not a run that Ringside saved; open one with"
                                + " a manifest.yaml\n"));
        Files.writeString(file, "pool: {servers: []}\n");
        assertThat(Told.by("render", file.toString(), "-o", picture("x.svg")).err())
                .startsWith(file + ":1:1: this does not begin as a run does");
        assertThat(Files.exists(folder.resolve("x.svg"))).isFalse();
    }

    @Test
    void refusesWhatItCannotDraw() {
        var hint = "; see ringside render --help\n";
        assertThat(Told.by("render", RING, "-o", "x.gif").err())
                .isEqualTo("ringside render: a picture's name ends in .png or .svg, not x.gif" + hint);
        assertThat(Told.by("render", RING, "--at", "12", "-o", "x.svg").err())
                .isEqualTo("ringside render: --at 12 has no unit; write a duration such as 10ms, 1s or 2m" + hint);
        assertThat(Told.by("render", RING, "--at", "2h", "-o", "x.svg").err())
                .isEqualTo("ringside render: --at is 0s to 1h, not 2h" + hint);
        assertThat(Told.by("render", RING, "--size", "big", "-o", "x.svg").err())
                .isEqualTo("ringside render: a size is width and height in pixels, such as 1280x800, not big" + hint);
        assertThat(Told.by("render", RING).err())
                .isEqualTo("ringside render: Missing required option: '--output=PICTURE'" + hint);
        var nowhere = picture("none/x.svg");
        assertThat(Told.by("render", RING, "-o", nowhere).code()).isEqualTo(2);
        assertThat(Told.by("render", RING, "-o", nowhere).err())
                .startsWith("ringside: " + nowhere + " cannot be written");
    }
}
