package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.config.BadInput;
import ringside.engine.Vectors;

/** Files that HAProxy refuses or takes, each with the places and the sentences that are told here. */
final class VerdictsTest {
    private static final String BEGINNING = "defaults\n mode http\n timeout connect 2s\n timeout client 1m\n";

    /**
     * A broken file.
     *
     * @param text all of it
     * @param told where it is wrong and why
     */
    private record Broken(String text, String told) {}

    private static final List<Broken> ALL = read("haproxy/broken.txt");

    /** Files that are taken, with as many notes as they say. */
    private static final List<Broken> TAKEN = read("haproxy/taken.txt");

    /** Blocks of lines below a line that says what is told of them. */
    private static List<Broken> read(String path) {
        return List.of(Vectors.text(path).split("(?m)^== ")).stream()
                .skip(1)
                .map(block -> block.split("\n", 2))
                .map(parts -> new Broken(BEGINNING + parts[1], parts[0]))
                .toList();
    }

    @Test
    void tellsWhereEachIsWrongAndWhatWouldBeRight() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
        for (var broken : ALL) {
            assertThatExceptionOfType(BadInput.class)
                    .as(broken.text())
                    .isThrownBy(() -> HaproxyCfg.read("h.cfg", broken.text()))
                    .withMessage("h.cfg:" + broken.told());
        }
    }

    @Test
    void refusesOnlyWhatHaproxyRefuses(@TempDir Path folder) {
        var haproxy = RealHaproxy.in(folder);
        for (var broken : ALL) {
            assertThat(haproxy.complaint(broken.text())).as(broken.text()).isPresent();
        }
    }

    @Test
    void takesOnlyWhatHaproxyTakes(@TempDir Path folder) {
        var haproxy = RealHaproxy.in(folder);
        for (var taken : TAKEN) {
            assertThat(haproxy.complaint(taken.text())).as(taken.text()).isEmpty();
        }
    }

    @Test
    void notesWhatItTakesAndDoesNotTakeOver() {
        assertThat(TAKEN).hasSizeGreaterThanOrEqualTo(30);
        for (var taken : TAKEN) {
            var notes = HaproxyCfg.read("h.cfg", taken.text()).notes().stream()
                    .filter(note -> note.place().line() > 4)
                    .map(note -> note.place().line() + ":" + note.place().column() + ": " + note.text())
                    .toList();
            assertThat(String.join(" | ", notes)).as(taken.text()).isEqualTo(taken.told());
        }
    }
}
