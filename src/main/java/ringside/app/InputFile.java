package ringside.app;

import java.nio.file.Path;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.lesson.LessonFile;
import ringside.world.Scenario;

/** The FILE of a command: a scenario, or a lesson for the scenario that it begins with. */
final class InputFile {
    private static final String FENCE = "---";

    private InputFile() {}

    /** The scenario in a file. @throws ringside.config.BadInput when there is none, with the place of what is wrong */
    static Scenario scenario(Path file, Reach reach) {
        var name = file.toString();
        var text = TextFile.read(file, name, Yaml.LONGEST);
        var folder = folder(file);
        return isLesson(text)
                ? LessonFile.read(name, text, folder).scenario()
                : ScenarioFile.read(Yaml.read(name, text), folder, reach);
    }

    static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** Whether it begins with front matter: a second fence ends what would otherwise be one YAML document. */
    private static boolean isLesson(String text) {
        return text.startsWith(FENCE)
                && text.lines()
                                .map(String::stripTrailing)
                                .filter(FENCE::equals)
                                .limit(2)
                                .count()
                        == 2;
    }
}
