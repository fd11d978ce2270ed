package ringside.trace;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.Health;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.haproxy.Agent;
import ringside.engine.haproxy.Observing;
import ringside.engine.haproxy.SlowStart;

/**
 * What is known of one server, and whether it may therefore be given requests.
 *
 * @param server as it is configured
 * @param fresh its health at the beginning, and after maintenance
 * @param health what its checks and its traffic say; of one that is not checked, whether it is up
 * @param observing how its traffic is followed, if it is
 * @param agent what its agent and the operator say: its duty, its weight and its limit
 * @param upSinceNanos when it last came up, if it starts slowly and was down before
 */
record Condition(
        UpstreamServer server,
        Health fresh,
        Health health,
        Optional<Observing> observing,
        Agent agent,
        OptionalLong upSinceNanos) {
    /*
     * Two things must be well for a server to be up: its health, and what its agent says. Its duty is the operator's and
     * the agent's alike, as in HAProxy, where both set the same flag. That leaving maintenance restores the health of a
     * server's beginning is from memory of HAProxy's source and was not recorded.
     */
    private static final long NANOS = 1_000_000_000L;

    /**
     * A server at the beginning.
     *
     * @param fresh what its checks begin with, if it is checked
     */
    static Condition atFirst(UpstreamServer server, Optional<Health> fresh) {
        var member = server.member();
        var begun = fresh.orElseGet(() -> new Health(1, 1, 1, true));
        var known = new Condition(
                server, begun, begun, server.watch().observing(), Agent.silent(member.weight()), OptionalLong.empty());
        return switch (member.standing()) {
            case UP -> known;
            case DRAINING -> known.told(Step.Order.DRAIN);
            case DOWN -> known.told(known.checked() ? Step.Order.MAINT : Step.Order.DOWN);
        };
    }

    ServerId id() {
        return server.member().id();
    }

    private boolean checked() {
        return server.watch().checks().isPresent();
    }

    /**
     * What it is after an operator said so: {@code up} and {@code down} are its health, {@code ready}, {@code drain} and
     * {@code maint} its duty. One that is not checked has nobody else to say that it is well, so of it {@code up} and
     * {@code ready} say both.
     */
    Condition told(Step.Order order) {
        return switch (order) {
            case UP -> checked() ? with(full()) : with(full()).on(Agent.Duty.READY);
            case DOWN -> with(new Health(health.rise(), health.fall(), 0, true));
            case DRAIN -> on(Agent.Duty.DRAIN);
            case MAINT -> on(Agent.Duty.MAINT);
            case READY -> checked() ? on(Agent.Duty.READY) : with(full()).on(Agent.Duty.READY);
        };
    }

    private Health full() {
        return new Health(health.rise(), health.fall(), health.rise() + health.fall() - 1, true);
    }

    private Condition on(Agent.Duty duty) {
        return with(new Agent(agent.configured(), agent.weight(), agent.limit(), duty, agent.up()));
    }

    Condition weighing(int weight) {
        return with(new Agent(agent.configured(), weight, agent.limit(), agent.duty(), agent.up()));
    }

    /** @throws IllegalArgumentException when it is not checked */
    Condition checked(boolean passed) {
        if (!checked()) {
            throw new IllegalArgumentException(id() + " is not checked; give it checks, or set it up or down");
        }
        return with(health.after(passed));
    }

    /** @throws IllegalArgumentException when its traffic is not followed */
    Condition observed(Outcome outcome) {
        if (observing.isEmpty()) {
            throw new IllegalArgumentException("nobody observes the traffic of " + id() + "; add observe to its line");
        }
        return attempted(outcome);
    }

    /** What it is after an attempt at it. */
    Condition attempted(Outcome outcome) {
        return observing
                .map(so -> so.after(outcome, health))
                .map(verdict -> new Condition(
                        server, fresh, verdict.health(), Optional.of(verdict.observing()), agent, upSinceNanos))
                .orElse(this);
    }

    /** @throws IllegalArgumentException when it has no agent */
    Condition said(String line) {
        if (!server.watch().agent()) {
            throw new IllegalArgumentException(id() + " has no agent; add agent-check to its line");
        }
        return with(agent.says(line));
    }

    private Condition with(Health other) {
        return new Condition(server, fresh, other, observing, agent, upSinceNanos);
    }

    private Condition with(Agent other) {
        boolean returns = agent.duty() == Agent.Duty.MAINT && other.duty() != Agent.Duty.MAINT;
        return new Condition(server, fresh, returns && checked() ? fresh : health, observing, other, upSinceNanos);
    }

    /** The same, now that it may have come up or gone down. */
    Condition since(Condition before, long nowNanos) {
        var since = upSinceNanos;
        if (standing() == Standing.DOWN) {
            since = OptionalLong.empty();
        } else if (standing() == Standing.UP && before.standing() == Standing.DOWN && !slow().isZero()) {
            since = OptionalLong.of(nowNanos);
        }
        return new Condition(server, fresh, health, observing, agent, since);
    }

    private Duration slow() {
        return server.member().terms().slowStart();
    }

    private Standing standing() {
        if (agent.duty() == Agent.Duty.MAINT || !health.up() || !agent.up()) {
            return Standing.DOWN;
        }
        return agent.duty() == Agent.Duty.DRAIN ? Standing.DRAINING : Standing.UP;
    }

    /** The server as a policy sees it. */
    Member member() {
        var member = server.member();
        var terms = agent.limit().isPresent()
                ? member.terms().limitedTo(agent.limit().getAsInt())
                : member.terms();
        return member.weighing(agent.weight()).with(standing()).with(terms);
    }

    private Optional<SlowStart> starting(long nowNanos) {
        var start = new SlowStart(agent.weight(), slow());
        return upSinceNanos.isPresent() && !start.over(secondsUp(nowNanos)) ? Optional.of(start) : Optional.empty();
    }

    private long secondsUp(long nowNanos) {
        return (nowNanos - upSinceNanos.orElse(nowNanos)) / NANOS;
    }

    /** The moments after one and up to another at which it weighs more, as it starts slowly. */
    LongStream gains(long afterNanos, long toNanos) {
        return starting(afterNanos).stream()
                .flatMapToLong(start -> LongStream.rangeClosed(secondsUp(afterNanos) + 1, secondsUp(toNanos))
                        .takeWhile(second -> !start.over(second - 1))
                        .filter(second -> start.effective(second) != start.effective(second - 1))
                        .map(second -> upSinceNanos.orElseThrow() + second * NANOS));
    }

    /** What it is like now: its state, and then figures, each after a semicolon. */
    String line(long nowNanos, int open) {
        var starting = starting(nowNanos);
        long up = secondsUp(nowNanos);
        var throttle = starting.map(s -> s.throttle(up)).orElse(OptionalInt.empty());
        return state()
                + ";weight=" + starting.map(s -> s.shown(up)).orElse(agent.weight())
                + (throttle.isPresent() ? ";throttle=" + throttle.getAsInt() : "")
                + (checked() ? ";health=" + health.level() : "")
                + observing.map(o -> ";errors=" + o.errors()).orElse("")
                + ";open=" + open;
    }

    private String state() {
        return switch (agent.duty()) {
            case MAINT -> "maint";
            case DRAIN -> standing() == Standing.DOWN ? "down" : "drain";
            case READY -> standing() == Standing.UP ? "up" : "down";
        };
    }
}
