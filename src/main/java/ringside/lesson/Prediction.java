package ringside.lesson;

import java.util.Optional;

/**
 * What a learner predicted.
 *
 * @param given as it was typed or chosen
 * @param because the learner's own reason; empty when none was given
 * @param verdict what came of it, once the answer is known
 */
public record Prediction(String given, String because, Optional<Verdict> verdict) {
    /**
     * What came of a prediction.
     *
     * @param right whether it was right, within the tolerance
     * @param answer what is right, as a reader sees it
     * @param explanation why, with the counters that made it so
     */
    public record Verdict(boolean right, String answer, String explanation) {}

    Prediction because(String reason) {
        return new Prediction(given, reason, verdict);
    }

    Prediction judged(Verdict known) {
        return new Prediction(given, because, Optional.of(known));
    }
}
