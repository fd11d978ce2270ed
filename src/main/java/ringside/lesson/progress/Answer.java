package ringside.lesson.progress;

import java.util.Comparator;
import java.util.Optional;

/**
 * An answer that a learner gave to a question of a lesson.
 *
 * @param place which question: the step's number and the block's within it, such as {@code 3.2}
 * @param question what was asked, as the learner read it
 * @param given the answer as it was typed or chosen
 * @param shown the same as a reader sees it
 * @param because the learner's own reason; empty when none was given
 * @param verdict what came of it, once that is known
 * @param millis when it was given, in milliseconds since 1970
 */
public record Answer(
        String place,
        String question,
        String given,
        String shown,
        String because,
        Optional<Verdict> verdict,
        long millis) {
    /**
     * What came of an answer.
     *
     * @param right whether it was right
     * @param answer what is right, as a reader sees it
     * @param explanation why
     */
    public record Verdict(boolean right, String answer, String explanation) {}

    static final Comparator<String> PLACES = Comparator.<String>comparingInt(p -> part(p, 0))
            .thenComparingInt(p -> part(p, 1))
            .thenComparing(Comparator.naturalOrder());

    private static int part(String place, int which) {
        var parts = place.split("[.]", 3);
        return which < parts.length && parts[which].matches("\\d{1,6}") ? Integer.parseInt(parts[which]) : 0;
    }

    /** The same, given at another time. */
    public Answer at(long other) {
        return new Answer(place, question, given, shown, because, verdict, other);
    }
}
