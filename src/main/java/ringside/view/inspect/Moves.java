package ringside.view.inspect;

import java.util.List;
import java.util.Optional;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.world.Happening;
import ringside.world.Snapshot;
import ringside.world.Timeline;
import ringside.world.WhatIf;

/**
 * Which keys a change of the pool moves: by the policy in force, and by hash mod N on the same keys.
 *
 * @param policy the policy in force
 * @param own its ledger
 * @param modN the other ledger
 * @param before how many servers could take requests before
 * @param after how many can after
 */
record Moves(PolicyChoice policy, Ledger own, Ledger modN, int before, int after) {
    private static final PolicyChoice MOD_N = PolicyChoice.of("textbook/mod-n");
    private static final int MOST_KEYS = 10_000;
    private static final int FEW_EVENTS = 16;
    private static final int FAR_BACK = 20_000;

    /** What a change that is only thought of would move. */
    static Moves of(WhatIf change) {
        return new Moves(
                change.policy(),
                change.ring(),
                change.modN(),
                change.before().servers().size(),
                change.after().servers().size());
    }

    private static Moves of(PolicyChoice choice, Pool before, Pool after, Snapshot now) {
        var keys =
                now.scenario().traffic().keys().all().stream().limit(MOST_KEYS).toList();
        return new Moves(
                choice,
                Ledger.of(choice, before, after, keys),
                Ledger.of(MOD_N, before, after, keys),
                open(before),
                open(after));
    }

    private static int open(Pool pool) {
        return takers(pool).size();
    }

    /* Those that take requests: a drained server that leaves at last moves nothing more. */
    private static List<Member> takers(Pool pool) {
        return pool.members().stream().filter(Member::open).toList();
    }

    /** What the last change moved, as far as it is still held. */
    static Optional<Moves> last(Timeline timeline, Snapshot now) {
        var choice = now.scenario().policy();
        if (now.remap().isEmpty() || !Policies.keyed(choice)) {
            return Optional.empty();
        }
        return timeline.events(Math.max(0, now.sequence() - FAR_BACK), now.sequence()).reversed().stream()
                .filter(e -> e.what() instanceof Happening.Remapped)
                .flatMap(e -> around(timeline, e.sequence(), choice).stream())
                .findFirst();
    }

    private static Optional<Moves> around(Timeline timeline, long sequence, PolicyChoice choice) {
        var changed = timeline.after(sequence);
        var after = Rings.poolOf(changed);
        for (long back = sequence - 1; back >= Math.max(0, sequence - FEW_EVENTS); back--) {
            var before = Rings.poolOf(timeline.after(back));
            if (!takers(before).equals(takers(after))) {
                return Optional.of(of(choice, before, after, changed));
            }
        }
        return Optional.empty();
    }
}
