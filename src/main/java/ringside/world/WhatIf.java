package ringside.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ringside.engine.Ledger;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;

/**
 * What a command would do to the owners of keys, without doing it.
 *
 * @param command what would be done
 * @param before how the world is set up now
 * @param after how it would be
 * @param policy whose ring is asked: the present policy, or the textbook's ring when keys alone do not decide now
 * @param ring each key's owner before and after under that policy
 * @param modN the same keys under hash mod N
 */
public record WhatIf(Command command, Scenario before, Scenario after, PolicyChoice policy, Ledger ring, Ledger modN) {
    /** The most keys that are asked about; of more, every n-th is. */
    public static final int MOST_KEYS = 20_000;

    private static final PolicyChoice RING = PolicyChoice.of("textbook/ring");
    private static final PolicyChoice MOD_N = PolicyChoice.of("textbook/mod-n");

    /**
     * Asks what a command would do.
     *
     * @throws IllegalArgumentException when the command makes no sense there
     */
    public static WhatIf of(Scenario before, Command command) {
        var after = command.on(before);
        var all = before.traffic().keys().all();
        int every = (all.size() + MOST_KEYS - 1) / MOST_KEYS;
        var keys = IntStream.range(0, all.size() / every)
                .mapToObj(i -> all.get(i * every))
                .toList();
        var policy = ringFor(before.policy());
        return new WhatIf(
                command,
                before,
                after,
                policy,
                Ledger.of(policy, before.pool(_ -> true), after.pool(_ -> true), keys),
                Ledger.of(MOD_N, before.pool(_ -> true), after.pool(_ -> true), keys));
    }

    private static PolicyChoice ringFor(PolicyChoice present) {
        return Policies.keyed(present) && !present.id().equals(MOD_N.id()) ? present : RING;
    }

    /** How many keys each server would gain under {@link #policy}, by name; those that gain none are left out. */
    public Map<ServerId, Integer> received() {
        var gained = new TreeMap<ServerId, Integer>();
        for (var entry : ring.entries()) {
            if (entry.moved() && entry.after() instanceof Ledger.Owner.Of(var server)) {
                gained.merge(server, 1, Integer::sum);
            }
        }
        return gained;
    }

    /** The server that would join or leave, if the command is about one. */
    public Optional<ServerId> subject() {
        return switch (command) {
            case Command.AddServer(var server, int _) -> Optional.of(server.id());
            case Command.RemoveServer(var server, var _) -> Optional.of(server);
            case Command.SetWeight(var server, int _) -> Optional.of(server);
            default -> Optional.empty();
        };
    }

    /** The keys that were asked about, in order. */
    public List<String> keys() {
        return ring.entries().stream().map(Ledger.Entry::key).toList();
    }
}
