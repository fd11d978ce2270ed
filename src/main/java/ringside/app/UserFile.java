package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Reach;
import ringside.config.run.Preview;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.view.Texts;
import ringside.view.shell.Outside.Opened;
import ringside.view.shell.Outside.Sight;

/** A file that the user chose in the window. */
record UserFile(Path path) {
    static UserFile of(String path) {
        return new UserFile(Path.of(path));
    }

    /** A title as the name of a run's file, such as every system allows. */
    static String nameFor(String title) {
        var name =
                title.replaceAll("[\\p{Cntrl}\\s/\\\\:*?\"<>|]+", " ").strip().replaceAll("^[.]+", "");
        return (name.isEmpty() ? "Ringside" : name) + RunFile.ENDING;
    }

    /** What is in it. A run is told in virtual time, wherever its servers are; a scenario may become live. */
    Opened open() {
        var input = InputFile.read(path);
        return input.run()
                .<Opened>map(Opened.Saved::new)
                .orElseGet(
                        () -> new Opened.Setup(String.valueOf(path.getFileName()), input.scenario(Reach.THIS_MACHINE)));
    }

    /** Writes a run there, whole or not at all. @throws UncheckedIOException saying why not */
    void save(Run run) {
        save(RunFile.write(run, Terminal.program()));
    }

    /** Writes a text there, whole or not at all. @throws UncheckedIOException saying why not */
    void save(String text) {
        save(text.getBytes(StandardCharsets.UTF_8));
    }

    private void save(byte[] bytes) {
        try {
            AtomicFile.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.text("save.impossible", path, AtomicFile.reason(e)), e);
        }
    }

    /** It from afar; empty when it is not there. */
    Optional<Sight> look() {
        try {
            return Optional.of(new Sight(Files.getLastModifiedTime(path).toMillis(), preview()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Optional<Preview> preview() throws IOException {
        try (var in = Files.newInputStream(path)) {
            return Optional.of(RunFile.preview(path.toString(), in.readNBytes(RunFile.PREVIEW_WITHIN)));
        } catch (BadInput _) {
            return Optional.empty();
        }
    }
}
