package ringside.app;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.config.BadInput;
import ringside.config.Reach;
import ringside.engine.Request;
import ringside.trace.Rehearsal;
import ringside.trace.Reply;
import ringside.trace.Step;
import ringside.trace.StepReader;
import ringside.trace.Subject;

/** Tells which server each of many requests goes to. */
@Command(
        name = "pick",
        description = {
            "Tell which server each request goes to, as CSV: its address, or its name, or none.",
            "",
            "With --count and --keys, each request is answered before the next comes.",
            "--requests is a trace of what happens outside, one JSON object a line:",
            "  {\"id\":\"r1\",\"client\":\"10.0.0.1\",\"path\":\"/?k=x\",\"headers\":{\"k\":\"x\"}}",
            "      a request that stays open; without id it is over at once, and well",
            "  {\"path\":\"/\",\"fails\":{\"s2\":\"status:500\"}}",
            "      each attempt at that server ends so: error, closed, timeout, status:N",
            "  {\"close\":\"r1\",\"outcome\":\"ok\",\"tookMillis\":12}",
            "      an open request is over: ok, error, timeout or status:N",
            "  {\"at\":12.5}",
            "      the clock, in seconds",
            "  {\"server\":\"s2\",\"set\":\"drain\"}   {\"server\":\"s2\",\"weight\":5}",
            "      the operator: up, down, drain, maint or ready; or a weight",
            "  {\"check\":\"s2\",\"passed\":false}   {\"agent\":\"s2\",\"says\":\"50%%\"}",
            "  {\"observe\":\"s2\",\"status\":500}",
            "      what checks, agents and the traffic tell of a server",
            "",
            "With --states, a server is up, down, drain or maint, and then come ;weight=,",
            ";throttle= (percent of it, in a slow start), ;health= (level of its checks),",
            ";errors= (observed in a row) and ;open= (requests), as far as it has them.",
            "",
        })
final class PickCommand implements Runnable {
    private static final String NONE = "none";

    /** What is to be picked for: one of the three. */
    private static final class Source {
        @Option(names = "--count", paramLabel = "N", description = "N plain requests from one client; rows n,server.")
        private Optional<Integer> count = Optional.empty();

        @Option(
                names = "--keys",
                paramLabel = "FILE",
                description = "One key a line, which stands for whatever the policy hashes: key, client's address,"
                        + " target, value of a header or parameter; rows key,server. - is standard input.")
        private Optional<String> keys = Optional.empty();

        @Option(
                names = "--requests",
                paramLabel = "FILE.jsonl",
                description = "A trace; one row id,server,attempts a request, where id is the line for one without."
                        + " - is standard input.")
        private Optional<String> requests = Optional.empty();
    }

    private final InputStream in;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--states",
            description =
                    "With --requests: a row for every line of the trace, and a column for each server with what it is"
                            + " like after the line, such as up;weight=20;health=4;open=1.")
    private boolean states;

    @Option(names = "--allow-remote", description = "Let servers of a scenario have addresses beyond loopback.")
    private boolean allowRemote;

    PickCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        if (source.count.isEmpty() && source.keys.isEmpty() && source.requests.isEmpty()) {
            throw wrong("give one of --count, --keys and --requests");
        }
        if (states && source.requests.isEmpty()) {
            throw wrong("--states goes with --requests");
        }
        var subject = file.subject(allowRemote ? Reach.ANYWHERE : Reach.THIS_MACHINE, spec);
        var csv = new Csv(spec.commandLine().getOut());
        source.count.ifPresent(n -> count(n, csv, subject));
        source.keys.ifPresent(name -> keys(name, csv, subject.byKey()));
        source.requests.ifPresent(name -> requests(name, csv, subject));
    }

    private void count(int count, Csv csv, Subject subject) {
        if (count < 0) {
            throw wrong("--count is 0 or more, not " + count);
        }
        var rehearsal = new Rehearsal(subject);
        var request = subject.upstream().key().keyed(Request.of("127.0.0.1", "/"));
        csv.row("n", "server");
        for (int n = 1; n <= count && !csv.broken(); n++) {
            csv.row(Integer.toString(n), server(rehearsal.ask(request)));
        }
    }

    private void keys(String name, Csv csv, Subject subject) {
        var rehearsal = new Rehearsal(subject);
        try (var lines = Lines.of(name, in)) {
            csv.row("key", "server");
            for (var key = lines.next(); key.isPresent() && !csv.broken(); key = lines.next()) {
                csv.row(key.get(), server(rehearsal.ask(Subject.keyed(key.get()))));
            }
        }
    }

    private void requests(String name, Csv csv, Subject subject) {
        var rehearsal = new Rehearsal(subject);
        var reader = new StepReader(subject);
        try (var lines = Lines.of(name, in)) {
            var titles = states ? subject.titles().stream() : Stream.<String>empty();
            row(csv, Stream.concat(Stream.of("id", "server", "attempts"), titles));
            for (var line = lines.next(); line.isPresent() && !csv.broken(); line = lines.next()) {
                var step = reader.read(lines.place(1), line.get());
                var fields = fields(step, taken(rehearsal, step, lines), lines.number());
                if (states) {
                    row(csv, Stream.concat(fields, rehearsal.states().stream()));
                } else if (step instanceof Step.Ask) {
                    row(csv, fields);
                }
            }
        }
    }

    private static Optional<Reply> taken(Rehearsal rehearsal, Step step, Lines lines) {
        try {
            return rehearsal.take(step);
        } catch (IllegalArgumentException e) {
            throw new BadInput(lines.place(1), String.valueOf(e.getMessage()));
        }
    }

    private static Stream<String> fields(Step step, Optional<Reply> reply, int line) {
        var id = step instanceof Step.Ask ask ? ask.id() : Optional.<String>empty();
        return Stream.of(
                id.orElse(Integer.toString(line)),
                reply.map(PickCommand::server).orElse(""),
                reply.map(r -> String.join(" ", r.attempts())).orElse(""));
    }

    private static String server(Reply reply) {
        return reply.server().orElse(NONE);
    }

    private static void row(Csv csv, Stream<String> fields) {
        csv.row(fields.toArray(String[]::new));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
