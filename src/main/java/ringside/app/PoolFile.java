package ringside.app;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.config.Reach;
import ringside.trace.Subject;

/** The FILE of commands that look at one pool, and which one. */
final class PoolFile {
    @Parameters(paramLabel = "FILE", description = "A scenario, a lesson, an nginx.conf or a haproxy.cfg.")
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

    @Option(names = "--allow-remote", description = "Let servers of a scenario have addresses beyond loopback.")
    private boolean allowRemote;

    /** The pool that is meant; what of the file is not taken over goes to standard error. */
    Subject subject(CommandSpec spec) {
        return Subject.of(InputFile.scenario(file, allowRemote ? Reach.ANYWHERE : Reach.THIS_MACHINE));
    }
}
