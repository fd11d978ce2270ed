package ringside.lesson.workshop;

import java.util.List;

/** What came of one goal. */
public sealed interface Verdict {
    /** What was to be reached. */
    Goal goal();

    /** What was asked and answered, in order. */
    List<Exchange> seen();

    /** It was reached. */
    record Met(Goal goal, List<Exchange> seen) implements Verdict {
        public Met {
            seen = List.copyOf(seen);
        }
    }

    /** It was not. */
    record Missed(Goal goal, List<Exchange> seen, Miss why) implements Verdict {
        public Missed {
            seen = List.copyOf(seen);
        }
    }
}
