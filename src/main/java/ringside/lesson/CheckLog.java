package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import ringside.config.Place;

/** What a check finds, one line for each thing it looked at. */
final class CheckLog {
    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Something is as it should be. */
    void right(Place at, String what) {
        lines.add("ok    " + at + ": " + what);
    }

    /** Something is not. */
    void wrong(Place at, String what) {
        var told = "WRONG " + at + ": " + what;
        lines.add(told);
        failures.add(told);
    }

    /** All lines, in order. */
    List<String> lines() {
        return lines;
    }

    /** Those of them that tell of something wrong. */
    List<String> failures() {
        return failures;
    }
}
