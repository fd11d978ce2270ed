package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.Health;

/** One server while events are applied to it. */
final class FoldedServer {
    private static final int PROBES = 20;

    private ServerSpec spec;
    private String address;
    private Health health;
    private boolean draining;
    private boolean ejected;
    private Happening.Breaker breaker = Happening.Breaker.CLOSED;
    private int inFlight;
    private int queued;
    private long chosen;
    private long answered;
    private long failed;
    private Looks looks = Looks.NONE;
    private LastLooks lastLooks = LastLooks.NONE;
    private OriginLoad origin = OriginLoad.NONE;
    private Wakes wakes = Wakes.NONE;
    private Optional<Long> probing = Optional.empty();
    private List<ServerState.Probe> probes = List.of();
    private @Nullable ServerState frozen;

    /** One that has just joined. */
    FoldedServer(ServerSpec spec, String address, Health health) {
        this.spec = spec;
        this.address = address;
        this.health = health;
    }

    /** One as it is in a picture. */
    FoldedServer(ServerState state) {
        this(state.spec(), state.address(), state.health());
        draining = state.draining();
        ejected = state.ejected();
        breaker = state.breaker();
        inFlight = state.inFlight();
        queued = state.queued();
        chosen = state.chosen();
        answered = state.answered();
        failed = state.failed();
        looks = state.looks();
        lastLooks = state.lastLooks();
        origin = state.origin();
        wakes = state.wakes();
        probing = state.probing();
        probes = state.probes();
        frozen = state;
    }

    ServerState freeze() {
        var state = frozen;
        if (state == null) {
            state = new ServerState(
                    spec, address, health, draining, ejected, breaker, inFlight, queued, chosen, answered, failed,
                    looks, lastLooks, origin, wakes, probing, probes);
            frozen = state;
        }
        return state;
    }

    boolean draining() {
        return draining;
    }

    /** It is in the pool, maybe again before it had left. */
    void join(ServerSpec as, String at, Health fresh) {
        order(as);
        address = at;
        draining = false;
        ejected = false;
        breaker = Happening.Breaker.CLOSED;
        trust(fresh);
    }

    void order(ServerSpec as) {
        frozen = as.equals(spec) ? frozen : null;
        wakes = as.processes().equals(spec.processes()) ? wakes : Wakes.NONE;
        spec = as;
    }

    /** What was known of its health is forgotten. */
    void trust(Health fresh) {
        health = fresh;
        probing = Optional.empty();
        frozen = null;
    }

    void drain() {
        draining = true;
        frozen = null;
    }

    /** Traffic took it out, or it is back. */
    void eject(boolean out) {
        ejected = out;
        frozen = null;
    }

    void turn(Happening.Breaker to) {
        breaker = to;
        frozen = null;
    }

    void choose() {
        chosen++;
        inFlight++;
        frozen = null;
    }

    void queue() {
        queued++;
        frozen = null;
    }

    void start(boolean fromQueue) {
        queued -= fromQueue ? 1 : 0;
        frozen = null;
    }

    /** An attempt here ended. */
    void release(boolean fromQueue) {
        inFlight--;
        start(fromQueue);
    }

    void countAnswer() {
        answered++;
        frozen = null;
    }

    void countFailure() {
        failed++;
        frozen = null;
    }

    void look(Happening.Found found) {
        looks = looks.plus(found);
        lastLooks = lastLooks.plus(found);
        frozen = null;
    }

    void ask(Happening.OfOrigin what) {
        origin = origin.after(what);
        frozen = null;
    }

    void wake(int processes) {
        wakes = wakes.plus(processes);
        frozen = null;
    }

    void forgetInFlight() {
        inFlight = 0;
        queued = 0;
        frozen = null;
    }

    void probe(long nanos) {
        probing = Optional.of(nanos);
        frozen = null;
    }

    void probed(ServerState.Probe probe, Health after) {
        trust(after);
        var last = new ArrayList<ServerState.Probe>(PROBES + 1);
        last.add(probe);
        last.addAll(probes.size() < PROBES ? probes : probes.subList(0, PROBES - 1));
        probes = List.copyOf(last);
    }
}
