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
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.lesson.LessonFile;
import ringside.trace.Subject;
import ringside.world.Scenario;
import ringside.world.Tape;

/**
 * The FILE of a command.
 *
 * @param path where it is
 * @param kind what it is
 * @param text what is in it; empty for a run
 * @param run what is in it, if it is a run
 */
record InputFile(Path path, FileKind kind, String text, Optional<Run> run) {
    /** A file that is there. @throws ringside.config.BadInput when it cannot be read, or is a run that is no good */
    static InputFile read(Path path) {
        var name = path.toString();
        var bytes = TextFile.bytes(path, name, head -> isRun(name, head) ? RunFile.LARGEST : NginxConf.LONGEST);
        if (isRun(name, bytes)) {
            return new InputFile(path, FileKind.RUN, "", Optional.of(RunFile.read(name, bytes)));
        }
        var input = of(path, TextFile.text(bytes, name));
        if (input.isScenario() && input.text.length() > Yaml.LONGEST) {
            throw new BadInput(
                    Place.startOf(input.name()),
                    "this file has more than " + Yaml.LONGEST + " characters; it should have fewer");
        }
        return input;
    }

    private static InputFile of(Path path, String text) {
        return new InputFile(path, FileKind.of(text), text, Optional.empty());
    }

    /* Told by its content; one that says it is a run and does not begin as one is damaged. */
    private static boolean isRun(String name, byte[] bytes) {
        return RunFile.begins(bytes) || name.endsWith(RunFile.ENDING);
    }

    /** Whether it has a scenario, as lessons and runs do that begin with one; else it is a proxy's configuration. */
    boolean isScenario() {
        return kind == FileKind.SCENARIO || kind == FileKind.LESSON || kind == FileKind.RUN;
    }

    /**
     * The scenario in it, which is that of its picture for a run, or that of the only pool of a proxy's configuration.
     *
     * @throws BadInput when there is none, with the place of what is wrong
     */
    Scenario scenario(Reach reach) {
        return switch (kind) {
            case LESSON -> LessonFile.read(name(), text, folder(path)).scenario();
            case SCENARIO -> ScenarioFile.read(Yaml.read(name(), text), folder(path), reach);
            case RUN -> within(reach, run.orElseThrow().shown());
            case NGINX, HAPROXY -> scenario(Subject.of(setup(), Optional.empty()), reach);
        };
    }

    /** The scenario of one of its pools and the ways that lead there. @throws BadInput when it has servers beyond reach */
    Scenario scenario(Subject pool, Reach reach) {
        return within(reach, Imported.of(pool.upstream(), pool.routes()).scenario());
    }

    /** The story in it, or one that its scenario begins. @throws BadInput when there is none, or it is beyond reach */
    Tape tape(Reach reach) {
        return run.map(Run::tape).orElseGet(() -> Tape.of(scenario(reach)));
    }

    private Scenario within(Reach reach, Scenario scenario) {
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
