package ringside.lesson.workshop;

import java.util.Optional;

/** What came back of a request. */
public sealed interface Reply {
    /**
     * An answer.
     *
     * @param status its status
     * @param by what the answer says of the server that gave it, if it says so
     */
    record Answered(int status, Optional<String> by) implements Reply {}

    /** No answer at all: why, such as {@code connection refused}. */
    record Silence(String why) implements Reply {}
}
