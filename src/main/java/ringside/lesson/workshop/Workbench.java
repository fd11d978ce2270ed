package ringside.lesson.workshop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import ringside.config.BadInput;
import ringside.config.proxy.Confined;
import ringside.config.proxy.ImportedSite;
import ringside.lesson.workshop.Workplace.Start;
import ringside.world.Scenario;
import ringside.world.World;

/**
 * Where configurations are run: the servers behind them, our engine, and the program that is running, if one is.
 *
 * <p>One thread at a time may use it, but for {@link #close}; nearly everything takes a while.
 */
public final class Workbench implements AutoCloseable {
    private static final int LEARNERS_PATIENCE = 180;
    private static final int PATIENCE = 10;

    private final Engine engine;
    private final Workplace place;
    private volatile Optional<Servers> servers = Optional.empty();
    private Optional<AutoCloseable> program = Optional.empty();
    private boolean closed;

    /** Hears how far a run has come. */
    public interface Listener {
        /** A goal is looked at. */
        void begun(Goal goal);

        /** The learner should stop, or start, a server that is not ours; it is waited for. */
        void asked(int server, boolean stop);
    }

    /**
     * A workbench before a live world, which becomes what configurations say.
     *
     * @param first what the lesson begins with: its servers keep their names
     */
    public Workbench(World world, Scenario first, Workplace place) {
        this.engine = Engine.of(world, first);
        this.place = place;
    }

    /** The servers, once they were chosen. */
    public Optional<Servers> servers() {
        return servers;
    }

    /** Starts servers of ours in the place of those before. @throws java.io.UncheckedIOException without free ports */
    public void serve(List<Integer> wanted) {
        serve(wanted, wanted);
    }

    /** The same at other ports than the lesson names, as far as they are free. */
    public void serve(List<Integer> wanted, List<Integer> at) {
        leaveServers();
        var origins = place.serve(at);
        keep(new Servers(wanted, origins.ports(), Optional.of(origins)));
    }

    private synchronized void keep(Servers chosen) {
        servers = Optional.of(chosen);
        if (closed) {
            leaveServers();
        }
    }

    /** Takes the servers that the learner runs, at the ports that the lesson names. */
    public void take(List<Integer> wanted) {
        leaveServers();
        servers = Optional.of(new Servers(wanted, wanted, Optional.empty()));
    }

    private void leaveServers() {
        servers.flatMap(Servers::ours).ifPresent(Workplace.Origins::close);
        servers = Optional.empty();
    }

    /** Whether somebody takes connections at a port. */
    public boolean up(int port) {
        return place.listens(port);
    }

    /** A workshop with its servers where they are. */
    public Workshop moved(Workshop task) {
        return servers.map(s -> task.moved(s::moved)).orElse(task);
    }

    /** A text that names servers by where they were, with the ports at which they are now. */
    public String moved(String text, List<Integer> ports) {
        var now = servers.map(Servers::ports)
                .filter(p -> p.size() == ports.size())
                .orElse(ports);
        return Ports.moved(text, port -> ports.contains(port) ? now.get(ports.indexOf(port)) : port);
    }

    /** The program that reads a dialect, if it is on this machine. */
    public Optional<Workplace.Program> program(Dialect dialect) {
        return place.program(dialect);
    }

    /** From now on the program of a dialect is this file; nothing stands for where programs usually are. */
    public void name(Dialect dialect, String path) {
        place.name(dialect, path);
    }

    /** What is wrong with a text; empty when nothing is. */
    public static Optional<BadInput> problem(Dialect dialect, String text) {
        try {
            dialect.read(text);
            return Optional.empty();
        } catch (BadInput e) {
            return Optional.of(e);
        }
    }

    /** Runs a configuration on our engine, which goes on with it, and grades it. */
    public Report onEngine(Workshop task, String text, Listener listener) {
        return reading(() -> {
            var imported = ImportedSite.of(task.dialect().read(text), task.listen());
            task.dialect().confine(text, port -> port);
            var problem = engine.become(imported.scenario(), servers);
            if (problem.isPresent()) {
                return new Report.NotRun(problem.get(), Optional.empty());
            }
            var graded = graded(task, text, new Proxy(engine.port(), Engine.FIELD, engine::portOf), listener);
            return new Report.Graded(graded.where(), graded.verdicts(), graded.foreseen(), imported.notes());
        });
    }

    /**
     * Runs a configuration on a program, which goes on with it until {@link #stop}, and grades it. Our engine goes on with
     * one that reaches every goal, so that the lesson's world is the same whichever ran it.
     */
    public Report onProgram(Workplace.Program of, Workshop task, String text, Listener listener) {
        return reading(() -> {
            var imported = ImportedSite.of(task.dialect().read(text), task.listen());
            stop();
            int port = place.free(task.listen());
            var start = of.start(task.dialect().confine(text, wanted -> wanted == task.listen() ? port : wanted), port);
            return switch (start) {
                case Start.Failed(var why) -> new Report.NotRun(why, Optional.empty());
                case Start.Runs(var running) -> {
                    keep(running);
                    var graded = graded(
                            task,
                            text,
                            new Proxy(port, Confined.UPSTREAM, by -> OptionalInt.of(Ports.last(by))),
                            listener);
                    if (graded.good()) {
                        engine.become(imported.scenario(), servers);
                    }
                    yield graded;
                }
            };
        });
    }

    private synchronized void keep(AutoCloseable running) {
        program = Optional.of(running);
        if (closed) {
            stop();
        }
    }

    /** Stops the program that is running, if one is. */
    public synchronized void stop() {
        program.ifPresent(Workbench::close);
        program = Optional.empty();
    }

    private static Report reading(Supplier<Report> run) {
        try {
            return run.get();
        } catch (BadInput e) {
            return new Report.NotRun(e.what(), e.place());
        } catch (IllegalArgumentException e) {
            return new Report.NotRun(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Report.Graded graded(Workshop task, String text, Proxy proxy, Listener listener) {
        var verdicts = new Grader(new Asked(proxy, listener), listener::begun).grade(task.goals());
        var missed = verdicts.stream()
                .filter(Verdict.Missed.class::isInstance)
                .map(verdict -> verdict.goal().word())
                .findFirst();
        var foreseen = missed.map(word -> task.foreseen(text, word)).orElse(List.of());
        return new Report.Graded("http://127.0.0.1:" + proxy.port(), verdicts, foreseen, List.of());
    }

    /**
     * A proxy that runs.
     *
     * @param port where it takes requests
     * @param field the field of an answer that says which server gave it
     * @param server the port of that server, by what the field says
     */
    private record Proxy(int port, String field, Function<String, OptionalInt> server) {}

    /** A proxy before the servers of this bench. */
    private final class Asked implements Subject {
        private final Proxy proxy;
        private final Listener listener;

        private Asked(Proxy proxy, Listener listener) {
            this.proxy = proxy;
            this.listener = listener;
        }

        @Override
        public Exchange ask(int number, String path) {
            var reply = place.ask(proxy.port(), path, proxy.field());
            var server = reply instanceof Reply.Answered(var _, var by)
                    ? by.map(proxy.server()).orElse(OptionalInt.empty())
                    : OptionalInt.empty();
            return new Exchange(number, path, reply, server);
        }

        @Override
        public boolean stop(int server) {
            return change(server, true, origins -> origins.stop(server));
        }

        @Override
        public boolean start(int server) {
            return change(server, false, origins -> origins.start(server));
        }

        private boolean change(int server, boolean stop, Consumer<Workplace.Origins> how) {
            var ours = servers.flatMap(Servers::ours);
            ours.ifPresentOrElse(how, () -> listener.asked(server, stop));
            return place.await(() -> place.listens(server) != stop, ours.isPresent() ? PATIENCE : LEARNERS_PATIENCE);
        }

        @Override
        public void rest() {
            place.rest();
        }

        @Override
        public long nanos() {
            return place.nanos();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
        leaveServers();
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
