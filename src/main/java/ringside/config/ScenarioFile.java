package ringside.config;

import java.nio.file.Path;
import java.util.Optional;
import ringside.world.Scenario;

/** Scenario files: YAML that sets up a world. Unknown keys are errors; the schema for editors is beside this class. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /** Reads a file. @throws BadInput when it is no scenario, with the place of what is wrong */
    public static Scenario read(Path file, Reach reach) {
        var name = file.toString();
        var folder = file.toAbsolutePath().getParent();
        var text = TextFile.read(file, name, Yaml.LONGEST);
        return read(Yaml.read(name, text), folder == null ? file.toAbsolutePath() : folder, reach);
    }

    /**
     * Reads a scenario that is part of another file.
     *
     * @param folder where files that it names are
     * @throws BadInput when it is no scenario, with the place of what is wrong
     */
    public static Scenario read(YamlValue value, Path folder, Reach reach) {
        return new ScenarioReader(Optional.of(folder), reach).scenario(value);
    }

    /** Reads a scenario that may name no other files. @throws BadInput when it is none, or does */
    public static Scenario alone(YamlValue value, Reach reach) {
        return new ScenarioReader(Optional.empty(), reach).scenario(value);
    }

    /** Writes a scenario so that reading it gives an equal one, if it has fewer than {@link Yaml#LONGEST} characters. */
    public static String write(Scenario scenario) {
        return ScenarioWriter.write(scenario);
    }
}
