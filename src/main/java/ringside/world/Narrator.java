package ringside.world;

import java.util.Locale;
import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Happening.*;

/**
 * Tells in one plain sentence what happened, and why.
 *
 * <p>What others wrote (paths, keys, addresses, notices) is made fit to be shown in one line first: see {@link Plain}.
 */
public final class Narrator {
    private final Phrases phrases;
    private final ReasonNarrator reasons;
    private final CommandNarrator commands;
    private final ConnectionNarrator connections;
    private final CacheNarrator caches;

    /** A narrator in this language, or in English when there is no telling in it. */
    public Narrator(Locale language) {
        phrases = new Phrases(language);
        reasons = new ReasonNarrator(phrases);
        commands = new CommandNarrator(phrases);
        connections = new ConnectionNarrator(phrases);
        caches = new CacheNarrator(phrases);
    }

    /** What happened, as one sentence in one line. */
    public String tell(Happening what) {
        return switch (what) {
            case OfRequest life -> ofRequest(life);
            case OfServer change -> ofServer(change);
            case OfConnection change -> connections.tell(change);
            case OfOrigin change -> caches.tell(change);
            case Began(var scenario) -> phrases.say("began", scenario.servers().size(), scenario.policy());
            case Applied(var command, var _) -> commands.tell(command);
            case Remapped(var ledger) -> remapped(ledger);
            case Panicked(var pool, int well, int of) ->
                phrases.say("panicked", pool, Integer.toString(well), Integer.toString(of));
            case Calmed(var pool) -> phrases.say("calmed", pool);
            case Notice(var text) -> phrases.say("notice", text);
            case Missed(long events) -> phrases.say("missed", events);
        };
    }

    /** Why a server was chosen, as half a sentence: it begins in lower case and has no full stop. */
    public String why(ServerId chosen, Reason why) {
        return reasons.tell(chosen, why);
    }

    private String ofRequest(OfRequest life) {
        var id = Long.toString(life.request());
        return switch (life) {
            case Arrived came ->
                came.unopened()
                        ? phrases.say("arrived.connection." + came.origin().name(), id, came.client())
                        : phrases.say("arrived." + came.origin().name(), id, came.client(), came.method(), came.path());
            case Routed(long _, var server, int attempt, var why) -> routed(id, server, attempt, why);
            case Matched(long _, var pool, var route) -> phrases.say("matched", id, pool, route);
            case HeldBack(long _, long nanos) -> phrases.say("heldBack", id, phrases.nanos(nanos));
            case InLine _ -> phrases.say("inLine", id);
            case Connected(long _, var server, long took) -> phrases.say("connected", id, server, phrases.nanos(took));
            case Queued(long _, var server) -> phrases.say("queued", id, server);
            case Started(long _, var server) -> phrases.say("started", id, server);
            case Accepted(long _, var server, int woken) -> phrases.say("accepted", id, server, woken);
            case LookedUp(long _, var server, var found) -> phrases.say("lookedUp." + found.name(), id, server);
            case Recalled(long _, var server, var session) -> phrases.say("recalled." + session.name(), id, server);
            case FirstByte(long _, var server) -> phrases.say("firstByte", id, server);
            case Retried(long _, var _, var failure) -> phrases.say("retried", id, reason(failure));
            case Completed(long _, var server, int status) ->
                status == 0
                        ? phrases.say("completed.connection", id, server)
                        : phrases.say("completed", id, server, Integer.toString(status));
            case Failed(long _, var failure, int status) ->
                phrases.say(status == 0 ? "failed.cut" : "failed", id, reason(failure), Integer.toString(status));
            case Refused(long _, var cause, int status) ->
                phrases.say((status == 0 ? "refused.connection." : "refused.") + cause.name(), id);
        };
    }

    private String routed(String id, ServerId server, int attempt, Reason why) {
        var because = new Phrases.Inner(why(server, why));
        return attempt == 1
                ? phrases.say("routed", id, server, because)
                : phrases.say("routed.again", id, server, Integer.toString(attempt), because);
    }

    private String reason(Failure failure) {
        return phrases.say("failure." + failure.name());
    }

    private String ofServer(OfServer change) {
        return switch (change) {
            case Joined(var server, var address) ->
                address.equals(Joined.SIMULATED)
                        ? phrases.say("joined.simulated", server)
                        : phrases.say("joined", server, address);
            case Draining(var server) -> phrases.say("draining", server);
            case Left(var server) -> phrases.say("left", server);
            case ProbeSent(var server, var kind) -> phrases.say("probeSent." + kind.name(), server);
            case ProbePassed(var server, var _, var told, long took, var health) ->
                phrases.say("probePassed", server, phrases.nanos(took), told, streak(health));
            case ProbeFailed(var server, var _, var told, long took, var health) ->
                phrases.say("probeFailed", server, phrases.nanos(took), told, streak(health));
            case Ejected(var server) -> phrases.say("ejected", server);
            case Readmitted(var server) -> phrases.say("readmitted", server);
            case PassivelyEjected(var server, long _) -> phrases.say("passivelyEjected", server);
            case Returned(var server) -> phrases.say("returned", server);
            case BreakerTurned(var server, var to) -> phrases.say("breaker." + to.name(), server);
        };
    }

    private String streak(Health health) {
        return health.streak() == 0
                ? ""
                : phrases.say("probe.streak", Integer.toString(health.streak()), Integer.toString(health.needed()));
    }

    private String remapped(Ledger ledger) {
        return phrases.say(
                "remapped",
                Long.toString(ledger.moved()),
                Integer.toString(ledger.entries().size()),
                phrases.percent(ledger.fraction()),
                phrases.percent(ledger.law()));
    }
}
