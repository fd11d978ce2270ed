package ringside.world;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import ringside.engine.Ledger;

/** About how many bytes things take that are kept as they are, rather too many than too few. */
final class Weight {
    private static final long SCENARIO = 1024;
    private static final long SERVER = 400;
    private static final long STATE = 384;
    private static final long PROBE = 112;
    private static final long SECOND = 160;
    private static final long CHOSEN = 72;
    private static final long LEDGER = 128;
    private static final long ENTRY = 96;
    private static final long KEY = 72;
    private static final long REFERENCE = 8;

    private Weight() {}

    /** What is kept of a happening, beside what the scenario before it shares. */
    static long of(Happening what, Scenario before) {
        return switch (what) {
            case Happening.Began(var scenario) -> of(scenario);
            case Happening.Applied(var _, var after) -> change(before, after);
            case Happening.Remapped(var ledger) -> of(ledger);
            default -> 0;
        };
    }

    private static long change(Scenario before, Scenario after) {
        return SCENARIO
                + REFERENCE * after.servers().size()
                + SERVER * fresh(after.servers(), before.servers())
                + (after.traffic().keys().equals(before.traffic().keys())
                        ? 0
                        : of(after.traffic().keys()));
    }

    private static long of(Scenario scenario) {
        return SCENARIO
                + SERVER * scenario.servers().size()
                + of(scenario.traffic().keys());
    }

    private static long of(Keys keys) {
        return keys instanceof Keys.Named(var names) ? KEY * names.size() : 0;
    }

    private static long of(Ledger ledger) {
        return LEDGER + ENTRY * ledger.entries().size();
    }

    /** A keyframe with all that it is made of. */
    static long of(Keyframe picture) {
        return of(picture.scenario())
                + picture.remap().map(Weight::of).orElse(0L)
                + picture.servers().stream()
                        .mapToLong(s -> REFERENCE + STATE + PROBE * s.probes().size())
                        .sum()
                + picture.seconds().stream().mapToLong(Weight::of).sum();
    }

    /** What a keyframe doesn't share with the one before it, nor with what happened in between. */
    static long of(Keyframe picture, Keyframe before) {
        var known = known(before.servers());
        known.addAll(before.seconds());
        long states = picture.servers().stream()
                .filter(s -> !known.contains(s))
                .mapToLong(s -> STATE + REFERENCE * s.probes().size() + PROBE * since(before.nanos(), s.probes()))
                .sum();
        long seconds = picture.seconds().stream()
                .filter(s -> !known.contains(s))
                .mapToLong(Weight::of)
                .sum();
        return states
                + seconds
                + REFERENCE * (picture.servers().size() + picture.seconds().size());
    }

    private static long of(Second second) {
        return SECOND + second.latencies().weight() + CHOSEN * second.chosen().size();
    }

    private static long since(long nanos, List<ServerState.Probe> probes) {
        return probes.stream().filter(p -> p.nanos() > nanos).count();
    }

    private static long fresh(List<?> now, List<?> before) {
        var known = known(before);
        return now.stream().filter(one -> !known.contains(one)).count();
    }

    private static Set<Object> known(Collection<?> those) {
        var known = Collections.newSetFromMap(new IdentityHashMap<>(2 * those.size()));
        known.addAll(those);
        return known;
    }
}
