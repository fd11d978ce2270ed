package ringside.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.engine.ServerId;
import ringside.world.Recording.Arrival;
import ringside.world.Recording.Service;

/** Reads off a live world's timeline what it takes to tell its story again in virtual time. */
final class Capture {
    /*
     * A server's time is that from the beginning of its work to the first byte of its answer, without what it was slowed
     * down by, for in virtual time it is slowed down again. When it behaved otherwise meanwhile nobody can tell: that
     * one is unmeasured. A connection that nobody looks into takes as long as it lasted.
     */
    private static final int BLOCK = 8192;
    private static final int MANY_WORKERS = 10_000;

    private final Timeline timeline;
    private final Snapshot first;
    private final List<Deed> deeds = new ArrayList<>();
    private final Recording.Draft draft = new Recording.Draft();
    private final Map<ServerId, Ordered> servers = new HashMap<>();
    private final Map<Long, Open> open = new HashMap<>();
    private long nanos;
    private long missed;

    /** A request that has not ended. */
    private static final class Open {
        private final int number;
        private final boolean unopened;
        private Optional<Labour> labour = Optional.empty();

        Open(int number, boolean unopened) {
            this.number = number;
            this.unopened = unopened;
        }
    }

    /** A server as it was ordered last, and its behaviour since that began. */
    private record Ordered(ServerSpec spec, Course course) {}

    /** A server's work on a request. */
    private record Labour(long fromNanos, Course course, Latency under) {
        /** What it came to when the server has behaved the same since. */
        Optional<Service> until(long nanos, Course now) {
            double slowness = course.slowness(fromNanos);
            return now.equals(course) && !(course.behaviour() instanceof Behaviour.Frozen)
                    ? Optional.of(new Service((long) ((nanos - fromNanos) / slowness), under))
                    : Optional.empty();
        }
    }

    private Capture(Timeline timeline) {
        this.timeline = timeline;
        boolean whole = timeline.event(0).isPresent();
        first = whole ? timeline.after(0) : timeline.at(timeline.earliest());
        nanos = first.nanos();
        follow(first.scenario());
    }

    /** The story that a timeline holds, until now. */
    static Tape of(Timeline timeline) {
        while (true) {
            var capture = new Capture(timeline);
            if (capture.read()) {
                return capture.tape();
            }
        }
    }

    /** Reads to the end: false when the oldest events went away meanwhile. */
    private boolean read() {
        long end = timeline.nextSequence();
        for (long at = first.sequence(); at < end; ) {
            var block = timeline.events(at, Math.min(end, at + BLOCK));
            if (block.isEmpty() || block.getFirst().sequence() != at) {
                return false;
            }
            block.forEach(this::hear);
            at += block.size();
        }
        return true;
    }

    private void hear(Event event) {
        nanos = event.nanos();
        switch (event.what()) {
            case Happening.Arrived what -> arrive(what);
            case Happening.Started(long request, var server) -> ifOpen(request, r -> start(r, server));
            case Happening.FirstByte(long request, var server) -> ifOpen(request, r -> measure(r, server, false));
            case Happening.Retried(long request, var _, var _) -> ifOpen(request, r -> r.labour = Optional.empty());
            case Happening.Completed(long request, var server, int _) -> {
                ifOpen(request, r -> measure(r, server, true));
                open.remove(request);
            }
            case Happening.Failed(long request, var _, int _) -> open.remove(request);
            case Happening.Refused(long request, var _, int _) -> open.remove(request);
            case Happening.Applied(var command, var after) -> {
                follow(after);
                replayed(command).ifPresent(c -> deeds.add(new Deed(nanos, c)));
            }
            case Happening.Missed(long events) -> missed += events;
            default -> {}
        }
    }

    private void ifOpen(long request, Consumer<Open> then) {
        Optional.ofNullable(open.get(request)).ifPresent(then);
    }

    private void arrive(Happening.Arrived what) {
        int number = draft.add(new Arrival(
                nanos, what.origin(), what.client(), what.method(), what.path(), what.key(), Optional.empty()));
        open.put(what.request(), new Open(number, what.unopened()));
    }

    private void start(Open request, ServerId server) {
        request.labour = Optional.ofNullable(servers.get(server))
                .map(as -> new Labour(nanos, as.course(), as.spec().latency()));
    }

    private void measure(Open request, ServerId server, boolean over) {
        if (request.unopened == over) {
            Optional.ofNullable(servers.get(server))
                    .flatMap(as -> request.labour.flatMap(work -> work.until(nanos, as.course())))
                    .ifPresent(service -> draft.measure(request.number, service));
        }
    }

    private void follow(Scenario now) {
        now.servers()
                .forEach(spec -> servers.merge(
                        spec.id(),
                        new Ordered(spec, new Course(spec.behaviour(), nanos)),
                        (before, fresh) -> before.spec().behaviour().equals(spec.behaviour())
                                ? new Ordered(spec, before.course())
                                : fresh));
    }

    private Tape tape() {
        var began = first.scenario();
        var begins = began.with(quiet(began.traffic()))
                .with(began.servers().stream().map(Capture::replayed).toList());
        long from = first.nanos();
        return new Tape(begins, deeds, nanos, Optional.of(draft.recording(from, missed)));
    }

    /** What is done again: the requests that a command made have arrived already. */
    private static Optional<Command> replayed(Command command) {
        return switch (command) {
            case Command.Send _ -> Optional.empty();
            case Command.SetTraffic(var traffic) -> Optional.of(new Command.SetTraffic(quiet(traffic)));
            case Command.AddServer(var spec, int place) -> Optional.of(new Command.AddServer(replayed(spec), place));
            default -> Optional.of(command);
        };
    }

    private static Traffic quiet(Traffic traffic) {
        return traffic.arriving(new Arrivals.None());
    }

    /** Nobody knows how many workers another's server has; what was measured there has the waiting in it. */
    private static ServerSpec replayed(ServerSpec spec) {
        return spec.address().isPresent() ? spec.sized(MANY_WORKERS, spec.queue()) : spec;
    }
}
