package ringside.lesson.workshop;

import java.util.List;
import java.util.Optional;
import ringside.config.Place;

/** What came of running a configuration. */
public sealed interface Report {
    /**
     * It did not run: the reader, or the program, would not take it.
     *
     * @param why what is wrong with it
     * @param place where, if that is known
     */
    record NotRun(String why, Optional<Place> place) implements Report {}

    /**
     * It ran, and was graded.
     *
     * @param where the URL at which it took requests
     * @param verdicts one for each goal, in order, up to the first that was missed
     * @param foreseen why a goal was missed, as far as the lesson's author foresaw it
     * @param notes what of it is played otherwise here, each in one sentence
     */
    record Graded(String where, List<Verdict> verdicts, List<String> foreseen, List<String> notes) implements Report {
        public Graded {
            verdicts = List.copyOf(verdicts);
            foreseen = List.copyOf(foreseen);
            notes = List.copyOf(notes);
        }
    }

    /** Whether every goal was reached. */
    default boolean good() {
        return this instanceof Graded graded && graded.verdicts().stream().allMatch(Verdict.Met.class::isInstance);
    }

    /** The word of the goal that was missed, or {@code read}; empty when all were reached. */
    default String missed() {
        return switch (this) {
            case NotRun _ -> Workshop.Wrong.READ;
            case Graded graded ->
                graded.verdicts().stream()
                        .filter(Verdict.Missed.class::isInstance)
                        .map(verdict -> verdict.goal().word())
                        .findFirst()
                        .orElse("");
        };
    }
}
