package ringside.lesson.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.lesson.Lessons;
import ringside.sim.Replay;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Progress;
import ringside.world.RunFigures;
import ringside.world.Scenario;
import ringside.world.Statistics;
import ringside.world.Tape;

/**
 * A lesson's world, lived through in virtual time as a test says.
 *
 * @param told what happened from beginning to end
 * @param figures what was counted of it
 */
record Day(List<Told> told, RunFigures figures) {
    /** Something that happened, and when, in nanoseconds. */
    record Told(long nanos, Happening what) {}

    /** What is done in a day, second by second. */
    static final class Plan {
        private Scenario begins;
        private Tape tape;

        private Plan(Scenario begins) {
            this.begins = begins;
            this.tape = Tape.of(begins);
        }

        /** Begins with this as well. */
        Plan first(String words) {
            begins = command(words, begins).on(begins);
            tape = Tape.of(begins);
            return this;
        }

        /** Does this in a later second. */
        Plan at(int second, String words) {
            long nanos = TimeUnit.SECONDS.toNanos(second);
            tape = tape.until(nanos).also(nanos, command(words, tape.scenarioAt(nanos)));
            return this;
        }

        /** Lives through so many seconds. */
        Day until(int second) {
            var whole = tape.until(TimeUnit.SECONDS.toNanos(second));
            var statistics = new Statistics(begins);
            var told = new ArrayList<Told>();
            new Replay()
                    .run(
                            whole,
                            (nanos, what) -> {
                                statistics.tell(nanos, what);
                                told.add(new Told(nanos, what));
                            },
                            Progress.UNWATCHED);
            return new Day(told, statistics.figures(whole.nanos()));
        }

        private static Command command(String words, Scenario now) {
            return CommandWords.read(Place.startOf("day"), words, Reach.THIS_MACHINE)
                    .in(now, _ -> Optional.empty());
        }
    }

    /** A day in the world of a lesson. */
    static Plan of(String lesson) {
        return new Plan(Lessons.builtIn().find(lesson).orElseThrow().scenario());
    }

    /** What happened of one kind, from one second on and before another. */
    <T extends Happening> List<T> told(Class<T> kind, int from, int to) {
        return told.stream()
                .filter(t -> t.nanos >= TimeUnit.SECONDS.toNanos(from) && t.nanos < TimeUnit.SECONDS.toNanos(to))
                .filter(t -> kind.isInstance(t.what))
                .map(t -> kind.cast(t.what))
                .toList();
    }

    /** The share of looks into caches within a second that found something. */
    double hitRatio(int second) {
        var looks = told(Happening.LookedUp.class, second, second + 1);
        long hits = looks.stream()
                .filter(l -> l.found() == Happening.Found.HIT || l.found() == Happening.Found.STALE)
                .count();
        return (double) hits / looks.size();
    }

    /** How often the origin was asked within a second. */
    int calls(int second) {
        return told(Happening.OriginAsked.class, second, second + 1).size();
    }

    /** How many requests ended without an answer from one second on. */
    int lostFrom(int second) {
        return told(Happening.Failed.class, second, Integer.MAX_VALUE).size();
    }
}
