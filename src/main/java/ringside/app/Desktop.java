package ringside.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import ringside.config.TextFile;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.lesson.AnkiText;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Progress;
import ringside.lesson.workshop.Workplace;
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
        return Lessons.builtIn(Locale.getDefault());
    }

    @Override
    public Optional<String> askForLessons() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.text("own.open"));
        return Optional.ofNullable(chooser.showDialog(stage)).map(folder -> folder.getPath());
    }

    @Override
    public Watched watch(String folder, Consumer<Lessons> told) {
        return new LessonFolder(Path.of(folder), Locale.getDefault(), told);
    }

    @Override
    public Workplace workplace() {
        return new Programs(DataDirectory.ofThisUser()).workplace();
    }

    @Override
    public Optional<String> askForFile(Optional<String> near) {
        var chooser = chooser("start.file", near);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                Texts.text("file.kinds"), RUNS, "*.yaml", "*.yml", "*.md", "*.conf", "*.cfg"),
                        new ExtensionFilter(Texts.text("file.any"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(file -> file.getPath());
    }

    @Override
    public Optional<String> askWhereToSave(String title, Optional<String> near) {
        var chooser = chooser("action.save-run", near);
        chooser.getExtensionFilters().add(new ExtensionFilter(Texts.text("file.runs"), RUNS));
        chooser.setInitialFileName(UserFile.nameFor(title));
        return Optional.ofNullable(chooser.showSaveDialog(stage))
                .map(file -> file.getPath())
                .map(path -> path.endsWith(RunFile.ENDING) ? path : path + RunFile.ENDING);
    }

    @Override
    public Optional<String> askForProgress() {
        var chooser = chooser("learnt.import", Optional.empty());
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Texts.text("file.progress"), "*.json"),
                        new ExtensionFilter(Texts.text("file.any"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(file -> file.getPath());
    }

    @Override
    public Optional<String> askWhereToSaveProgress() {
        var chooser = chooser("learnt.export", Optional.empty());
        chooser.getExtensionFilters().add(new ExtensionFilter(Texts.text("file.progress"), "*.json"));
        chooser.setInitialFileName("ringside-progress.json");
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(file -> file.getPath());
    }

    @Override
    public Progress readProgress(String path) {
        return ProgressFile.open(Path.of(path));
    }

    @Override
    public void saveProgress(String path, Progress progress) {
        ProgressFile.save(Path.of(path), progress);
    }

    @Override
    public Optional<String> askForCards() {
        var chooser = chooser("review.import", Optional.empty());
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Texts.text("file.cards"), "*.txt"),
                        new ExtensionFilter(Texts.text("file.any"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(file -> file.getPath());
    }

    @Override
    public Optional<String> askWhereToSaveCards() {
        var chooser = chooser("review.export", Optional.empty());
        chooser.getExtensionFilters().add(new ExtensionFilter(Texts.text("file.cards"), "*.txt"));
        chooser.setInitialFileName("ringside-cards.txt");
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(file -> file.getPath());
    }

    @Override
    public String readText(String path) {
        return TextFile.read(Path.of(path), path, AnkiText.LARGEST);
    }

    @Override
    public void saveText(String path, String text) {
        UserFile.of(path).save(text);
    }

    private static FileChooser chooser(String title, Optional<String> near) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.text(title));
        near.map(path -> InputFile.folder(Path.of(path)))
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    @Override
    public Opened open(String path) {
        return UserFile.of(path).open();
    }

    @Override
    public void save(String path, Run run) {
        UserFile.of(path).save(run);
    }

    @Override
    public Optional<Sight> look(String path) {
        return UserFile.of(path).look();
    }

    @Override
    public void browse(String link) {
        host.showDocument(link);
    }
}
