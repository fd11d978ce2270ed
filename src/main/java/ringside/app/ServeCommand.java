package ringside.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.config.BadInput;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.config.Reach;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.world.World;

/** Serves a scenario on real sockets, without a screen, until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serve a scenario on real sockets of this machine, without a screen.",
            "",
            "Prints one line once it accepts: ready http=127.0.0.1:PORT, with https= beside it where encryption ends"
                    + " at the balancer, and tcp= instead in layer 4. Then it reads commands from standard input,"
                    + " one a line, such as `add C`, `drain B` or `zombie A`, and answers each with `ok` or one line"
                    + " of error. Notices go to standard error. SIGTERM stops it cleanly."
        })
final class ServeCommand implements Runnable {
    private static final int LAST_PORT = 65_535;

    private final InputStream in;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Where the proxy listens; the next free port when it is busy, any for 0. If not given, the port"
                            + " that an nginx.conf or haproxy.cfg says, on loopback, or else 8080.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--tls-port",
            paramLabel = "N",
            description = "Where the proxy takes encrypted requests, the same way; 8443 if not given.")
    private Optional<Integer> tlsPort = Optional.empty();

    @Option(
            names = "--tcp-port",
            paramLabel = "N",
            description = "Where the proxy takes connections in layer 4, the same way; 8090 if not given.")
    private Optional<Integer> tcpPort = Optional.empty();

    @Option(
            names = "--admin",
            paramLabel = "N",
            description = "Where to answer what the proxy counts, at /metrics in Prometheus' text format; the next free"
                    + " port when it is busy, any for 0. If not given, nowhere.")
    private Optional<Integer> admin = Optional.empty();

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Write a line for every request that has ended to the end of this file; at 64 MB it is moved"
                    + " to FILE.1.")
    private Optional<Path> log = Optional.empty();

    @Option(
            names = "--access-log-format",
            paramLabel = "FORMAT",
            description = "How: ${COMPLETION-CANDIDATES}. If not given, common.")
    private AccessFormat format = AccessFormat.COMMON;

    @Option(names = "--any-host", description = "Take requests for any Host, not only this machine's own names.")
    private boolean anyHost;

    @Option(names = "--allow-remote", description = "Let servers have addresses beyond loopback.")
    private boolean allowRemote;

    @Option(names = "--until-eof", description = "Stop when standard input ends.")
    private boolean untilEof;

    ServeCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        var scenario = file.scenario(reach(), spec);
        var out = spec.commandLine().getOut();
        try (var closed = new Closing();
                var _ = new Stopping(closed::close)) {
            var options = options();
            if (log.isPresent()) {
                options = options.logging(closed.with(log(log.get()), AccessLog::close));
            }
            var world = closed.with(new LiveWorld(scenario, options), LiveWorld::close);
            closed.with(new Notices(world.timeline(), spec.commandLine().getErr()), Notices::close);
            out.println("ready "
                    + world.entrances().stream()
                            .map(entrance -> entrance.replace("://", "="))
                            .collect(Collectors.joining(" "))
                    + world.admin().map(at -> " admin=" + at).orElse(""));
            out.flush();
            obey(world, out);
            if (!untilEof) {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private AccessLog log(Path to) {
        var err = spec.commandLine().getErr();
        try {
            return new AccessLog(to, format, InstantSource.system(), notice -> {
                err.println(Printable.line(notice));
                err.flush();
            });
        } catch (IOException _) {
            throw new BadInput(
                    Place.startOf(to.toString()),
                    "the access log cannot be written here; name a file in a folder that is there");
        }
    }

    private void obey(World world, PrintWriter out) {
        try (var lines = new Lines("input", in)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    out.println(answer(world, lines, line.get()));
                    out.flush();
                }
            }
        }
    }

    private String answer(World world, Lines lines, String line) {
        try {
            var command = CommandWords.read(lines.place(1), line, reach()).in(world);
            return switch (world.apply(command)) {
                case World.Outcome.Done(var _) -> "ok";
                case World.Outcome.Rejected(var why) -> Printable.line("error: " + why);
            };
        } catch (BadInput | IllegalArgumentException e) {
            return Printable.line("error: " + e.getMessage());
        }
    }

    private Reach reach() {
        return allowRemote ? Reach.ANYWHERE : Reach.THIS_MACHINE;
    }

    private void check(String option, Optional<Integer> number) {
        number.filter(p -> p < 0 || p > LAST_PORT).ifPresent(p -> {
            throw new ParameterException(spec.commandLine(), option + " is 0 to " + LAST_PORT + ", not " + p);
        });
    }

    private LiveOptions options() {
        check("--port", port);
        check("--tls-port", tlsPort);
        check("--tcp-port", tcpPort);
        check("--admin", admin);
        var options = LiveOptions.usual().unwatched().showing(CertificateFolder.ofThisUser());
        options = port.or(file::port).map(options::at).orElse(options);
        options = tlsPort.map(options::tlsAt).orElse(options);
        options = tcpPort.map(options::tcpAt).orElse(options);
        options = admin.isPresent() ? options.countingAt(admin.get()) : options;
        options = anyHost ? options.forAnyHost() : options;
        return allowRemote ? options.allowingRemote() : options;
    }
}
