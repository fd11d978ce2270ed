package ringside.lesson;

import java.util.Optional;

/** Where a lesson is told in words and answered in words. */
public interface Desk {
    /** Says something: one line, or several. */
    void say(String text);

    /** Asks for a line; empty when nobody will answer any more. */
    Optional<String> ask(String prompt);
}
