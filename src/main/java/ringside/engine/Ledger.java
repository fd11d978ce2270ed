package ringside.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

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
        entries = entries instanceof Rows ? entries : List.copyOf(entries);
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
        var old = new Census(choice, before, keys.size());
        var now = new Census(choice, after, keys.size());
        for (int i = 0; i < keys.size(); i++) {
            var request = Request.keyed(keys.get(i));
            old.ask(i, request);
            now.ask(i, request);
        }
        return new Ledger(new Rows(List.copyOf(keys), old.column, now.column), law.moves(before, after));
    }

    /** The entries of a ledger as columns, which for a million keys is a third of the memory; never changes. */
    private static final class Rows extends AbstractList<Entry> implements RandomAccess {
        private final List<String> keys;
        private final Column before;
        private final Column after;

        Rows(List<String> keys, Column before, Column after) {
            this.keys = keys;
            this.before = before;
            this.after = after;
        }

        @Override
        public Entry get(int index) {
            return new Entry(keys.get(index), before.at(index), after.at(index));
        }

        @Override
        public int size() {
            return keys.size();
        }
    }

    /** Who has which key in one pool: for each key a place in the pool, or one beyond it for nobody. */
    private static final class Column {
        private final Pool pool;
        private final int[] places;

        Column(Pool pool, int keys) {
            this.pool = pool;
            this.places = new int[keys];
        }

        Owner at(int index) {
            int place = places[index];
            return place == pool.size()
                    ? Owner.NOBODY
                    : new Owner.Of(pool.at(place).id());
        }
    }

    /** Asks a fresh policy for the owner of key after key. */
    private static final class Census {
        private final Column column;
        private final Policy policy;
        private final Candidates up;

        Census(PolicyChoice choice, Pool pool, int keys) {
            column = new Column(pool, keys);
            policy = Policies.make(choice);
            policy.use(pool);
            up = Candidates.upIn(pool);
        }

        void ask(int index, Request request) {
            column.places[index] = switch (policy.pick(request, up, Loads.IDLE, Detail.PLAIN)) {
                case Pick.Chosen(var server, var _) ->
                    column.pool.placeOf(server).orElseThrow();
                case Pick.Refused(var _) -> column.pool.size();
            };
        }
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
