package ringside.net;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import ringside.engine.Dice;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.world.Broadcast;
import ringside.world.Command;
import ringside.world.Difference;
import ringside.world.Effort;
import ringside.world.GateStory;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.LoadFigures;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.Wiretap;
import ringside.world.World;

/** A world in wall time: a proxy, servers, checks and clients on this machine's own sockets. */
public final class LiveWorld implements World {
    private final LiveOptions options;
    private final long began = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Timeline timeline;
    private final Broadcast broadcast = new Broadcast(1 << 16);
    private final Recorder recorder;
    private final Dice dice = Dice.seeded(new SplittableRandom().nextLong());
    private final Gate gate;
    final Setting setting;
    private final Fleet fleet;
    private final LiveSite site;
    private final Doctor doctor;
    private final Later later = new Later(this::now);
    private final Leaving leaving = new Leaving(lock, this::busy, this::leave);
    final LoadGenerator traffic;
    private final Entrances entrances;
    private final Optional<Admin> admin;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private volatile Scenario scenario;
    private volatile boolean closed;

    /**
     * Opens a world and begins.
     *
     * @throws IllegalArgumentException when the policy cannot work with the servers, or an address is refused
     * @throws UncheckedIOException when no port is to be had
     */
    public LiveWorld(Scenario ordered, LiveOptions options) {
        this.options = options;
        scenario = VirtualOnly.without(ordered);
        timeline = new Timeline(scenario);
        recorder = new Recorder(broadcast, timeline);
        setting = Setting.of(options, this::tell);
        fleet = new Fleet(options, setting);
        stops.push(recorder::close);
        stops.push(setting.watchdog()::close);
        stops.push(fleet::close);
        lock.lock();
        try {
            var story = new GateStory(this::tell, () -> this.scenario, Later::aside, this::lookAt);
            gate = new Gate(scenario.handling().rules(), this::policy, scenario.servers(_ -> true), this::now, story);
            doctor = new Doctor(setting, lock, scenario.checks(), gate, this::spread);
            stops.push(doctor::close);
            site = new LiveSite(gate, fleet, setting, this::now, options);
            site.follow(scenario);
            entrances = new Entrances(options, setting, new Proxy(site, setting, options.anyHost()));
            stops.push(entrances::close);
            entrances.follow(scenario.handling());
            entrances.ports().forEach(fleet::take);
            fleet.open(scenario.servers()).forEach(this::join);
            admin = options.admin().stream().mapToObj(this::admin).findFirst();
            traffic = new LoadGenerator(
                    entrances, scenario.traffic(), scenario.seed(), text -> tell(new Happening.Notice(text)));
            stops.push(traffic::close);
            VirtualOnly.of(ordered).forEach(text -> tell(new Happening.Notice(text)));
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private Admin admin(int wanted) {
        var gauges = new Gauges(lock, () -> scenario, doctor, gate);
        var open =
                Admin.from(wanted, setting, () -> MetricsText.of(setting.meters(), gauges.read(), broadcast.missed()));
        stops.push(open::close);
        fleet.take(open.port());
        return open;
    }

    @Override
    public Kind kind() {
        return Kind.LIVE;
    }

    @Override
    public Outcome apply(Command command) {
        lock.lock();
        try {
            if (closed) {
                return new Outcome.Rejected("this world is closed");
            }
            var after = command.on(scenario);
            var inverse = command.inverse(scenario);
            VirtualOnly.check(after);
            carryOut(command, after);
            return new Outcome.Done(inverse);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return new Outcome.Rejected(String.valueOf(e.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    private void carryOut(Command command, Scenario after) {
        var change = Difference.between(scenario, after);
        var newcomers = prepare(change, after);
        scenario = after;
        site.follow(after);
        tell(new Happening.Applied(command, after));
        newcomers.forEach(this::join);
        var leavers = change.left().stream()
                .flatMap(spec -> fleet.find(spec.id()).stream())
                .toList();
        leavers.forEach(server -> doctor.discharge(server.id()));
        boolean kill = command instanceof Command.RemoveServer(var _, var how) && how == Command.Leaving.KILL;
        if (!kill) {
            leavers.forEach(server -> tell(new Happening.Draining(server.id())));
        }
        if (change.policy()) {
            gate.use(this::policy);
        }
        if (change.handling()) {
            gate.use(after.handling().rules());
        }
        if (change.pool() || change.checks()) {
            spread();
        }
        leavers.forEach(kill ? this::leave : leaving::begin);
        if (change.checks()) {
            doctor.use(after.checks(), change.forgetsHealth());
        }
        if (change.traffic()) {
            traffic.use(after.traffic());
        }
        if (command instanceof Command.Send(var client, var path, int count)) {
            traffic.send(client, path, count);
        }
    }

    /** Does what may fail, before anything has changed. */
    private List<Running> prepare(Difference change, Scenario after) {
        if (change.policy() || change.pool()) {
            after.tryOut();
        }
        var newcomers = fleet.open(change.joined());
        try {
            change.changed().forEach(fleet::adjust);
            change.joined().forEach(fleet::adjust);
            entrances.follow(after.handling());
            return newcomers;
        } catch (RuntimeException e) {
            fleet.abandon(newcomers);
            throw e;
        }
    }

    private void join(Running server) {
        fleet.join(server);
        tell(new Happening.Joined(server.id(), server.upstream().authority()));
        doctor.admit(server.id(), server.upstream().address(), 0);
    }

    private void leave(Running server) {
        if (fleet.leave(server)) {
            tell(new Happening.Left(server.id()));
        }
    }

    private boolean busy(Running server) {
        boolean current = fleet.find(server.id()).filter(s -> s == server).isPresent();
        return current ? gate.inFlight(server.id()) > 0 : server.upstream().busy();
    }

    /** Lets the gate know who there is. */
    private void spread() {
        gate.use(scenario.servers(doctor::up));
    }

    private Policy policy() {
        return Policies.make(scenario.policy(), this::now, dice);
    }

    /** Looks at an instant whether somebody may come back. */
    private void lookAt(long nanos) {
        later.at(nanos, () -> gate.look());
    }

    private void tell(Happening what) {
        setting.meters().hear(what);
        boolean single = what instanceof Happening.OfRequest || what instanceof Happening.OfConnection;
        if (options.watched() || !single) {
            broadcast.tell(now(), what);
        }
    }

    @Override
    public Scenario scenario() {
        lock.lock();
        try {
            return scenario;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long now() {
        return System.nanoTime() - began;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Tape tape() {
        long asked = now();
        recorder.flush();
        var held = Tape.captured(timeline);
        return held.nanos() < asked ? held.until(asked) : held;
    }

    @Override
    public Optional<String> entrance() {
        return Optional.of(entrances.way().url());
    }

    @Override
    public List<String> entrances() {
        return entrances.all();
    }

    @Override
    public Optional<String> authority() {
        return entrances.way().encrypted() ? options.certificates().file() : Optional.empty();
    }

    /** Where it can be asked what the proxy counts, such as {@code 127.0.0.1:9090}; empty unless that was wanted. */
    public Optional<String> admin() {
        return admin.map(open -> Loopback.text(Loopback.at(open.port())));
    }

    /** The port of a server that is in it. @throws IllegalArgumentException when there is none of this name */
    public int port(ServerId server) {
        return fleet.find(server)
                .map(running -> running.upstream().address().getPort())
                .orElseThrow(() -> new IllegalArgumentException("no server is named " + server));
    }

    @Override
    public Optional<LoadFigures> load() {
        return Optional.of(traffic.figures());
    }

    @Override
    public Optional<Effort> effort() {
        return setting.labour().measured() ? Optional.of(setting.labour().read()) : Optional.empty();
    }

    @Override
    public Wiretap wiretap() {
        return setting.taps().open();
    }

    @Override
    public World beside(Handling.Layer other) {
        return SideBySide.of(this, other, options);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            leaving.close();
            later.close();
            while (!stops.isEmpty()) {
                stops.pop().run();
            }
        } finally {
            lock.unlock();
        }
    }
}
