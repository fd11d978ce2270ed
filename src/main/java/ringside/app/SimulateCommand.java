package ringside.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.config.Reach;
import ringside.config.Units;
import ringside.engine.PolicyChoice;
import ringside.sim.Replay;
import ringside.world.Arrivals;
import ringside.world.Comparison;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.Statistics;
import ringside.world.Tape;

/** Lets virtual time pass and tells what it counted: the same for the same seed each time. */
@Command(
        name = "simulate",
        description = {
            "Let virtual time pass and tell what was counted: the same for the same seed, on every machine.",
            "",
            "A request is answered, or it is dropped: timed out, failed or refused; or it had not ended when the time"
                + " was over. Latencies are counted twice: of all requests that ended, where a dropped one counts with"
                + " the time until it was, and of the answered ones only. A server's requests count each attempt.",
            "",
            "A run that takes longer than a second tells its progress on standard error. Ctrl-C ends it at once with"
                    + " exit code 130, and nothing is told.",
            ""
        })
final class SimulateCommand implements Runnable {
    private static final String NAME = "ringside simulate";
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration USUAL = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How much time passes, such as 60s, up to 24h; as much as a run goes, or 60s, if not given.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "What chance starts from; the file's if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--traffic",
            paramLabel = "WORDS",
            description = "Which requests come, in the words of the command, such as 'poisson 80/s' or 'constant 10/s"
                    + " clients 5'; those of the file if not given, and poisson 100/s for a proxy's configuration.")
    private Optional<String> traffic = Optional.empty();

    @Option(
            names = "--do",
            paramLabel = "'TIME COMMAND'",
            description = "What is done at an instant, such as '20s drain B'; can be given many times.")
    private List<String> script = List.of();

    @Option(
            names = "--compare",
            paramLabel = "POLICY,POLICY",
            split = ",",
            description =
                    "Compare two to four policies on the same requests, or one with the file's own; an option goes"
                            + " with a blank, as in 'textbook/ring points=40'.")
    private List<String> compare = List.of();

    @Option(names = "--json", description = "Tell it as JSON.")
    private boolean json;

    @Override
    public void run() {
        var tape = Script.tape(story(), "--do", script);
        if (compare.isEmpty()) {
            count(tape);
        } else {
            compare(tape);
        }
    }

    private Progress progress() {
        return new ProgressLines(NAME, spec.commandLine().getErr(), System::nanoTime);
    }

    private void count(Tape tape) {
        var scenario = tape.begins();
        var statistics = new Statistics(scenario);
        new Replay().run(tape, statistics, progress());
        var figures = statistics.figures(tape.nanos());
        if (figures.totals().arrived() == 0) {
            tell("no request came; --traffic 'poisson 80/s' makes some");
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(RunJson.write(scenario, figures));
        } else {
            new RunTable(out, figures).write(scenario);
        }
    }

    private void compare(Tape tape) {
        if (compare.size() > Comparison.MOST) {
            throw wrong("--compare takes up to " + Comparison.MOST + " policies, not " + compare.size());
        }
        var policies = new ArrayList<PolicyChoice>();
        if (compare.size() == 1) {
            policies.add(tape.begins().policy());
        }
        compare.forEach(words -> policies.add(
                Script.after(tape.begins(), "--compare", "policy", words).policy()));
        var comparison =
                Comparison.of(new Replay(), policies.stream().map(tape::by).toList(), progress());
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(ComparisonJson.write(comparison));
        } else {
            new ComparisonTable(out, comparison).write();
        }
    }

    private Tape story() {
        var told = file.told();
        if (told.isPresent() && traffic.isPresent()) {
            throw wrong("a run says itself which requests come; --do '0s traffic …' changes that");
        }
        var story = told.map(run -> seed.map(run::seeded).orElse(run)).orElseGet(() -> Tape.of(scenario()));
        long whole = told.map(Tape::nanos).orElse(USUAL.toNanos());
        return story.until(time.map(this::nanos).orElse(whole));
    }

    private Scenario scenario() {
        var read = file.scenario(Reach.ANYWHERE, spec);
        var seeded = seed.map(read::seeded).orElse(read);
        if (traffic.isPresent()) {
            return Script.after(seeded, "--traffic", "traffic", traffic.get());
        }
        if (file.isScenario()) {
            return seeded;
        }
        tell("a proxy's configuration says nothing of requests: poisson 100/s is taken; --traffic says otherwise");
        return seeded.with(seeded.traffic().arriving(new Arrivals.Poisson(100)));
    }

    private void tell(String notice) {
        spec.commandLine().getErr().println(NAME + ": " + notice);
    }

    private long nanos(String text) {
        try {
            var length = Units.duration(text);
            if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
                throw wrong("--for is more than 0s and up to " + Units.of(LONGEST) + ", not " + text);
            }
            return length.toNanos();
        } catch (IllegalArgumentException e) {
            throw wrong("--for " + e.getMessage());
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
