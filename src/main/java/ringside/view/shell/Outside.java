package ringside.view.shell;

import java.util.Optional;
import ringside.lesson.Lessons;
import ringside.world.Scenario;

/** What the window needs of the rest of the program and of the desktop. */
public interface Outside {
    /**
     * A scenario that the user opened.
     *
     * @param name its file's name
     * @param scenario what it says
     */
    record Opened(String name, Scenario scenario) {}

    /** The lessons in the order they are taught; may take a while. */
    Lessons lessons();

    /** Asks for a scenario file and reads it. @throws ringside.config.BadInput when it is none, saying where and why */
    Optional<Opened> askForScenario();

    /** Opens a link in the user's browser. */
    void browse(String link);
}
