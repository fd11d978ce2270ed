package ringside.trace;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trail;

/** One pool on its way through a trace: it takes steps, one after the other, and answers requests. */
public final class Rehearsal {
    /*
     * Attempts take no time here, and the pause before a server is asked once more is not waited for: the trace's clock
     * moves by its own lines alone. Between two of them a server that starts slowly gains weight at its own moments, each
     * of which the policy is told, as a schedule depends on how it came about.
     */
    private record Open(ServerId server, long sinceNanos) {}

    private final Subject subject;
    private final Balancer balancer;
    private final Map<ServerId, Condition> conditions = new LinkedHashMap<>();
    private final Map<ServerId, String> labels;
    private final Map<String, Optional<Open>> requests = new HashMap<>();
    private long now;

    /**
     * A fresh balancer in front of a pool, at second 0.
     *
     * @throws IllegalArgumentException when the policy cannot work with this pool
     */
    public Rehearsal(Subject subject) {
        this.subject = subject;
        for (var server : subject.upstream().servers()) {
            var condition = Condition.atFirst(
                    subject.asRehearsed(server), server.watch().checks().map(subject::atFirst));
            conditions.put(condition.id(), condition);
        }
        labels = subject.upstream().servers().stream()
                .collect(Collectors.toMap(server -> server.member().id(), server -> server.label()));
        var policy = Policies.make(subject.upstream().policy(), () -> now, Dice.seeded(subject.seed()));
        balancer = new Balancer(
                policy,
                Pool.of(conditions.values().stream().map(Condition::member).toList()));
    }

    /**
     * Takes a step; a request is answered.
     *
     * @throws IllegalArgumentException when it cannot be taken, saying why; then nothing has changed
     */
    public Optional<Reply> take(Step step) {
        switch (step) {
            case Step.Ask ask -> {
                return Optional.of(ask(ask));
            }
            case Step.Close close -> close(close);
            case Step.At(long nanos) -> goTo(nanos);
            case Step.Told(var server, var order) -> change(server, c -> c.told(order));
            case Step.Weigh(var server, int weight) -> change(server, c -> c.weighing(weight));
            case Step.Checked(var server, boolean passed) -> change(server, c -> c.checked(passed));
            case Step.Observed(var server, var outcome) -> change(server, c -> c.observed(outcome));
            case Step.AgentSays(var server, var line) -> change(server, c -> c.said(line));
        }
        return Optional.empty();
    }

    /** Answers a request that is over at once, and well. */
    public Reply ask(Request request) {
        return ask(new Step.Ask(Optional.empty(), request, Map.of()));
    }

    private void change(ServerId server, UnaryOperator<Condition> how) {
        var before = Objects.requireNonNull(conditions.get(server));
        var after = how.apply(before).since(before, now);
        if (!after.member().equals(before.member())) {
            balancer.use(balancer.pool().change(server, _ -> after.member()));
        }
        conditions.put(server, after);
    }

    private void goTo(long nanos) {
        if (nanos < now) {
            throw new IllegalArgumentException("the clock stands at " + now / 1e9 + " s and does not go back");
        }
        for (long moment : gains(nanos)) {
            now = moment;
            balancer.use(balancer.pool());
        }
        now = nanos;
    }

    private long[] gains(long untilNanos) {
        return conditions.values().stream()
                .flatMapToLong(c -> c.gains(now, untilNanos))
                .sorted()
                .distinct()
                .toArray();
    }

    private Reply ask(Step.Ask ask) {
        ask.id()
                .filter(id -> requests.getOrDefault(id, Optional.empty()).isPresent())
                .ifPresent(id -> {
                    throw new IllegalArgumentException(
                            "request \"" + id + "\" is open already; close it first, or give this one another id");
                });
        var trail = balancer.begin(ask.request());
        var end = run(trail, ask);
        ask.id().ifPresent(id -> requests.put(id, end.filter(open -> stays(ask, open.server()))));
        return new Reply(
                end.map(open -> labels.get(open.server())),
                trail.tried().stream().map(labels::get).toList());
    }

    private static boolean stays(Step.Ask ask, ServerId server) {
        return ask.id().isPresent() && !ask.fails().containsKey(server);
    }

    /** Sends a request from server to server, and tells where it ended. */
    private Optional<Open> run(Trail trail, Step.Ask ask) {
        var rules = subject.retries(ask.request());
        int left = rules.atFirst(balancer.pool());
        var pick = next(trail);
        while (pick instanceof Pick.Chosen(var server, var _)) {
            if (stays(ask, server)) {
                return Optional.of(new Open(server, now));
            }
            var outcome = ask.fails().getOrDefault(server, Outcome.OK);
            var next = rules.after(ask.request(), outcome, left, Duration.ZERO);
            settle(
                    new Attempt(server, outcome, !(next instanceof Next.Answer), 0),
                    ask.fails().containsKey(server));
            left = rules.left(left, outcome);
            switch (next) {
                case Next.Answer(int _) -> {
                    return Optional.of(new Open(server, now));
                }
                case Next.Retry() -> pick = next(trail);
                case Next.Again(var _) -> pick = balancer.again(trail, Detail.PLAIN);
            }
        }
        return Optional.empty();
    }

    private Pick next(Trail trail) {
        return subject.ours() ? balancer.another(trail, Detail.PLAIN) : balancer.pick(trail, Detail.PLAIN);
    }

    /** An attempt ended; whoever observes the traffic sees it if the trace says how. */
    private void settle(Attempt attempt, boolean said) {
        balancer.settle(attempt);
        if (said) {
            change(attempt.server(), c -> c.attempted(attempt.outcome()));
        }
    }

    private void close(Step.Close close) {
        var known = requests.remove(close.id());
        if (known == null) {
            throw new IllegalArgumentException("no request called \"" + close.id() + "\" is open");
        }
        known.ifPresent(open -> settle(
                new Attempt(
                        open.server(), close.outcome(), false, close.tookNanos().orElse(now - open.sinceNanos())),
                true));
    }

    /** What the next request would get, and why; it counts as a request. */
    public Pick explain(Request request) {
        return balancer.pick(balancer.begin(request), Detail.REASONED);
    }

    /** The pool as the policy sees it now. */
    public Pool pool() {
        return balancer.pool();
    }

    /**
     * What each server is like now: {@code up}, {@code down}, {@code drain} or {@code maint}, and then figures, each after
     * a semicolon: {@code weight}, as HAProxy shows it during a slow start; {@code throttle}, the percentage of its weight
     * during one; {@code health}, the level of its checks; {@code errors} in a row that were observed; {@code open}
     * requests.
     */
    public List<String> states() {
        return conditions.values().stream()
                .map(c -> c.line(now, balancer.inFlight(c.id())))
                .toList();
    }
}
