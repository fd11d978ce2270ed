package ringside.net;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Ticks;
import ringside.engine.Trail;
import ringside.engine.haproxy.HeaderHash;
import ringside.world.Happening;
import ringside.world.Scenario;

/** What a live world shows its proxy: the balancer, the ways to the servers, and an ear for what happens. */
final class LiveSite implements Site {
    private final Balancer balancer;
    private final Fleet fleet;
    private final Setting setting;
    private final Ticks ticks;
    private final Optional<Consumer<Served>> log;
    private final AtomicLong requests = new AtomicLong();
    private volatile Duration timeout = Duration.ZERO;
    private volatile Optional<String> header = Optional.empty();

    LiveSite(Balancer balancer, Fleet fleet, Setting setting, Ticks ticks, Optional<Consumer<Served>> log) {
        this.balancer = balancer;
        this.fleet = fleet;
        this.setting = setting;
        this.ticks = ticks;
        this.log = log;
    }

    @Override
    public Trail begin(Request request) {
        return balancer.begin(request);
    }

    @Override
    public Pick pick(Trail trail) {
        return balancer.another(trail, Detail.REASONED);
    }

    @Override
    public void settle(Attempt attempt) {
        balancer.settle(attempt);
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
    public Optional<String> header() {
        return header;
    }

    /** From now on does as this scenario says. */
    void follow(Scenario scenario) {
        timeout = scenario.timeout();
        header = HeaderHash.headerOf(scenario.policy());
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
