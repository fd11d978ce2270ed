package ringside.engine.nginx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.engine.Attempt;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Shares;

/** The servers of a pool as nginx sees them: primaries, backups, and what became of each. */
final class Peers {
    private final Map<ServerId, Peer> byId = new HashMap<>();
    private Pool pool = Pool.EMPTY;
    private List<Peer> primaries = List.of();
    private List<Peer> backups = List.of();
    private final Shares slots = new Shares();

    /** From now on these members; of those that stay, everything is kept. */
    void use(Pool other) {
        other.members().stream().filter(m -> m.weight() == 0).findFirst().ifPresent(m -> {
            throw new IllegalArgumentException(
                    "nginx gives every server a weight of 1 or more, and " + m.id() + " has 0: take it down instead");
        });
        var now = new ArrayList<Peer>();
        for (int place = 0; place < other.size(); place++) {
            now.add(peer(place, other.at(place)));
        }
        byId.clear();
        now.forEach(peer -> byId.put(peer.member.id(), peer));
        pool = other;
        primaries = now.stream().filter(p -> !p.member.terms().backup()).toList();
        backups = now.stream().filter(p -> p.member.terms().backup()).toList();
        slots.deal(primaries.size(), i -> primaries.get(i).weight());
    }

    private Peer peer(int place, Member member) {
        var before = byId.get(member.id());
        return before == null ? new Peer(place, member) : new Peer(place, member, before);
    }

    Pool pool() {
        return pool;
    }

    List<Peer> primaries() {
        return primaries;
    }

    List<Peer> backups() {
        return backups;
    }

    /** The sum of the primaries' weights, of those that are down as well. */
    int totalWeight() {
        return slots.sum();
    }

    /** Whether there is one server and no backup, which nginx never gives up. */
    boolean single() {
        return primaries.size() == 1 && backups.isEmpty();
    }

    /** The primary whose share of the slots holds this one, 0 to {@link #totalWeight()} - 1. */
    Peer atSlot(int slot) {
        return primaries.get(slots.ownerOf(slot));
    }

    /** An attempt ended at this second. */
    void settled(Attempt attempt, long now) {
        var peer = byId.get(attempt.server());
        if (peer == null || single()) {
            return;
        }
        if (failed(attempt)) {
            peer.failed(now);
        } else {
            peer.served();
        }
    }

    /** Whether nginx counts it: a status only if it was not passed on to the client, and neither 403 nor 404 ever. */
    private static boolean failed(Attempt attempt) {
        return switch (attempt.outcome()) {
            case Outcome.Answered(int status) -> counts(status, attempt);
            case Outcome.Truncated(int status) -> counts(status, attempt);
            case Outcome.Broken _ -> true;
            case Outcome.Abandoned _ -> false;
        };
    }

    private static boolean counts(int status, Attempt attempt) {
        return attempt.retried() && status != 403 && status != 404;
    }
}
