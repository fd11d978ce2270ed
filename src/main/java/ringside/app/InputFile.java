package ringside.app;

import java.nio.file.Path;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.FileKind;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.config.haproxy.HaproxyCfg;
import ringside.config.nginx.Includes;
import ringside.config.nginx.NginxConf;
import ringside.config.proxy.Imported;
import ringside.config.proxy.ProxySetup;
import ringside.lesson.LessonFile;
import ringside.trace.Subject;
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
        var input = of(path, TextFile.read(path, path.toString(), NginxConf.LONGEST));
        if (input.isScenario() && input.text.length() > Yaml.LONGEST) {
            throw new BadInput(
                    Place.startOf(input.name()),
                    "this file has more than " + Yaml.LONGEST + " characters; it should have fewer");
        }
        return input;
    }

    private static InputFile of(Path path, String text) {
        return new InputFile(path, FileKind.of(text), text);
    }

    /** Whether it is a scenario, or a lesson that begins with one; else it is a proxy's configuration. */
    boolean isScenario() {
        return kind == FileKind.SCENARIO || kind == FileKind.LESSON;
    }

    /**
     * The scenario in it, or that of the only pool of a proxy's configuration.
     *
     * @throws BadInput when there is none, with the place of what is wrong
     */
    Scenario scenario(Reach reach) {
        return switch (kind) {
            case LESSON -> LessonFile.read(name(), text, folder(path)).scenario();
            case SCENARIO -> ScenarioFile.read(Yaml.read(name(), text), folder(path), reach);
            case NGINX, HAPROXY -> scenario(Subject.of(setup(), Optional.empty()), reach);
        };
    }

    /** The scenario of one of its pools and the ways that lead there. @throws BadInput when it has servers beyond reach */
    Scenario scenario(Subject pool, Reach reach) {
        var scenario = Imported.of(pool.upstream(), pool.routes()).scenario();
        try {
            scenario.servers().forEach(server -> server.address().ifPresent(reach::check));
            return scenario;
        } catch (IllegalArgumentException e) {
            throw new BadInput(Place.startOf(name()), String.valueOf(e.getMessage()));
        }
    }

    /** What a proxy's configuration says. @throws ringside.config.BadInput when it is none, or the proxy would refuse it */
    ProxySetup setup() {
        return kind == FileKind.NGINX
                ? NginxConf.read(name(), text, Includes.within(folder(path)))
                : HaproxyCfg.read(name(), text);
    }

    String name() {
        return path.toString();
    }

    static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
