package ringside.engine.nginx;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.Trail;

/**
 * One look for a server on behalf of one request.
 *
 * @param peers the servers
 * @param trail the request and where it has been
 * @param candidates which members are up and were not tried for it
 * @param loads how busy each is
 * @param now the second it is
 * @param detail whether the reason is wanted
 */
record Visit(Peers peers, Trail trail, Candidates candidates, Loads loads, long now, Detail detail) {
    private static final int MOST_MISSES = 20;

    Memory memory() {
        return trail.memory(Memory.class, Memory::new);
    }

    /** Whether the reason is wanted. */
    boolean reasoned() {
        return detail == Detail.REASONED;
    }

    /** Whether this server may be given the request. */
    boolean eligible(Peer peer) {
        return candidates.open(peer.place) && !peer.disabled(now) && !peer.full(inFlight(peer));
    }

    /** Those of these servers that may be given the request. */
    List<Peer> eligible(List<Peer> some) {
        return some.stream().filter(this::eligible).toList();
    }

    int inFlight(Peer peer) {
        return loads.inFlight(peer.place);
    }

    /** A server's load, for the reason. */
    Reason.Busy busy(Peer peer) {
        return new Reason.Busy(peer.member.id(), inFlight(peer), peer.weight());
    }

    /** Counts a server that was named and could not take the request; false once there were too many. */
    boolean missed() {
        return ++memory().misses <= MOST_MISSES;
    }

    /** Whether there were too many misses for this request. */
    boolean missedTooOften() {
        return memory().misses > MOST_MISSES;
    }

    /** The choice that a rule makes among the primaries that can take the request, or else among such backups. */
    Pick choose(Function<List<Peer>, Found> rule) {
        if (!memory().onBackups) {
            var primaries = eligible(peers.primaries());
            if (!primaries.isEmpty()) {
                var found = rule.apply(primaries);
                return choose(found.winner(), found::why);
            }
            memory().onBackups = true;
        }
        var backups = eligible(peers.backups());
        if (backups.isEmpty()) {
            return nobody();
        }
        var found = rule.apply(backups);
        return choose(found.winner(), () -> new Reason.Instead(Reason.Because.BACKUPS_ONLY, found.why()));
    }

    /** The choice of a server, which learns of it. */
    Pick choose(Peer peer, Supplier<Reason> why) {
        peer.chosen(now);
        return choice(peer, why);
    }

    /** The choice of the only server there is, which nginx doesn't watch. */
    Pick chooseOnly() {
        var only = peers.primaries().getFirst();
        return candidates.open(only.place) && !only.full(inFlight(only)) ? choice(only, Reason.OnlyOne::new) : nobody();
    }

    private Pick choice(Peer peer, Supplier<Reason> why) {
        return reasoned()
                ? new Pick.Chosen(peer.member.id(), why.get())
                : peers.pool().chosen(peer.place);
    }

    Pick nobody() {
        return peers.pool().nobody();
    }
}
