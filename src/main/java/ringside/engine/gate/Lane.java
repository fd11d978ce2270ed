package ringside.engine.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.guard.Entry;
import ringside.engine.guard.RetryBudget;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.RetryShare;
import ringside.engine.stick.Stick;

/** One pool, and all that its requests have to do with it. For one thread at a time: the gate's. */
final class Lane {
    private final String name;
    private final Ward ward;
    private final Balancer balancer;
    private final Breakers breakers;
    private final Queues queues = new Queues();
    private Rules rules = Rules.USUAL;
    private Regulars regulars = Regulars.of(rules.stickiness());
    private RetryBudget budget = new RetryShare(rules.retries().budget());

    Lane(String name, Policy policy, Gate.Listener listener) {
        this.name = name;
        balancer = new Balancer(policy, Pool.EMPTY);
        ward = new Ward(name, balancer, listener);
        breakers = new Breakers(listener);
    }

    String name() {
        return name;
    }

    Balancer balancer() {
        return balancer;
    }

    /** Goes by other rules from now on; what they leave as it was is kept. */
    void use(Rules others, long now) {
        var before = rules;
        rules = others;
        if (!others.stickiness().equals(before.stickiness())) {
            regulars = Regulars.of(others.stickiness());
        }
        if (!others.retries().budget().equals(before.retries().budget())) {
            budget = new RetryShare(others.retries().budget());
        }
        breakers.use(others.breaker(), ward.configured());
        ward.use(others);
        queues.use(others.capacity(), ward.configured(), now);
        serve(now);
    }

    /** The pool's members are these now, of which some are unwell. */
    void use(Pool members, Set<ServerId> unwell, int passesNeeded, long now) {
        for (var gone : ward.configured().members()) {
            if (members.placeOf(gone.id()).isEmpty()) {
                queues.dissolve(gone.id(), now);
            }
        }
        breakers.use(members);
        ward.use(members, unwell, passesNeeded);
        serve(now);
    }

    /** A check of one of the members has ended. */
    void checked(ServerId server, boolean passed, long now) {
        if (ward.checked(server, passed, now)) {
            serve(now);
        }
    }

    /** Lets those back in whose time out is over. */
    void look(long now) {
        if (ward.look(now)) {
            serve(now);
        }
    }

    /** What a request does that has no attempt under way and stands in no line here. */
    Step ask(Visit visit, long now) {
        var stick = regulars.of(visit.request(), balancer.pool(), now);
        if (stick instanceof Stick.Stays(var server) && breakers.admits(server, now)) {
            if (!full(server)) {
                return go(visit, balancer.stay(visit.trail, server), now);
            }
            if (queues.open()) {
                return lined(visit, queues.join(server, visit, now), now);
            }
        }
        return switch (pick(visit, now)) {
            case Pick.Chosen chosen -> go(visit, stick instanceof Stick.Free ? chosen : instead(chosen), now);
            case Pick.Refused(var cause) -> {
                boolean room = cause != Pick.Cause.ALL_FULL && !anyFull(now);
                if (room) {
                    yield new Step.Refused(cause, untilBack(now));
                }
                yield queues.open()
                        ? lined(visit, queues.join(visit, now), now)
                        : new Step.Refused(Pick.Cause.ALL_FULL, Optional.empty());
            }
        };
    }

    private static Pick.Chosen instead(Pick.Chosen chosen) {
        return new Pick.Chosen(chosen.server(), new Reason.Instead(Reason.Because.OWN_SERVER_OUT, chosen.why()));
    }

    private Step lined(Visit visit, Entry entry, long now) {
        if (entry == Entry.TURNED_AWAY) {
            return new Step.Refused(Pick.Cause.LINE_FULL, Optional.empty());
        }
        return visit.waitFor(queues.patience(), now);
    }

    private Pick pick(Visit visit, long now) {
        return breakers.none() && !ward.limited()
                ? balancer.another(visit.trail, visit.detail)
                : balancer.another(visit.trail, server -> breakers.admits(server, now) && !full(server), visit.detail);
    }

    private boolean full(ServerId server) {
        int most = ward.mostAt(server);
        return most > 0 && balancer.inFlight(server) >= most;
    }

    private boolean anyFull(long now) {
        return ward.limited()
                && balancer.pool().members().stream()
                        .anyMatch(member -> member.open() && full(member.id()) && breakers.admits(member.id(), now));
    }

    /** How long until somebody may be asked again who is out or let alone now, as far as that is known. */
    private Optional<Duration> untilBack(long now) {
        var next = LongStream.concat(stream(breakers.nextTry()), stream(ward.nextReadmission()))
                .filter(then -> then > now)
                .min();
        return next.isPresent() ? Optional.of(Duration.ofNanos(next.getAsLong() - now)) : Optional.empty();
    }

    private static LongStream stream(OptionalLong maybe) {
        return maybe.stream();
    }

    private Step.Go go(Visit visit, Pick.Chosen chosen, long now) {
        if (visit.budget == null) {
            visit.left = rules.retries().atFirst(balancer.pool());
            begin(visit, RetryBudget.Kind.FIRST);
        }
        breakers.admit(visit, chosen.server(), now);
        visit.at = chosen.server();
        visit.sentAt = now;
        visit.stage = Visit.Stage.UNDER_WAY;
        visit.cookie = regulars.note(visit.request(), chosen.server(), balancer.pool(), now);
        return new Step.Go(chosen);
    }

    private boolean begin(Visit visit, RetryBudget.Kind kind) {
        if (kind == RetryBudget.Kind.FIRST) {
            budget.first();
        } else if (budget.retry() == RetryBudget.Grant.SPENT) {
            return false;
        }
        visit.budget = budget;
        visit.kind = kind;
        return true;
    }

    private static void finish(Visit visit) {
        if (visit.budget != null) {
            visit.budget.ended(visit.kind);
        }
    }

    /**
     * A visit's attempt has ended: whether another follows, which is under way already.
     *
     * @param repeatable whether a server may have the request once more although another may have had it
     */
    boolean ended(Visit visit, ServerId server, Outcome outcome, boolean repeatable, long now) {
        finish(visit);
        boolean again = wanted(visit, outcome, repeatable, now) && begin(visit, kind(outcome));
        visit.left = rules.retries().left(visit.left, outcome);
        var attempt = new Attempt(server, outcome, again, now - visit.sentAt);
        visit.at = null;
        balancer.settle(attempt);
        breakers.settle(visit, server, outcome, now);
        ward.settled(attempt, now);
        if (again) {
            again = pick(visit, now) instanceof Pick.Chosen next && grant(visit, go(visit, next, now));
            if (!again) {
                finish(visit);
            }
        }
        serve(server, now);
        return again;
    }

    private boolean wanted(Visit visit, Outcome outcome, boolean repeatable, long now) {
        var elapsed = Duration.ofNanos(now - visit.began);
        return (repeatable || !RetryRule.sent(outcome))
                && rules.retries().after(visit.request(), outcome, visit.left, elapsed) instanceof Next.Retry;
    }

    private static RetryBudget.Kind kind(Outcome outcome) {
        return RetryRule.sent(outcome) ? RetryBudget.Kind.RETRY : RetryBudget.Kind.FIRST;
    }

    private static boolean grant(Visit visit, Step.Go go) {
        visit.granted = go;
        return true;
    }

    /** Calls those in line for whom there is room now. */
    private void serve(long now) {
        if (queues.waiting() > 0) {
            balancer.pool().members().forEach(member -> serve(member.id(), now));
        }
    }

    /** Calls those in line for whom this server has room: each once, for a policy may want another server for some. */
    private void serve(ServerId server, long now) {
        for (int most = queues.waiting(); most > 0 && takes(server, now); most--) {
            var next = queues.next(server, now);
            if (next.isEmpty()) {
                return;
            }
            var visit = next.get();
            visit.waiting = false;
            if (ask(visit, now) instanceof Step.Go go) {
                grant(visit, go);
            }
            if (!visit.waiting) {
                visit.call();
            }
        }
    }

    private boolean takes(ServerId server, long now) {
        var place = balancer.pool().placeOf(server);
        return place.isPresent()
                && balancer.pool().at(place.getAsInt()).open()
                && !full(server)
                && breakers.admits(server, now);
    }

    /** A visit stands in line here no longer. */
    void withdraw(Visit visit) {
        queues.withdraw(visit);
    }
}
