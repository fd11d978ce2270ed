package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.sim.Drama;

/** The picture of an instant is the same whichever way one comes to it: over keyframes, or from the beginning. */
class PastTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyInstantLooksAsIfAllHadBeenPlayedFromTheBeginning(long seed) {
        var random = new SplittableRandom(seed);
        var events = story(random);
        var pictures = fromTheBeginning(events);
        int chunk = 1 + random.nextInt(120);
        compare(copy(events, new Timeline.Room(1_000_000, 1 << 30), chunk), pictures);
        compare(copy(events, new Timeline.Room(chunk + events.size() / 3, 1 << 30), chunk), pictures);
        compare(copy(events, new Timeline.Room(1_000_000, 100_000), chunk), pictures);
    }

    /** Two seconds of any world, and in them a dozen of any commands. */
    private static List<Event> story(SplittableRandom random) {
        try (var world = Drama.begin(random.nextLong())) {
            for (int i = 0; i < 12; i++) {
                world.advanceTo(world.now() + random.nextLong(SECOND / 3));
                world.apply(Drama.command(random.nextLong(), world.scenario()));
            }
            return world.timeline().events(0, Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverBecomesOfRequestsLooksAsIfAllHadBeenPlayedFromTheBeginning(long seed) {
        var random = new SplittableRandom(seed);
        var events = lives(random);
        var pictures = fromTheBeginning(events);
        assertThat(pictures.getLast().requests()).hasSizeGreaterThan(1000);
        compare(copy(events, new Timeline.Room(1_000_000, 1 << 30), 1 + random.nextInt(500)), pictures);
        compare(copy(events, new Timeline.Room(3000, 1 << 30), 100), pictures);
    }

    /** Anything that can happen to requests, in any order: attempt after attempt, some from outside, and gaps. */
    private static List<Event> lives(SplittableRandom random) {
        var timeline = new Timeline(Scenario.of(ServerSpec.named("A"), ServerSpec.named("B")));
        List.of("A", "B").forEach(s -> timeline.append(0, new Happening.Joined(new ServerId(s), "simulated")));
        long nanos = 0;
        for (long newest = 1; newest < 3000; ) {
            nanos += random.nextInt(40) == 0 ? random.nextLong(SECOND / 5) : 0;
            var what = random.nextInt(4000) == 0
                    ? new Happening.Missed(1 + random.nextInt(9))
                    : life(
                            random,
                            random.nextInt(4) == 0 ? ++newest : Math.max(1, newest - random.nextInt(40)),
                            newest);
            timeline.append(nanos, what);
        }
        return timeline.events(0, Long.MAX_VALUE);
    }

    private static Happening life(SplittableRandom random, long id, long newest) {
        var server = new ServerId(List.of("A", "B", "unheard-of").get(random.nextInt(3)));
        var failure = List.of(Happening.Failure.values()).get(random.nextInt(11));
        var origin = random.nextBoolean() ? Happening.Origin.OURS : Happening.Origin.OUTSIDE;
        return switch (id == newest ? 0 : random.nextInt(1, 14)) {
            case 0 -> new Happening.Arrived(id, origin, "10.0.0." + id % 9, "GET", "/" + id % 70, "" + id % 70);
            case 1, 2, 3 -> new Happening.Routed(id, server, random.nextInt(3), new Reason.OnlyOne());
            case 4 -> new Happening.Connected(id, server, 5);
            case 5, 6 -> new Happening.Queued(id, server);
            case 7, 8 -> new Happening.Started(id, server);
            case 9 -> new Happening.FirstByte(id, server);
            case 10 -> new Happening.Retried(id, server, failure);
            case 11 -> new Happening.Completed(id, server, random.nextBoolean() ? 200 : 503);
            case 12 -> new Happening.Failed(id, failure, 502);
            default -> new Happening.Refused(id, Pick.Cause.ALL_FULL);
        };
    }

    /** At every event's instant when all of that instant has happened, and half way to the next. */
    private static List<Snapshot> fromTheBeginning(List<Event> events) {
        var fold = new Fold(((Happening.Began) events.getFirst().what()).scenario(), 0);
        var pictures = new ArrayList<Snapshot>();
        for (int i = 0; i < events.size(); i++) {
            long nanos = events.get(i).nanos();
            fold.apply(events.get(i));
            long next = i + 1 < events.size() ? events.get(i + 1).nanos() : nanos;
            if (next > nanos || i + 1 == events.size()) {
                pictures.add(fold.freeze(nanos));
            }
            if (next > nanos + 1) {
                pictures.add(fold.freeze(nanos + (next - nanos) / 2));
            }
        }
        return pictures;
    }

    private static Timeline copy(List<Event> events, Timeline.Room room, int chunk) {
        var copy = new Timeline(((Happening.Began) events.getFirst().what()).scenario(), room, chunk);
        events.stream().skip(1).forEach(e -> copy.append(e.nanos(), e.what()));
        return copy;
    }

    /* Backwards, so that every picture begins at a keyframe; and then forwards, as when it is played. */
    private static void compare(Timeline timeline, List<Snapshot> pictures) {
        var earliest = timeline.at(0);
        assertThat(earliest.nanos()).isEqualTo(timeline.earliest());
        for (var picture : pictures.reversed()) {
            compare(timeline, earliest, picture);
        }
        for (var picture : pictures) {
            compare(timeline, earliest, picture);
        }
    }

    private static void compare(Timeline timeline, Snapshot earliest, Snapshot picture) {
        boolean held = picture.sequence() >= timeline.firstSequence() && picture.nanos() >= earliest.nanos();
        var seen = timeline.at(picture.nanos());
        if (!seen.equals(held ? picture : earliest)) {
            assertThat(seen).as("at %d", picture.nanos()).isEqualTo(held ? picture : earliest);
        }
    }
}
