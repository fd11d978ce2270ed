package ringside.net;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import ringside.engine.Detail;
import ringside.engine.ServerId;
import ringside.engine.Ticks;
import ringside.engine.gate.Gate;
import ringside.engine.haproxy.HeaderHash;
import ringside.engine.route.HostMatch;
import ringside.engine.route.Route;
import ringside.world.Happening;
import ringside.world.Scenario;

/** What a live world shows its proxy: the gate, the ways to the servers, and an ear for what happens. */
final class LiveSite implements Site {
    private final Gate gate;
    private final Fleet fleet;
    private final Setting setting;
    private final Ticks ticks;
    private final Optional<Consumer<Served>> log;
    private final AtomicLong requests = new AtomicLong();
    private volatile Duration timeout = Duration.ZERO;
    private volatile Set<String> fields = Set.of();
    private volatile List<HostMatch> hosts = List.of();

    LiveSite(Gate gate, Fleet fleet, Setting setting, Ticks ticks, LiveOptions options) {
        this.gate = gate;
        this.fleet = fleet;
        this.setting = setting;
        this.ticks = ticks;
        this.log = options.log();
        gate.explain(options.watched() ? Detail.REASONED : Detail.PLAIN);
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public long now() {
        return ticks.nanos();
    }

    @Override
    public Optional<Upstream> upstream(ServerId server) {
        return fleet.find(server).map(Running::upstream);
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public boolean routed(String host) {
        return hosts.stream().anyMatch(each -> each.matches(host));
    }

    /** From now on does as this scenario says. */
    void follow(Scenario scenario) {
        timeout = scenario.timeout();
        setting.memories().use(scenario.sessions());
        var rules = scenario.handling().rules();
        var names = new HashSet<>(rules.fields());
        HeaderHash.headerOf(scenario.policy()).ifPresent(names::add);
        fields = Set.copyOf(names);
        hosts = rules.routes().stream()
                .map(Route::host)
                .filter(host -> !(host instanceof HostMatch.Any))
                .toList();
    }

    @Override
    public long nextRequest() {
        return requests.incrementAndGet();
    }

    @Override
    public Secret secret() {
        return setting.secret();
    }

    @Override
    public void served(Asked asked, Optional<ServerId> by, int status, long tookNanos, long bytes) {
        setting.meters().ended(by.map(setting.meters()::of).orElse(setting.meters().own), status, tookNanos, bytes);
        log.ifPresent(each -> each.accept(new Served(
                asked.number(),
                asked.what().client(),
                asked.method(),
                asked.what().path(),
                asked.http11(),
                status,
                bytes,
                tookNanos,
                by)));
    }

    @Override
    public void tell(Happening what) {
        setting.tell(what);
    }
}
