package ringside.config.run;

import ringside.config.Printable;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.World;

/**
 * A story to be told again elsewhere, and the picture of it that was on the stage.
 *
 * @param title what it is called; what can't be shown of it is escaped
 * @param kind in which kind of world it was saved; of a live one, that is its recording
 * @param tape the story
 * @param picture what of it was shown, no later than its end
 */
public record Run(String title, World.Kind kind, Tape tape, Picture picture) {
    static final int LONGEST_TITLE = 200;

    public Run {
        title = Printable.line(title);
        title = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
        if (picture.nanos() > tape.nanos()) {
            throw new IllegalArgumentException("the picture is at " + picture.nanos() + " ns, and the story ends at "
                    + tape.nanos() + " ns; it should be within");
        }
    }

    /** How the world was set up at the instant of the picture. */
    public Scenario shown() {
        var scenario = tape.begins();
        for (var deed : tape.until(picture.nanos()).deeds()) {
            scenario = after(deed.command(), scenario);
        }
        return scenario;
    }

    /* What makes no sense there is refused by a world, and changes nothing. */
    private static Scenario after(Command command, Scenario before) {
        try {
            return command.on(before);
        } catch (IllegalArgumentException _) {
            return before;
        }
    }
}
