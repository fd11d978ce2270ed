package ringside.engine.cache;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows of some keys until when they are fresh, and of which a fetch is under way. */
public final class Cache {
    /*
     * Early refresh is XFetch (Vattani et al., VLDB 2015): one who looks fetches again when
     * now - took * beta * ln(luck) passes the expiry, where took is how long the last fetch took. The chance of that
     * rises so steeply towards the end that mostly one does, long before anybody has to wait, and nobody has to agree with
     * anybody. In the paper the one who fetches waits for it; here it is served what there is, and fetched aside.
     */
    private record Entry(long expires, long took) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> underWay = new HashMap<>();
    private CacheRules rules;

    /** An empty one. */
    public Cache(CacheRules rules) {
        this.rules = rules;
    }

    /** Works by other rules from now on; what it has expires as it was to, and the least recently used go if need be. */
    public void use(CacheRules others) {
        rules = others;
        makeRoom();
    }

    /** How many keys it knows, fresh or not. */
    public int size() {
        return entries.size();
    }

    /** How many fetches for a key are under way. */
    public int underWay(String key) {
        return underWay.getOrDefault(key, 0);
    }

    /**
     * Somebody asks for a key.
     *
     * @param now nanoseconds
     * @param luck with an early refresh, 0 inclusive to 1 exclusive; the less, the earlier
     * @return what is to be done; when that is a fetch, {@link #fetched} or {@link #missed} must follow it
     */
    public Look look(String key, long now, double luck) {
        var look = judge(entries.get(key), underWay(key), now, luck);
        if (look.fetches()) {
            underWay.merge(key, 1, Integer::sum);
        }
        return look;
    }

    private Look judge(@Nullable Entry entry, int fetches, long now, double luck) {
        boolean alone = fetches == 0;
        if (entry != null && now < entry.expires()) {
            boolean may = alone || !rules.singleFlight();
            return may && early(entry, now, luck) ? Look.HIT_EARLY : Look.HIT;
        }
        if (entry != null && now - entry.expires() < rules.stale().toNanos()) {
            return alone ? Look.STALE_FIRST : Look.STALE;
        }
        return alone || !rules.singleFlight() ? Look.MISS : Look.JOINED;
    }

    private boolean early(Entry entry, long now, double luck) {
        return rules.early() > 0 && now - entry.took() * rules.early() * StrictMath.log(luck) >= entry.expires();
    }

    /**
     * A fetch brought a key.
     *
     * @param now nanoseconds
     * @param took how long the fetch took, in nanoseconds
     * @param luck with the time to live, 0 inclusive to 1 exclusive; the less, the shorter
     */
    public void fetched(String key, long now, long took, double luck) {
        missed(key);
        double ttl = rules.ttl().toNanos() * (1 + rules.jitter() / 100.0 * (2 * luck - 1));
        entries.put(key, new Entry(now + (long) ttl, took));
        makeRoom();
    }

    /** A fetch ended without bringing its key. */
    public void missed(String key) {
        underWay.computeIfPresent(key, (_, n) -> n > 1 ? n - 1 : null);
    }

    /** Has nothing any more and waits for no fetch. */
    public void clear() {
        entries.clear();
        underWay.clear();
    }

    private void makeRoom() {
        while (entries.size() > rules.entries()) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
