package ringside.app;

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
import ringside.world.Deed;
import ringside.world.Scenario;
import ringside.world.Tape;

/** What is done in a simulation, as lines such as {@code 20s drain B}. */
final class Script {
    private record Line(Place place, long nanos, String command) {}

    private Script() {}

    /**
     * The story that begins so and goes on for so long while these lines are carried out.
     *
     * @param option what the lines were given with, for messages
     * @throws BadInput when a line is none, or makes no sense where it is
     */
    static Tape tape(Scenario begins, long nanos, String option, List<String> lines) {
        var read = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            read.add(line(new Place(option, i + 1, 1), lines.get(i), nanos));
        }
        read.sort(Comparator.comparingLong(Line::nanos));
        var deeds = new ArrayList<Deed>();
        var now = begins;
        for (var line : read) {
            var command = command(now, line.place(), line.command());
            now = after(now, line.place(), command);
            deeds.add(new Deed(line.nanos(), command));
        }
        return new Tape(begins, deeds, nanos);
    }

    /** A scenario after a command of which all but its verb is given with an option. @throws BadInput when it is none */
    static Scenario after(Scenario now, String option, String verb, String words) {
        var place = new Place(option, 1, -verb.length());
        return after(now, place, command(now, place, verb + " " + words));
    }

    private static Line line(Place place, String text, long most) {
        var words = text.split("\\s+", 2);
        try {
            long nanos = Units.duration(words[0]).toNanos();
            if (nanos <= most && words.length == 2) {
                int before = text.length() - words[1].length();
                return new Line(new Place(place.file(), place.line(), 1 + before), nanos, words[1]);
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(place, e.getMessage() + "; a line is like 20s drain B");
        }
        throw new BadInput(
                place,
                words.length < 2
                        ? Printable.brief(text) + " says nothing to do; write a line such as 20s drain B"
                        : words[0] + " is after the end; --for says how long it goes on");
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
