package ringside.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.config.Reach;
import ringside.config.proxy.Note;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.config.run.Picture;
import ringside.config.run.Run;
import ringside.trace.Subject;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.World;

/** The FILE of commands that look at one pool, and which one. */
final class PoolFile {
    @Parameters(paramLabel = "FILE", description = "A scenario, a lesson, a run, an nginx.conf or a haproxy.cfg.")
    private Path file;

    @Option(
            names = "--upstream",
            paramLabel = "NAME",
            description = "Which upstream or backend of the file, if it has several.")
    private Optional<String> upstream = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell all that the file says and that is not taken over.")
    private boolean verbose;

    /**
     * The pool that is meant; what the file says and that is not taken over goes to standard error.
     *
     * @throws BadInput when the file cannot be used, or there is no such pool, or more than one to choose from
     */
    Subject subject(Reach reach, CommandSpec spec) {
        var input = InputFile.read(file);
        if (input.isScenario()) {
            return Subject.of(scenario(input, reach));
        }
        var setup = input.setup();
        var subject = Subject.of(setup, upstream);
        tell(setup.notes(), PoolLines.of(input, subject.upstream().name()), spec);
        return subject;
    }

    /**
     * The scenario, or that of the pool that is meant.
     *
     * @throws BadInput when the file cannot be used, or has servers beyond reach
     */
    Scenario scenario(Reach reach, CommandSpec spec) {
        var input = InputFile.read(file);
        return input.isScenario() ? scenario(input, reach) : input.scenario(subject(reach, spec), reach);
    }

    /** Whether it is a scenario, or a lesson that begins with one. @throws BadInput when it cannot be read */
    boolean isScenario() {
        return InputFile.read(file).isScenario();
    }

    /**
     * The run, or one that the scenario begins and of which nothing was told yet; empty for its picture then.
     *
     * @throws BadInput when the file cannot be used
     */
    Recorded recorded(CommandSpec spec) {
        var input = InputFile.read(file);
        var pool = input.isScenario() ? Optional.<Subject>empty() : Optional.of(subject(Reach.ANYWHERE, spec));
        return input.run()
                .map(run -> new Recorded(run.title(), run.kind(), run.tape(), Optional.of(run.picture())))
                .orElseGet(() -> new Recorded(
                        String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[a-z]+$", ""),
                        World.Kind.SIMULATED,
                        Tape.of(pool.map(p -> input.scenario(p, Reach.ANYWHERE))
                                .orElseGet(() -> scenario(input, Reach.ANYWHERE))),
                        Optional.empty()));
    }

    /** The story of a run; empty for all other files. @throws BadInput when it cannot be read */
    Optional<Tape> told() {
        return InputFile.read(file).run().map(Run::tape);
    }

    /**
     * A story that a file tells, or begins.
     *
     * @param title what it is called
     * @param kind in which kind of world it was saved
     * @param tape the story
     * @param picture what of it was shown, if it was
     */
    record Recorded(String title, World.Kind kind, Tape tape, Optional<Picture> picture) {}

    /**
     * The port at which a proxy's configuration takes requests for the pool that is meant: the first of the first listener
     * that leads to it. Empty for a scenario, and when the file has none.
     *
     * @throws BadInput when the file cannot be used, or there is no such pool, or more than one to choose from
     */
    Optional<Integer> port() {
        var input = InputFile.read(file);
        return input.isScenario() ? Optional.empty() : input.setup().port(upstream);
    }

    /**
     * The pool that is meant with the ways that lead to it, or all pools of a proxy's configuration when none is named.
     *
     * @throws BadInput when the file cannot be used, or there is no such pool
     */
    ProxySetup setup(CommandSpec spec) {
        var input = InputFile.read(file);
        if (input.isScenario()) {
            return ProxySetup.of(Upstream.of(scenario(input, Reach.ANYWHERE)));
        }
        var setup = input.setup();
        setup.refused().keySet().stream()
                .filter(_ -> upstream.isEmpty())
                .forEach(name -> setup.upstream(Optional.of(name)));
        var meant = upstream.isPresent() ? setup.only(setup.upstream(upstream)) : setup;
        tell(setup.notes(), PoolLines.of(input, upstream.orElse("")), spec);
        return meant;
    }

    private Scenario scenario(InputFile input, Reach reach) {
        upstream.ifPresent(_ -> {
            throw new BadInput(
                    Place.startOf(file.toString()), "this has one pool, which has no name; leave out --upstream");
        });
        return input.scenario(reach);
    }

    /** What is about the pool, or everything; and how much else there is. */
    private void tell(List<Note> notes, PoolLines pool, CommandSpec spec) {
        var err = spec.commandLine().getErr();
        var told = notes.stream().filter(note -> verbose || pool.have(note)).toList();
        told.forEach(note -> err.println(Printable.line(note.toString())));
        int more = notes.size() - told.size();
        if (more > 0) {
            err.println(Printable.line(file + ": " + more + (told.isEmpty() ? "" : " more")
                    + (more == 1 ? " thing is" : " things are")
                    + " not taken over; --verbose lists " + (more == 1 ? "it" : "them")));
        }
    }
}
