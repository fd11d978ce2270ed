package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.engine.cache.CacheRules;

/** What is said of caches, and of the origin behind them. */
class CacheNarratorTest {
    private static final ServerId A = new ServerId("A");
    private static final CacheRules PLAIN = Caching.USUAL.rules();
    private static final CacheRules ALL =
            PLAIN.varying(10).inSingleFlight(true).refreshedEarly(1).servedStale(Duration.ofSeconds(5));

    private static Happening given(CacheRules rules) {
        return new Happening.Applied(new Command.SetCache(Optional.of(Caching.USUAL.with(rules))), Scenario.of());
    }

    /** Everything that can happen there. */
    static List<Happening> everything() {
        var all = new ArrayList<Happening>();
        for (var found : Happening.Found.values()) {
            all.add(new Happening.LookedUp(1, A, found));
        }
        for (var need : Happening.Need.values()) {
            all.add(new Happening.OriginAsked(1, A, "user:7", need, 0));
            all.add(new Happening.OriginAsked(1, A, "user:7", need, 1));
        }
        all.add(new Happening.OriginAnswered(1, A, "user:7", 1_000_000));
        all.add(new Happening.OriginRefused(1, A, "user:7"));
        all.add(new Happening.Accepted(1, A, 1));
        all.add(new Happening.Applied(new Command.SetCache(Optional.empty()), Scenario.of()));
        for (var wake : Processes.Wake.values()) {
            var processes = new Processes(16, wake, Processes.USUAL_COST);
            all.add(new Happening.Applied(new Command.SetProcesses(A, Optional.of(processes)), Scenario.of()));
        }
        all.add(new Happening.Applied(new Command.SetProcesses(A, Optional.empty()), Scenario.of()));
        var swing = new Arrivals.Diurnal(10, 200, Duration.ofMinutes(1));
        for (var arrivals : List.of(new Arrivals.Batches(2, 50), swing)) {
            all.add(new Happening.Applied(new Command.SetTraffic(Traffic.none().arriving(arrivals)), Scenario.of()));
        }
        all.add(given(PLAIN));
        all.add(given(ALL));
        return all;
    }

    private static String english(Happening what) {
        return new Narrator(Locale.ENGLISH).tell(what);
    }

    private static String german(Happening what) {
        return new Narrator(Locale.GERMAN).tell(what);
    }

    @Test
    void tellsHowCachesWork() {
        assertThat(english(given(PLAIN)))
                .isEqualTo("From now on each server has a cache of 1000 entries, fresh for 10 s.");
        assertThat(english(given(ALL)))
                .isEqualTo("From now on each server has a cache of 1000 entries, fresh for 10 s: more or less by up to"
                        + " 10%, fetched in single flight, refreshed early (beta 1), served stale for 5 s while it is"
                        + " refreshed.");
        assertThat(german(given(PLAIN.holding(1).inSingleFlight(true))))
                .isEqualTo("Von nun an hat jeder Server einen Cache mit einem Eintrag, 10 s lang frisch: nur einmal"
                        + " zugleich geholt.");
    }

    @Test
    void tellsOfLooksAndFetches() {
        assertThat(english(new Happening.LookedUp(5, A, Happening.Found.JOINED)))
                .isEqualTo("A is fetching the answer to request 5 already: it waits for that.");
        assertThat(english(new Happening.OriginAsked(3, A, "user:7", Happening.Need.MISS, 2)))
                .isEqualTo("A asks the origin for user:7 (fetch 3), while it is fetching that 2 times already.");
        assertThat(english(new Happening.OriginAsked(3, A, "user:7", Happening.Need.EARLY, 0)))
                .isEqualTo("A asks the origin for user:7 before it expires (fetch 3).");
        assertThat(german(new Happening.OriginAnswered(3, A, "user:7", 100_000_000)))
                .isEqualTo("Der Ursprung beantwortete Abruf 3: A hat user:7 nach 100 ms.");
        var herd = new Processes(16, Processes.Wake.ALL, Processes.USUAL_COST);
        assertThat(english(new Happening.Applied(new Command.SetProcesses(A, Optional.of(herd)), Scenario.of())))
                .isEqualTo("A has 16 processes on one socket from now on: a connection wakes all that are idle, which"
                        + " takes 0.05 ms each.");
        assertThat(english(new Happening.Accepted(5, A, 16)))
                .isEqualTo("A accepted the connection of request 5, and woke 16 processes for it.");
    }
}
