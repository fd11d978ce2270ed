package ringside.config.run;

import java.util.List;
import ringside.config.Printable;
import ringside.world.Deed;
import ringside.world.Scenario;
import ringside.world.Tape;

/**
 * A story to be told again elsewhere, and the picture of it that was on the stage.
 *
 * @param title what it is called; what can't be shown of it is escaped
 * @param tape the story
 * @param picture what of it was shown, no later than its end
 */
public record Run(String title, Tape tape, Picture picture) {
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
        List<Deed> done =
                tape.deeds().stream().filter(d -> d.nanos() <= picture.nanos()).toList();
        for (var deed : done) {
            scenario = deed.command().on(scenario);
        }
        return scenario;
    }
}
