package ringside.lesson.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Two learners' progress, or one learner's from two places, as one. */
final class Merge {
    private Merge() {}

    static Progress of(Progress one, Progress other) {
        return new Progress(
                both(one.lessons(), other.lessons(), Merge::lesson, Progress.MOST_LESSONS),
                both(one.reviews(), other.reviews(), Merge::reviews, Progress.MOST_CARDS),
                both(
                        one.cards(),
                        other.cards(),
                        (a, b) -> a.madeMillis() >= b.madeMillis() ? a : b,
                        Progress.MOST_CARDS),
                both(one.out(), other.out(), Math::max, Progress.MOST_CARDS));
    }

    private static <V> Map<String, V> both(
            Map<String, V> one, Map<String, V> other, BinaryOperator<V> merged, int most) {
        var all = new TreeMap<>(one);
        other.forEach((id, value) -> {
            if (all.size() < most || all.containsKey(id)) {
                all.merge(id, value, merged);
            }
        });
        return all;
    }

    private static LessonNotes lesson(LessonNotes one, LessonNotes other) {
        var later = one.lastMillis() >= other.lastMillis() ? one : other;
        var answers = Stream.concat(one.answers().stream(), other.answers().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Answer::millis))
                .toList();
        return new LessonNotes(
                later.reached(),
                one.done() || other.done(),
                later.begunMillis(),
                later.lastMillis(),
                Math.max(one.spentMillis(), other.spentMillis()),
                answers,
                later.bookmark());
    }

    private static List<Review> reviews(List<Review> one, List<Review> other) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .sorted(Comparator.comparingLong(Review::millis))
                .toList();
    }
}
