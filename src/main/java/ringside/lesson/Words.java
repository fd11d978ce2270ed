package ringside.lesson;

import ringside.config.BadInput;
import ringside.config.Place;
import ringside.world.Command;
import ringside.world.Scenario;

/**
 * One command as it is written, such as {@code remove Server-B}.
 *
 * @param at where it stands
 * @param text the words of the command line
 */
public record Words(Place at, String text) {
    /** The command they mean for a world that is set up so. @throws BadInput when they mean nothing there */
    Command on(Scenario scenario) {
        throw new BadInput(at, "there are no commands yet for " + scenario.servers().size() + " servers");
    }

    @Override
    public String toString() {
        return text;
    }
}
