package ringside.app;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import ringside.config.BadInput;
import ringside.config.Printable;

/** The command line: everything but the window, and no display needed. */
@Command(
        name = "ringside",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Terminal.Version.class,
        description = "A front-row seat to load balancing. Without arguments, opens the window.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "FILE is a scenario (YAML), a lesson (Markdown), a saved run, an nginx.conf or a haproxy.cfg, told apart"
                    + " by content.",
            "Exit codes: 0 done, 1 a check failed, 2 unusable input, 70 something went wrong inside."
        })
final class Terminal implements Runnable {
    /** It was done. */
    static final int DONE = 0;

    /** What was checked is not as it should be. */
    static final int FAILED = 1;

    /** What the user gave cannot be used. */
    static final int UNUSABLE = 2;

    /** Something went wrong that the user is not to blame for. */
    static final int BROKEN = 70;

    /** Where what is said comes from and goes to: standard input, output and error, or a test's. */
    record Streams(InputStream in, PrintWriter out, PrintWriter err) {}

    /** The program's version, as its module was given it when it was built. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {program()};
        }
    }

    /** The program's name and version. */
    static String program() {
        var descriptor = Optional.ofNullable(Terminal.class.getModule().getDescriptor());
        return "ringside " + descriptor.flatMap(ModuleDescriptor::rawVersion).orElse("(unknown version)");
    }

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command is given");
    }

    /** Carries out one command line and returns its exit code. */
    static int run(Streams streams, List<String> args) {
        var line = new CommandLine(new Terminal())
                .addSubcommand(new ServeCommand(streams.in()))
                .addSubcommand(new PickCommand(streams.in()))
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new RenderCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new CommandLine(new LessonCommand()).addSubcommand(new LessonPlayCommand(streams.in())))
                .addSubcommand(new PoliciesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(streams.out())
                .setErr(streams.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((e, _) -> tell(e))
                .setExecutionExceptionHandler((e, command, _) -> tell(e, command));
        int code = executed(line, args);
        streams.out().flush();
        streams.err().flush();
        if (streams.out().checkError()) {
            streams.err().println("ringside: not everything could be written to standard output");
            streams.err().flush();
            return BROKEN;
        }
        return code;
    }

    private static int executed(CommandLine line, List<String> args) {
        try {
            return line.execute(args.toArray(String[]::new));
        } catch (Error e) {
            return broken(line, e);
        }
    }

    private static int tell(ParameterException e) {
        var command = e.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        var guess = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(s -> "; did you mean " + s + "?")
                        .orElse("")
                : "";
        var what = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        command.getErr().println(Printable.line(name + ": " + what + guess + "; see " + name + " --help"));
        return UNUSABLE;
    }

    private static int tell(Exception e, CommandLine command) {
        var err = command.getErr();
        if (e instanceof BadInput) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
        if (e instanceof UncheckedIOException || e instanceof IllegalArgumentException) {
            err.println(Printable.line("ringside: " + e.getMessage()));
            return UNUSABLE;
        }
        return broken(command, e);
    }

    private static int broken(CommandLine command, Throwable e) {
        command.getErr().println(Printable.line("ringside: something went wrong inside: " + e));
        return BROKEN;
    }
}
