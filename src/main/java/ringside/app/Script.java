package ringside.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.config.Reach;
import ringside.config.Units;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Tape;

/** What is done in a simulation, as lines such as {@code 20s drain B}. */
final class Script {
    private record Line(Place place, long nanos, String command) {}

    private Script() {}

    /**
     * A story in which these lines are carried out too, each after all that was done by then.
     *
     * @param option what the lines were given with, for messages
     * @throws BadInput when a line is none, or makes no sense where it is
     */
    static Tape tape(Tape story, String option, List<String> lines) {
        var read = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            read.add(line(new Place(option, i + 1, 1), lines.get(i), story));
        }
        read.sort(Comparator.comparingLong(Line::nanos));
        var tape = story;
        for (var line : read) {
            var now = tape.scenarioAt(line.nanos());
            var command = command(now, line.place(), line.command());
            after(now, line.place(), command);
            tape = tape.also(line.nanos(), command);
        }
        return tape;
    }

    /** A scenario after a command of which all but its verb is given with an option. @throws BadInput when it is none */
    static Scenario after(Scenario now, String option, String verb, String words) {
        var place = new Place(option, 1, -verb.length());
        return after(now, place, command(now, place, verb + " " + words));
    }

    private static Line line(Place place, String text, Tape story) {
        var words = text.split("\\s+", 2);
        long nanos = nanos(place, words[0]);
        if (words.length < 2) {
            throw new BadInput(place, Printable.brief(text) + " says nothing to do; write a line such as 20s drain B");
        }
        if (nanos > story.nanos()) {
            throw new BadInput(
                    place,
                    words[0] + " is after the end at " + Units.of(Duration.ofNanos(story.nanos()))
                            + "; --for says how long it goes on");
        }
        if (nanos < story.fromNanos()) {
            throw new BadInput(
                    place,
                    words[0] + " is before this run begins, at " + Units.of(Duration.ofNanos(story.fromNanos())));
        }
        int before = text.length() - words[1].length();
        return new Line(new Place(place.file(), place.line(), 1 + before), nanos, words[1]);
    }

    private static long nanos(Place place, String time) {
        try {
            return Units.duration(time).toNanos();
        } catch (IllegalArgumentException e) {
            throw new BadInput(place, e.getMessage() + "; a line is like 20s drain B");
        }
    }

    private static Command command(Scenario now, Place place, String words) {
        return CommandWords.read(place, words, Reach.ANYWHERE).in(now, _ -> Optional.empty());
    }

    private static Scenario after(Scenario now, Place place, Command command) {
        try {
            var after = command.on(now);
            after.tryOut();
            return after;
        } catch (IllegalArgumentException e) {
            throw new BadInput(place, String.valueOf(e.getMessage()));
        }
    }
}
