package ringside.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of checking lessons.
 *
 * @param lessons how many were played
 * @param steps how many steps that were
 * @param answers how many stored answers were recomputed, each with its usual mistakes
 * @param checks how many claims were recomputed
 * @param cards how many cards were asked
 * @param lines one line for everything that was checked
 * @param failures those of the lines that tell of something wrong
 */
public record LessonReport(
        int lessons, int steps, int answers, int checks, int cards, List<String> lines, List<String> failures) {
    /** Nothing checked yet. */
    public static final LessonReport NOTHING = new LessonReport(0, 0, 0, 0, 0, List.of(), List.of());

    public LessonReport {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
    }

    /** Both together. */
    public LessonReport plus(LessonReport other) {
        return new LessonReport(
                lessons + other.lessons,
                steps + other.steps,
                answers + other.answers,
                checks + other.checks,
                cards + other.cards,
                both(lines, other.lines),
                both(failures, other.failures));
    }

    private static List<String> both(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Whether every lesson keeps what it promises. */
    public boolean good() {
        return failures.isEmpty();
    }

    /** The whole in one line. */
    public String summary() {
        return counted(lessons, "lesson") + ", " + counted(steps, "step") + ", " + counted(answers, "answer") + ", "
                + counted(checks, "claim") + " and " + counted(cards, "card") + " recomputed, "
                + (good() ? "all right" : failures.size() + " wrong");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
