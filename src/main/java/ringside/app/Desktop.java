package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import ringside.config.BadInput;
import ringside.config.Reach;
import ringside.config.run.Preview;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.lesson.Lessons;
import ringside.view.Texts;
import ringside.view.shell.Outside;

/** The user's desktop: files and links. */
final class Desktop implements Outside {
    private static final String RUNS = "*" + RunFile.ENDING;

    private final Stage stage;
    private final HostServices host;

    Desktop(Stage stage, HostServices host) {
        this.stage = stage;
        this.host = host;
    }

    @Override
    public Lessons lessons() {
        return Lessons.builtIn();
    }

    @Override
    public Optional<String> askForFile(Optional<String> near) {
        var chooser = chooser("start.file", near);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Texts.text("file.kinds"), RUNS, "*.yaml", "*.yml", "*.md", "*.conf", "*.cfg"),
                        new ExtensionFilter(Texts.text("file.any"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(file -> file.getPath());
    }

    @Override
    public Optional<String> askWhereToSave(String title, Optional<String> near) {
        var chooser = chooser("action.save-run", near);
        chooser.getExtensionFilters().add(new ExtensionFilter(Texts.text("file.runs"), RUNS));
        chooser.setInitialFileName(fileName(title));
        return Optional.ofNullable(chooser.showSaveDialog(stage))
                .map(file -> file.getPath())
                .map(path -> path.endsWith(RunFile.ENDING) ? path : path + RunFile.ENDING);
    }

    /** A title as the name of a file, as every system allows it. */
    static String fileName(String title) {
        var name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", " ").strip().replaceAll("^[.]+", "");
        return (name.isEmpty() ? "Ringside" : name) + RunFile.ENDING;
    }

    private static FileChooser chooser(String title, Optional<String> near) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.text(title));
        near.map(path -> InputFile.folder(Path.of(path)))
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    /* A run is told in virtual time, wherever its servers are; a scenario may become live. */
    @Override
    public Opened open(String path) {
        var file = Path.of(path);
        var input = InputFile.read(file);
        return input.run()
                .<Opened>map(Opened.Saved::new)
                .orElseGet(() -> new Opened.Setup(
                        String.valueOf(file.getFileName()), input.scenario(Reach.THIS_MACHINE)));
    }

    @Override
    public void save(String path, Run run) {
        var bytes = RunFile.write(run, Terminal.program());
        try {
            AtomicFile.write(Path.of(path), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.text("save.impossible", path, AtomicFile.reason(e)), e);
        }
    }

    @Override
    public Optional<Sight> look(String path) {
        var file = Path.of(path);
        try {
            return Optional.of(new Sight(Files.getLastModifiedTime(file).toMillis(), preview(file)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Preview> preview(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(RunFile.preview(file.toString(), in.readNBytes(RunFile.PREVIEW_WITHIN)));
        } catch (BadInput _) {
            return Optional.empty();
        }
    }

    @Override
    public void browse(String link) {
        host.showDocument(link);
    }
}
