package ringside.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.Histogram;
import ringside.engine.Balancer;
import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.Pool;
import ringside.engine.Standing;
import ringside.world.Broadcast;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Difference;
import ringside.world.Happening;
import ringside.world.Recorder;
import ringside.world.Scenario;
import ringside.world.Timeline;
import ringside.world.World;

/** A world in wall time: a proxy, servers, checks and clients on this machine's own sockets. */
public final class LiveWorld implements World {
    private static final int RING = 1 << 16;
    private static final int LEDGER_KEYS = 1000;
    private static final Duration STAGGER = Duration.ofMillis(7);
    private static final long DRAIN_LOOK_NANOS = 2_000_000;

    private final long began = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Timeline timeline;
    private final Broadcast broadcast = new Broadcast(RING);
    private final Recorder recorder;
    private final Watchdog watchdog = new Watchdog();
    private final Balancer balancer;
    private final Fleet fleet;
    private final LiveSite site;
    private final Proxy proxy;
    private final LoadGenerator traffic;
    private final int port;
    private Scenario scenario;
    private boolean closed;

    /**
     * Opens a world and begins.
     *
     * @throws IllegalArgumentException when the policy cannot work with the servers, or an address is refused
     * @throws UncheckedIOException when no port is to be had
     */
    public LiveWorld(Scenario scenario, LiveOptions options) {
        this.scenario = scenario;
        var secret = new Secret();
        timeline = new Timeline(scenario);
        recorder = new Recorder(broadcast, timeline);
        fleet = new Fleet(options, watchdog, secret, this::tell);
        try {
            var ports = listen(options);
            port = Ports.of(ports.getFirst());
            var servers = fleet.open(scenario.servers(), scenario.checks());
            servers.forEach(this::join);
            balancer = new Balancer(Policies.make(scenario.policy()), pool());
            site = new LiveSite(balancer, fleet, this::tell, scenario.timeout());
            proxy = new Proxy(site, options.limits(), options.anyHost(), watchdog, secret, ports);
        } catch (RuntimeException e) {
            fleet.all().forEach(Running::close);
            watchdog.close();
            recorder.close();
            throw e;
        }
        var entrance = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        traffic = new LoadGenerator(
                entrance,
                secret,
                options.limits(),
                watchdog,
                scenario.traffic(),
                scenario.seed(),
                text -> tell(new Happening.Notice(text)));
        checkAll(scenario.checks());
    }

    /** Listens on 127.0.0.1, and on ::1 at the same port where that is to be had. */
    private List<ServerSocketChannel> listen(LiveOptions options) {
        var first = Ports.from(options.proxyPort());
        int got = Ports.of(first);
        if (options.proxyPort() != 0 && got != options.proxyPort()) {
            tell(new Happening.Notice("port " + options.proxyPort() + " is busy; the proxy listens on " + got));
        }
        fleet.take(got);
        var ports = new ArrayList<>(List.of(first));
        try {
            ports.add(Ports.at(InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}), got));
        } catch (IOException _) {
            // no IPv6 here, or the port is taken there: 127.0.0.1 alone is the entrance that is told
        }
        return ports;
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
        site.timeout(after.timeout());
        tell(new Happening.Applied(command, after));
        newcomers.forEach(this::join);
        boolean kill = command instanceof Command.RemoveServer(var _, var how) && how == Command.Leaving.KILL;
        var leavers = change.left().stream().flatMap(s -> fleet.find(s.id()).stream()).toList();
        if (!kill) {
            leavers.forEach(server -> tell(new Happening.Draining(server.id())));
        }
        if (change.policy()) {
            balancer.use(Policies.make(after.policy()));
        }
        settleChecks(change, newcomers);
        spread();
        leavers.forEach(kill ? this::leave : this::drain);
        if (change.traffic()) {
            traffic.use(after.traffic());
        }
    }

    /** Does what may fail, before anything has changed. */
    private List<Running> prepare(Difference change, Scenario after) {
        if (change.policy() || change.pool()) {
            Policies.make(after.policy()).use(pool(after));
        }
        var newcomers = fleet.open(change.joined(), after.checks());
        try {
            change.changed().forEach(spec -> fleet.find(spec.id()).ifPresent(server -> server.adjust(spec)));
            return newcomers;
        } catch (RuntimeException e) {
            newcomers.forEach(Running::close);
            throw e;
        }
    }

    private void join(Running server) {
        fleet.join(server);
        tell(new Happening.Joined(server.id(), server.upstream().authority()));
    }

    private void leave(Running server) {
        if (fleet.leave(server)) {
            tell(new Happening.Left(server.id()));
        }
    }

    /** Lets a server finish what it has, on a thread of its own. */
    private void drain(Running server) {
        server.checkedBy(null);
        Thread.ofVirtual().name("drain " + server.id()).start(() -> {
            while (busy(server)) {
                LockSupport.parkNanos(DRAIN_LOOK_NANOS);
            }
            lock.lock();
            try {
                leave(server);
            } finally {
                lock.unlock();
            }
        });
    }

    private boolean busy(Running server) {
        boolean current = fleet.find(server.id()).filter(s -> s == server).isPresent();
        return current ? balancer.inFlight(server.id()) > 0 : server.upstream().busy();
    }

    private void settleChecks(Difference change, List<Running> newcomers) {
        var checks = scenario.checks();
        if (change.forgetsHealth()) {
            fleet.all().forEach(s -> s.health(Health.unchecked(checks.rise(), checks.fall())));
        }
        if (change.checks()) {
            checkAll(checks);
        } else {
            newcomers.forEach(server -> check(server, checks, Duration.ZERO));
        }
    }

    private void checkAll(Checks checks) {
        var after = Duration.ZERO;
        for (var spec : scenario.servers()) {
            var wait = after;
            fleet.find(spec.id()).ifPresent(server -> check(server, checks, wait));
            after = after.plus(STAGGER);
        }
    }

    private void check(Running server, Checks checks, Duration after) {
        server.checkedBy(
                checks.kind() == Checks.Kind.NONE
                        ? null
                        : new Prober(server.upstream().address(), checks, after, watchdog, report(server, checks)));
    }

    private Prober.Report report(Running server, Checks checks) {
        return new Prober.Report() {
            @Override
            public void sent() {
                tell(new Happening.ProbeSent(server.id(), checks.kind()));
            }

            @Override
            public void ended(boolean passed, String told, long tookNanos) {
                hear(server, checks, passed, told, tookNanos);
            }
        };
    }

    private void hear(Running server, Checks checks, boolean passed, String told, long tookNanos) {
        lock.lock();
        try {
            boolean stale = closed || !scenario.checks().equals(checks) || scenario.server(server.id()).isEmpty();
            if (stale) {
                return;
            }
            boolean was = server.health().up();
            var health = server.health().after(passed);
            server.health(health);
            tell(
                    passed
                            ? new Happening.ProbePassed(server.id(), checks.kind(), told, tookNanos, health)
                            : new Happening.ProbeFailed(server.id(), checks.kind(), told, tookNanos, health));
            if (was != health.up()) {
                tell(was ? new Happening.Ejected(server.id()) : new Happening.Readmitted(server.id()));
                spread();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the balancer know who may be given requests, and writes down which keys change hands by that. */
    private void spread() {
        var before = balancer.pool();
        var now = pool();
        if (before.members().equals(now.members())) {
            return;
        }
        balancer.use(now);
        if (Policies.keyed(scenario.policy())) {
            var keys = scenario.traffic().keys().all().subList(0, Math.min(LEDGER_KEYS, scenario.traffic().keys().all().size()));
            tell(new Happening.Remapped(Ledger.of(scenario.policy(), before, now, keys)));
        }
    }

    private Pool pool() {
        return pool(scenario);
    }

    private Pool pool(Scenario of) {
        return Pool.of(of.servers().stream()
                .map(spec -> new Member(
                        spec.id(),
                        spec.weight(),
                        fleet.find(spec.id()).map(s -> s.health().up()).orElse(true) ? Standing.UP : Standing.DOWN))
                .toList());
    }

    private void tell(Happening what) {
        broadcast.tell(now(), what);
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
    public Optional<String> entrance() {
        return Optional.of("http://127.0.0.1:" + port);
    }

    /** How long the world's own requests took since this was last asked, from the moment each was meant for, in microseconds. */
    public Histogram latencies() {
        return traffic.latencies().getIntervalHistogram();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            traffic.close();
            proxy.close();
            fleet.all().forEach(Running::close);
            watchdog.close();
        } finally {
            lock.unlock();
        }
        recorder.close();
    }
}
