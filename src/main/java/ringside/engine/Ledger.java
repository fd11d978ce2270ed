package ringside.engine;

import java.util.List;

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
    }

    public Ledger {
        entries = List.copyOf(entries);
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
