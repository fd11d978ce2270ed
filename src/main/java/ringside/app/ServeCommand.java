package ringside.app;

import java.io.InputStream;
import java.io.PrintWriter;
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
import ringside.config.Printable;
import ringside.config.Reach;
import ringside.net.LiveOptions;
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
        try (var world = new Worlds(options()).open(World.Kind.LIVE, scenario);
                var _ = new Stopping(world);
                var _ = new Notices(world.timeline(), spec.commandLine().getErr())) {
            var out = spec.commandLine().getOut();
            out.println("ready "
                    + world.entrances().stream()
                            .map(entrance -> entrance.replace("://", "="))
                            .collect(Collectors.joining(" ")));
            out.flush();
            obey(world, out);
            if (!untilEof) {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
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

    private LiveOptions options() {
        check("--port", port);
        check("--tls-port", tlsPort);
        check("--tcp-port", tcpPort);
        var options = LiveOptions.usual().showing(CertificateFolder.ofThisUser());
        options = port.or(file::port).map(options::at).orElse(options);
        options = tlsPort.map(options::tlsAt).orElse(options);
        options = tcpPort.map(options::tcpAt).orElse(options);
        options = anyHost ? options.forAnyHost() : options;
        return allowRemote ? options.allowingRemote() : options;
    }

    private void check(String name, Optional<Integer> wanted) {
        wanted.filter(p -> p < 0 || p > LAST_PORT).ifPresent(p -> {
            throw new ParameterException(spec.commandLine(), name + " is 0 to " + LAST_PORT + ", not " + p);
        });
    }
}
