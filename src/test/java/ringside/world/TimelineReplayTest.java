package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import ringside.sim.Drama;

class TimelineReplayTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void anyInstantLooksAsIfAllHadBeenPlayedFromTheBeginning() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            try (var world = Drama.stage(seed, List.of(10 * SECOND))) {
                var whole = world.timeline();
                var events = whole.events(0, whole.nextSequence());
                var chunked = copy(whole, events);
                for (int i = 0; i < 60; i++) {
                    long t = instant(random, events);
                    assertThat(chunked.at(t)).as("seed %d at %d", seed, t).isEqualTo(fromTheBeginning(events, t));
                }
                for (long sequence = 0; sequence < events.size(); sequence += 37) {
                    assertThat(chunked.after(sequence)).isEqualTo(whole.after(sequence));
                }
            }
        }
    }

    @Test
    void manyReadersSeeWholePicturesWhileOneAppends() throws InterruptedException {
        try (var world = Drama.stage(3, List.of(10 * SECOND))) {
            var events = world.timeline().events(0, world.timeline().nextSequence());
            var growing = new Timeline(world.timeline().at(0).scenario(), 256);
            var wrong = new ConcurrentLinkedQueue<Throwable>();
            var writer = Thread.ofPlatform()
                    .start(() -> events.stream().skip(1).forEach(e -> growing.append(e.nanos(), e.what())));
            var readers = List.of(reader(growing, writer, wrong, 1), reader(growing, writer, wrong, 2));
            writer.join();
            for (var reader : readers) {
                reader.join();
            }
            assertThat(wrong).isEmpty();
            assertThat(growing.at(Long.MAX_VALUE)).isEqualTo(world.timeline().at(Long.MAX_VALUE));
        }
    }

    private static Thread reader(Timeline growing, Thread writer, ConcurrentLinkedQueue<Throwable> wrong, long seed) {
        var random = new SplittableRandom(seed);
        return Thread.ofPlatform().start(() -> {
            try {
                while (writer.isAlive()) {
                    long first = growing.earliest();
                    long t = first + random.nextLong(1 + growing.latest() - first);
                    var picture = growing.at(random.nextBoolean() ? Long.MAX_VALUE : t);
                    var totals = picture.totals();
                    long inFlight = picture.requests().stream()
                            .filter(r -> r.end().isEmpty())
                            .count();
                    assertThat(totals.answered() + totals.failed() + totals.timedOut() + totals.refused() + inFlight)
                            .isEqualTo(totals.arrived());
                    assertThat(growing.markers())
                            .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
                }
            } catch (Throwable problem) {
                wrong.add(problem);
            }
        });
    }

    private static Timeline copy(Timeline whole, List<Event> events) {
        var copy = new Timeline(whole.at(0).scenario(), Timeline.Room.USUAL, events.size() / 40);
        events.stream().skip(1).forEach(e -> copy.append(e.nanos(), e.what()));
        return copy;
    }

    private static long instant(SplittableRandom random, List<Event> events) {
        return random.nextBoolean()
                ? random.nextLong(events.getLast().nanos())
                : events.get(random.nextInt(events.size())).nanos();
    }

    private static Snapshot fromTheBeginning(List<Event> events, long nanos) {
        var fold = new Fold(((Happening.Began) events.getFirst().what()).scenario());
        events.stream().takeWhile(e -> e.nanos() <= nanos).forEach(fold::apply);
        return fold.freeze(nanos);
    }
}
