package ringside.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who owned each key before a change of the pool, and who after.
 *
 * @param entries every key that was asked about, in the order given
 * @param law what theory expects of this policy and change: the fraction of keys that move, 0 to 1
 */
public record Ledger(List<Entry> entries, double law) {
    /**
     * One key's owners.
     *
     * @param key the key
     * @param before who was picked for it, or why nobody was
     * @param after the same after the change
     */
    public record Entry(String key, Owner before, Owner after) {
        /** Whether it changed hands. */
        public boolean moved() {
            return !before.equals(after);
        }
    }

    /** Who a key belongs to. */
    public sealed interface Owner {
        /** A server has it. */
        record Of(ServerId server) implements Owner {}

        /** Nobody may take it. */
        record Nobody() implements Owner {}

        /** The one nobody there need be. */
        Owner NOBODY = new Nobody();
    }

    public Ledger {
        entries = List.copyOf(entries);
    }

    /**
     * Asks two fresh policies of the same kind, one on each pool with nobody busy, for the owner of each key. Owners are
     * told apart by name, not by place.
     *
     * @throws IllegalArgumentException when there is no such policy, or more than the key decides for it
     */
    public static Ledger of(PolicyChoice choice, Pool before, Pool after, List<String> keys) {
        var law = Policies.law(choice)
                .orElseThrow(() -> new IllegalArgumentException(
                        choice.id() + " looks at more than the key, so no server owns a key"));
        var old = owners(choice, before, keys);
        var now = owners(choice, after, keys);
        var entries = IntStream.range(0, keys.size())
                .mapToObj(i -> new Entry(keys.get(i), old.get(i), now.get(i)))
                .toList();
        return new Ledger(entries, law.moves(before, after));
    }

    private static List<Owner> owners(PolicyChoice choice, Pool pool, List<String> keys) {
        var policy = Policies.make(choice);
        policy.use(pool);
        var up = Candidates.upIn(pool);
        Map<ServerId, Owner> known = new HashMap<>();
        return keys.stream()
                .map(key -> switch (policy.pick(Request.keyed(key), up, Loads.IDLE, Detail.PLAIN)) {
                    case Pick.Chosen(var server, var _) -> known.computeIfAbsent(server, Owner.Of::new);
                    case Pick.Refused(var _) -> Owner.NOBODY;
                })
                .toList();
    }

    /** How many keys changed hands. */
    public long moved() {
        return entries.stream().filter(Entry::moved).count();
    }

    /** The measured fraction, 0 to 1; 0 when there are no keys. */
    public double fraction() {
        return entries.isEmpty() ? 0 : (double) moved() / entries.size();
    }
}
