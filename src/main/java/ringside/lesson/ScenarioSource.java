package ringside.lesson;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.config.YamlValue;
import ringside.world.Scenario;

/** Reads a scenario that a lesson writes out, or that stands in a file beside it. */
final class ScenarioSource {
    private ScenarioSource() {}

    static Scenario read(YamlValue value, String file, Path folder) {
        if (!value.isText()) {
            return ScenarioFile.read(value, folder, Reach.THIS_MACHINE);
        }
        var name = value.text();
        if (!name.matches("[A-Za-z0-9_-]{1,60}\\.ya?ml")) {
            throw value.wrong("leads elsewhere; name a file beside the lesson, such as scenario.yaml");
        }
        var beside = folder.resolve(name);
        if (!Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
            throw value.wrong("names " + name + ", and there is no such file beside the lesson");
        }
        var called = file.substring(0, file.lastIndexOf('/') + 1) + name;
        return ScenarioFile.read(
                Legible.check(Yaml.read(called, TextFile.read(beside, called, LessonFile.LARGEST))),
                folder,
                Reach.THIS_MACHINE);
    }
}
