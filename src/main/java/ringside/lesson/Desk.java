package ringside.lesson;

import java.util.Optional;
import ringside.lesson.workshop.Workplace;

/** Where a lesson is told in words and answered in words. */
public interface Desk {
    /** Says something: one line, or several. */
    void say(String text);

    /** Where the configurations of workshops are run, if they can be. */
    default Optional<Workplace> workplace() {
        return Optional.empty();
    }

    /** Asks for a line; empty when nobody will answer any more. */
    Optional<String> ask(String prompt);
}
