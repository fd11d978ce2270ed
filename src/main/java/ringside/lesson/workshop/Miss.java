package ringside.lesson.workshop;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Why a goal was missed. */
public sealed interface Miss {
    /** A request was not answered by a server: nobody answered, or the proxy did with an error. */
    record Unanswered(Exchange at) implements Miss {}

    /** The same server answered again when it was another's turn. */
    record Repeated(Exchange at, List<Integer> turn) implements Miss {}

    /** A server answered that should not have. */
    record Stranger(Exchange at, List<Integer> expected) implements Miss {}

    /** Shares were not in proportion: how many requests each server answered, and how many it should have. */
    record Uneven(Map<Integer, Integer> counted, Map<Integer, Integer> wanted) implements Miss {}

    /** A server that was started again got nothing in this time. */
    record Forgotten(int server, Duration waited, Exchange last) implements Miss {}

    /** A server was to be stopped, or started, and nobody did it. */
    record NotDone(int server, boolean stop) implements Miss {}
}
