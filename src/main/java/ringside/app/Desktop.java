package ringside.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import ringside.config.Reach;
import ringside.lesson.Lessons;
import ringside.view.Texts;
import ringside.view.shell.Outside;

/** The user's desktop: files and links. */
final class Desktop implements Outside {
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
    public Optional<Opened> askForScenario() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.text("start.file"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "YAML, nginx.conf, haproxy.cfg", "*.yaml", "*.yml", "*.conf", "*.cfg"),
                        new FileChooser.ExtensionFilter("*", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(file -> read(file.toPath()));
    }

    private static Opened read(Path file) {
        return new Opened(file.getFileName().toString(), InputFile.read(file).scenario(Reach.THIS_MACHINE));
    }

    @Override
    public void browse(String link) {
        host.showDocument(link);
    }
}
