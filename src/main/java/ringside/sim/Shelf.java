package ringside.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.engine.ServerId;
import ringside.engine.cache.Cache;
import ringside.engine.cache.Look;
import ringside.world.Caching;
import ringside.world.Happening;
import ringside.world.Happening.Found;
import ringside.world.Happening.Need;

/** One server's cache, and those of its jobs that wait for the origin. */
final class Shelf {
    private final ServerId server;
    private final Setting setting;
    private final Pantry pantry;
    private final Cache cache;
    private final Map<String, List<Fetch>> underWay = new HashMap<>();
    private Caching caching;

    /** A key on its way from the origin, and who waits for it. */
    private static final class Fetch {
        private final long number;
        private final String key;
        private final long began;
        private final List<Guest> guests = new ArrayList<>();
        private boolean unwanted;

        private Fetch(long number, String key, long began) {
            this.number = number;
            this.key = key;
            this.began = began;
        }
    }

    /** A job that waits, and what is done when it has waited long enough. */
    private record Guest(Job job, Due due) {}

    /** An empty one. */
    Shelf(ServerId server, Setting setting, Pantry pantry, Caching caching) {
        this.server = server;
        this.setting = setting;
        this.pantry = pantry;
        this.caching = caching;
        this.cache = new Cache(caching.rules());
    }

    /** Works so from now on. */
    void use(Caching other) {
        caching = other;
        cache.use(other.rules());
    }

    /** A worker took a job up: something is done when there is what it wants, or when it is known that there will not be. */
    Due serve(Job job, long wakingNanos, double slowness, Runnable done) {
        var key = job.wants();
        double luck = caching.rules().early() > 0 ? setting.chance().caches().roll() : 0;
        var look = cache.look(key, setting.agenda().now(), luck);
        if (setting.heard()) {
            setting.tell(new Happening.LookedUp(job.number(), server, found(look)));
        }
        return switch (look) {
            case HIT, STALE -> hit(wakingNanos, slowness, done);
            case HIT_EARLY -> {
                fetch(key, Need.EARLY);
                yield hit(wakingNanos, slowness, done);
            }
            case STALE_FIRST -> {
                fetch(key, Need.STALE);
                yield hit(wakingNanos, slowness, done);
            }
            case MISS -> await(fetch(key, Need.MISS), job, done);
            case JOINED -> await(underWay.getOrDefault(key, List.of()).getFirst(), job, done);
        };
    }

    private static Found found(Look look) {
        return switch (look) {
            case HIT, HIT_EARLY -> Found.HIT;
            case STALE, STALE_FIRST -> Found.STALE;
            case MISS -> Found.MISS;
            case JOINED -> Found.JOINED;
        };
    }

    private Due hit(long wakingNanos, double slowness, Runnable done) {
        return setting.agenda().in(wakingNanos + (long) (caching.hit().toNanos() * slowness), done);
    }

    private static Due await(Fetch fetch, Job job, Runnable done) {
        var due = Due.unplanned(done);
        fetch.guests.add(new Guest(job, due));
        return due;
    }

    private Fetch fetch(String key, Need need) {
        var fetch = new Fetch(pantry.nextFetch(), key, setting.agenda().now());
        setting.tell(new Happening.OriginAsked(fetch.number, server, key, need, cache.underWay(key) - 1));
        underWay.computeIfAbsent(key, _ -> new ArrayList<>()).add(fetch);
        if (!pantry.origin().take(() -> answered(fetch))) {
            setting.agenda().in(0, () -> refused(fetch));
        }
        return fetch;
    }

    private void answered(Fetch fetch) {
        long now = setting.agenda().now();
        long took = now - fetch.began;
        setting.tell(new Happening.OriginAnswered(fetch.number, server, fetch.key, took));
        if (!fetch.unwanted) {
            cache.fetched(fetch.key, now, took, setting.chance().caches().roll());
            end(fetch);
        }
    }

    private void refused(Fetch fetch) {
        setting.tell(new Happening.OriginRefused(fetch.number, server, fetch.key));
        if (!fetch.unwanted) {
            cache.missed(fetch.key);
            fetch.guests.forEach(guest -> guest.job().goWithout());
            end(fetch);
        }
    }

    private void end(Fetch fetch) {
        underWay.computeIfPresent(fetch.key, (_, those) -> those.remove(fetch) && those.isEmpty() ? null : those);
        fetch.guests.stream().map(Guest::due).filter(due -> !due.cancelled()).forEach(Due::act);
    }

    /** Has nothing any more, and nobody who waits; what is under way comes for nothing. */
    void clear() {
        cache.clear();
        underWay.values().forEach(those -> those.forEach(fetch -> fetch.unwanted = true));
        underWay.clear();
    }
}
