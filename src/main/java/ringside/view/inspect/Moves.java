package ringside.view.inspect;

import java.util.Optional;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Snapshot;
import ringside.world.Timeline;

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

    /** What a command would move; empty when it changes no pool, makes no sense, or more than the key decides. */
    static Optional<Moves> ifDone(Command command, Snapshot now) {
        var choice = now.scenario().policy();
        if (!Policies.keyed(choice)) {
            return Optional.empty();
        }
        try {
            var before = Rings.poolOf(now);
            var after = after(command, now, before);
            return before.members().equals(after.members()) ? Optional.empty() : Optional.of(of(choice, before, after, now));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Pool after(Command command, Snapshot now, Pool before) {
        return Pool.of(command.on(now.scenario()).servers().stream()
                .map(s -> before.placeOf(s.id()).stream()
                        .mapToObj(p -> new Member(s.id(), s.weight(), before.at(p).standing()))
                        .findFirst()
                        .orElse(Member.up(s.id().name(), s.weight())))
                .toList());
    }

    private static Moves of(PolicyChoice choice, Pool before, Pool after, Snapshot now) {
        var keys = now.scenario().traffic().keys().all().stream().limit(MOST_KEYS).toList();
        return new Moves(
                choice,
                Ledger.of(choice, before, after, keys),
                Ledger.of(MOD_N, before, after, keys),
                open(before),
                open(after));
    }

    private static int open(Pool pool) {
        return (int) pool.members().stream().filter(Member::open).count();
    }

    /** What the last change moved, as far as it is still held. */
    static Optional<Moves> last(Timeline timeline, Snapshot now) {
        var choice = now.scenario().policy();
        if (now.remap().isEmpty() || !Policies.keyed(choice)) {
            return Optional.empty();
        }
        return timeline.events(Math.max(0, now.sequence() - FAR_BACK), now.sequence()).reversed().stream()
                .filter(e -> e.what() instanceof Happening.Remapped)
                .findFirst()
                .flatMap(e -> around(timeline, e.sequence(), choice));
    }

    private static Optional<Moves> around(Timeline timeline, long sequence, PolicyChoice choice) {
        var changed = timeline.after(sequence);
        var after = Rings.poolOf(changed);
        for (long back = sequence - 1; back >= Math.max(0, sequence - FEW_EVENTS); back--) {
            var before = Rings.poolOf(timeline.after(back));
            if (!before.members().equals(after.members())) {
                return Optional.of(of(choice, before, after, changed));
            }
        }
        return Optional.empty();
    }
}
