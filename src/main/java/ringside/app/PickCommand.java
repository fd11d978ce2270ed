package ringside.app;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ringside.config.Reach;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.world.Scenario;

/** Tells which server each of many requests goes to, each answered before the next comes. */
@Command(
        name = "pick",
        description = "Tell which server each request goes to, as CSV. Each is answered before the next comes.")
final class PickCommand implements Runnable {
    private static final String NONE = "none";

    /** What is to be picked for: one of the three. */
    private static final class Source {
        @Option(names = "--count", paramLabel = "N", description = "N plain requests from one client; rows n,server.")
        private Optional<Integer> count = Optional.empty();

        @Option(
                names = "--keys",
                paramLabel = "FILE",
                description =
                        "One key a line, also taken for the client's address; rows key,server. - is standard input.")
        private Optional<String> keys = Optional.empty();

        @Option(
                names = "--requests",
                paramLabel = "FILE.jsonl",
                description = "One request a line: {\"client\":\"10.0.0.1\",\"path\":\"/a?key=x\",\"headers\":{}};"
                        + " rows id,server,attempts, where id is the line. - is standard input.")
        private Optional<String> requests = Optional.empty();
    }

    private final InputStream in;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A scenario or a lesson.")
    private Path file;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--allow-remote", description = "Let servers have addresses beyond loopback.")
    private boolean allowRemote;

    PickCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        if (source.count.isEmpty() && source.keys.isEmpty() && source.requests.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give one of --count, --keys and --requests");
        }
        var scenario = InputFile.scenario(file, allowRemote ? Reach.ANYWHERE : Reach.THIS_MACHINE);
        var csv = new Csv(spec.commandLine().getOut());
        var picker = picker(scenario);
        source.count.ifPresent(n -> count(n, csv, picker));
        source.keys.ifPresent(name -> keys(name, csv, picker));
        source.requests.ifPresent(name -> requests(name, csv, picker));
    }

    private void count(int count, Csv csv, Function<Request, String> picker) {
        if (count < 0) {
            throw new ParameterException(spec.commandLine(), "--count is 0 or more, not " + count);
        }
        var request = new Request("127.0.0.1", "/", "/");
        csv.row("n", "server");
        for (int n = 1; n <= count && !csv.broken(); n++) {
            csv.row(Integer.toString(n), picker.apply(request));
        }
    }

    private void keys(String name, Csv csv, Function<Request, String> picker) {
        try (var lines = Lines.of(name, in)) {
            csv.row("key", "server");
            for (var key = lines.next(); key.isPresent() && !csv.broken(); key = lines.next()) {
                csv.row(key.get(), picker.apply(new Request(key.get(), "/", key.get())));
            }
        }
    }

    private void requests(String name, Csv csv, Function<Request, String> picker) {
        try (var lines = Lines.of(name, in)) {
            csv.row("id", "server", "attempts");
            for (var line = lines.next(); line.isPresent() && !csv.broken(); line = lines.next()) {
                var server = picker.apply(RequestLine.read(lines, line.get()));
                csv.row(Integer.toString(lines.number()), server, server.equals(NONE) ? "" : server);
            }
        }
    }

    private static Function<Request, String> picker(Scenario scenario) {
        Map<ServerId, String> labels = new HashMap<>();
        scenario.servers().forEach(s -> labels.put(s.id(), s.address().orElse(s.id().name())));
        var balancer = new Balancer(Policies.make(scenario.policy()), scenario.pool(_ -> true));
        return request -> switch (balancer.pick(balancer.begin(request), Detail.PLAIN)) {
            case Pick.Refused(var _) -> NONE;
            case Pick.Chosen(var server, var _) -> {
                balancer.settle(new Attempt(server, Outcome.OK, false, 0));
                yield labels.getOrDefault(server, server.name());
            }
        };
    }
}
