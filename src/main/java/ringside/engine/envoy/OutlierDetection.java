package ringside.engine.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ringside.engine.Dice;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.envoy.OutlierFinding.Detector;
import ringside.engine.envoy.OutlierHost.Rate;
import ringside.engine.envoy.OutlierSettings.Row;

/**
 * Ejects hosts that do worse than they should, as Envoy does. For one thread at a time.
 *
 * <p>Whoever has the clock calls {@link #interval} once each interval; {@link #ejected} is what a pool is judged by.
 */
public final class OutlierDetection {
    /*
     * As read in the source. Counts in a row are looked at with every outcome and trigger when they are reached, not
     * beyond; success rates once an interval, on the interval that just ended, of hosts that are in. Who is out comes back
     * on the interval timer. The ejections of a host grow longer one by one, and are forgotten one each interval in which
     * it is in.
     *
     * The trap: with the standard 10 per cent nobody is ever ejected from a cluster of fewer than ten.
     */
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private final OutlierSettings settings;
    private final Dice dice;
    private final Map<ServerId, OutlierHost> hosts = new LinkedHashMap<>();

    /** One that knows nobody. */
    public OutlierDetection(OutlierSettings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
    }

    /** The hosts are these now; what is known of those that stay is kept. */
    public void use(Pool pool) {
        hosts.keySet().removeIf(id -> pool.placeOf(id).isEmpty());
        pool.members().forEach(member -> hosts.computeIfAbsent(member.id(), OutlierHost::new));
    }

    /** Whether a host is out. */
    public boolean ejected(ServerId server) {
        var host = hosts.get(server);
        return host != null && host.ejected;
    }

    /**
     * An attempt at a host has ended.
     *
     * @param now the time in nanoseconds, never before that of the last call
     * @return what it came to, in order; mostly nothing
     */
    public List<OutlierFinding> settled(ServerId server, Outcome outcome, long now) {
        var host = hosts.get(server);
        if (host == null) {
            return List.of();
        }
        return switch (outcome) {
            case Outcome.Answered(int status) -> answered(host, status, now);
            case Outcome.Truncated(int status) -> answered(host, status, now);
            case Outcome.Broken(var how) when settings.splitLocalOrigin() -> brokenOnTheWay(host, how, now);
            case Outcome.Broken(var how) ->
                external(host, how == Outcome.How.TIMEOUT ? GATEWAY_TIMEOUT : UNAVAILABLE, now);
            case Outcome.Abandoned() -> List.of();
        };
    }

    private List<OutlierFinding> answered(OutlierHost host, int status, long now) {
        reached(host);
        return external(host, status, now);
    }

    private void reached(OutlierHost host) {
        if (settings.splitLocalOrigin()) {
            host.local.add(true);
            host.rowLocal = 0;
        }
    }

    private List<OutlierFinding> brokenOnTheWay(OutlierHost host, Outcome.How how, long now) {
        if (how.sent()) {
            reached(host);
        }
        host.local.add(false);
        var found = new ArrayList<OutlierFinding>(0);
        if (++host.rowLocal == settings.consecutiveLocalOrigin().failures() && !host.ejected) {
            found.add(judge(host, Detector.CONSECUTIVE_LOCAL_ORIGIN_FAILURE, settings.consecutiveLocalOrigin(), now));
            host.rowLocal = 0;
        }
        return found;
    }

    private List<OutlierFinding> external(OutlierHost host, int status, long now) {
        host.external.add(status < 500);
        if (status < 500) {
            host.row5xx = 0;
            host.rowGateway = 0;
            return List.of();
        }
        var found = new ArrayList<OutlierFinding>(0);
        boolean gateway = status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
        host.rowGateway = gateway ? host.rowGateway + 1 : 0;
        if (gateway && host.rowGateway == settings.consecutiveGatewayFailure().failures() && !host.ejected) {
            var row = settings.consecutiveGatewayFailure();
            found.add(judge(host, Detector.CONSECUTIVE_GATEWAY_FAILURE, row, now));
            host.rowGateway = 0;
        }
        if (++host.row5xx == settings.consecutive5xx().failures() && !host.ejected) {
            found.add(judge(host, Detector.CONSECUTIVE_5XX, settings.consecutive5xx(), now));
            host.row5xx = 0;
        }
        return found;
    }

    private OutlierFinding judge(OutlierHost host, Detector by, Row row, long now) {
        return judge(host, by, row.enforce(), now);
    }

    private OutlierFinding judge(OutlierHost host, Detector by, int enforce, long now) {
        long out = hosts.values().stream().filter(each -> each.ejected).count();
        boolean room = 100.0 * (out + 1) / hosts.size() <= settings.maxEjectionPercent();
        if (!room && (out > 0 || !settings.alwaysEjectOne())) {
            return new OutlierFinding.TooManyOut(host.id, by);
        }
        if (dice.roll(100) >= enforce) {
            return new OutlierFinding.NotEnforced(host.id, by);
        }
        host.ejected = true;
        host.ejectedAt = now;
        int jitter = (int) settings.maxJitter().toMillis();
        host.jitterNanos = jitter == 0 ? 0 : dice.roll(jitter + 1) * 1_000_000L;
        host.ejections += settings.mayGrow(host.ejections) ? 1 : 0;
        return new OutlierFinding.Ejected(host.id, by, timeOf(host));
    }

    private Duration timeOf(OutlierHost host) {
        return settings.ejection(host.ejections).plusNanos(host.jitterNanos);
    }

    /**
     * One more interval is over: who was out long enough is back, and success rates are compared.
     *
     * @return what it came to, in order
     */
    public List<OutlierFinding> interval(long now) {
        var found = new ArrayList<OutlierFinding>();
        for (var host : hosts.values()) {
            if (!host.ejected) {
                host.ejections = Math.max(0, host.ejections - 1);
            } else if (now - host.ejectedAt >= timeOf(host).toNanos()) {
                found.add(readmitted(host));
            }
            host.external.turn();
            host.local.turn();
        }
        compare(host -> host.external, Detector.SUCCESS_RATE, Detector.FAILURE_PERCENTAGE, found, now);
        if (settings.splitLocalOrigin()) {
            compare(
                    host -> host.local,
                    Detector.SUCCESS_RATE_LOCAL_ORIGIN,
                    Detector.FAILURE_PERCENTAGE_LOCAL_ORIGIN,
                    found,
                    now);
        }
        return found;
    }

    private static OutlierFinding readmitted(OutlierHost host) {
        host.ejected = false;
        host.resetRows();
        return new OutlierFinding.Readmitted(host.id);
    }

    private void compare(
            Function<OutlierHost, Rate> rate,
            Detector bySuccess,
            Detector byFailure,
            List<OutlierFinding> found,
            long now) {
        var success = settings.successRate();
        var rates = SuccessRates.of(hosts.values(), rate, success.requestVolume());
        if (rates.count() >= success.minimumHosts()) {
            double threshold = rates.threshold(success.stdevFactor());
            rates.below(threshold).forEach(host -> found.add(judge(host, bySuccess, success.enforce(), now)));
        }
        var failure = settings.failurePercentage();
        var failing = SuccessRates.of(hosts.values(), rate, failure.requestVolume());
        if (failing.count() >= failure.minimumHosts()) {
            failing.failing(failure.threshold())
                    .forEach(host -> found.add(judge(host, byFailure, failure.enforce(), now)));
        }
    }

    /** A host's active check passed: if it is out, it is back at once. */
    public List<OutlierFinding> checkPassed(ServerId server) {
        var host = hosts.get(server);
        return host == null || !host.ejected ? List.of() : List.of(readmitted(host));
    }
}
