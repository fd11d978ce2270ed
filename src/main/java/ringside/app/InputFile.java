package ringside.app;

import java.nio.file.Path;
import ringside.config.FileKind;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.lesson.LessonFile;
import ringside.world.Scenario;

/**
 * The FILE of a command.
 *
 * @param path where it is
 * @param kind what it is
 * @param text what is in it
 */
record InputFile(Path path, FileKind kind, String text) {
    /** A file that is there. @throws ringside.config.BadInput when it cannot be read */
    static InputFile read(Path path) {
        var text = TextFile.read(path, path.toString(), Yaml.LONGEST);
        return new InputFile(path, FileKind.of(text), text);
    }

    /** The scenario in a file. @throws ringside.config.BadInput when there is none, with the place of what is wrong */
    static Scenario scenario(Path file, Reach reach) {
        return read(file).scenario(reach);
    }

    Scenario scenario(Reach reach) {
        return switch (kind) {
            case LESSON -> LessonFile.read(name(), text, folder(path)).scenario();
            case SCENARIO, NGINX, HAPROXY -> ScenarioFile.read(Yaml.read(name(), text), folder(path), reach);
        };
    }

    private String name() {
        return path.toString();
    }

    static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
