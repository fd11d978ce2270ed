package ringside.lesson.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of a learner: a value that never changes, every change gives another.
 *
 * @param lessons what was done in each lesson, by its id
 * @param reviews how each card was answered, by the card's id, the oldest first
 * @param cards the learner's own cards, by their ids
 * @param out until when a card is not to be asked, by its id, in milliseconds since 1970; {@link #FOR_GOOD} for good
 */
public record Progress(
        Map<String, LessonNotes> lessons,
        Map<String, List<Review>> reviews,
        Map<String, OwnCard> cards,
        Map<String, Long> out) {
    /** When a card is asked again that was taken out for good: at the end of the year 9999. */
    public static final long FOR_GOOD = 253_402_300_799_999L;

    /** How many lessons can be known. */
    public static final int MOST_LESSONS = 1000;

    /** How many cards can be known. */
    public static final int MOST_CARDS = 5000;

    /** How many reviews of one card are kept; of more, the oldest go. */
    public static final int MOST_REVIEWS = 500;

    /** Nothing yet. */
    public static final Progress NONE = new Progress(Map.of(), Map.of(), Map.of(), Map.of());

    public Progress {
        lessons = sorted(lessons);
        var histories = new TreeMap<String, List<Review>>();
        reviews.forEach((card, all) -> histories.put(card, List.copyOf(last(all, MOST_REVIEWS))));
        reviews = Collections.unmodifiableMap(histories);
        cards = sorted(cards);
        out = sorted(out);
    }

    /** The same without any card that is not to be asked. */
    public Progress(Map<String, LessonNotes> lessons, Map<String, List<Review>> reviews, Map<String, OwnCard> cards) {
        this(lessons, reviews, cards, Map.of());
    }

    private static <V> Map<String, V> sorted(Map<String, V> all) {
        return Collections.unmodifiableMap(new TreeMap<>(all));
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** What was done in a lesson, if it was ever begun. */
    public Optional<LessonNotes> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** How a card was answered, the oldest answer first; empty when it never was. */
    public List<Review> reviews(String card) {
        return reviews.getOrDefault(card, List.of());
    }

    /** The same with what was done in a lesson; one lesson too many changes nothing. */
    public Progress with(String lesson, LessonNotes notes) {
        return new Progress(put(lessons, lesson, notes, MOST_LESSONS), reviews, cards, out);
    }

    /** The same with one more answer to a card; one card too many changes nothing. */
    public Progress reviewed(String card, Review review) {
        var all = new ArrayList<>(reviews(card));
        all.add(review);
        return new Progress(lessons, put(reviews, card, all, MOST_CARDS), cards, without(out, card));
    }

    /** The same without the last answer to a card. */
    public Progress withoutLastReview(String card) {
        var all = reviews(card);
        return all.size() < 2
                ? withoutReviews(card)
                : new Progress(lessons, put(reviews, card, all.subList(0, all.size() - 1), MOST_CARDS), cards, out);
    }

    /** The same as if a card had never been answered nor taken out. */
    public Progress withoutReviews(String card) {
        return new Progress(lessons, without(reviews, card), cards, without(out, card));
    }

    /** The same with a card that is not asked until then, in milliseconds since 1970; at 0 it may be asked. */
    public Progress out(String card, long untilMillis) {
        return new Progress(
                lessons,
                reviews,
                cards,
                untilMillis == 0 ? without(out, card) : put(out, card, untilMillis, MOST_CARDS));
    }

    /** The same with a card of the learner's own, in place of one with the same id; one too many changes nothing. */
    public Progress with(OwnCard card) {
        return with(List.of(card));
    }

    /** The same with several of them. */
    public Progress with(Collection<OwnCard> more) {
        var all = new TreeMap<>(cards);
        for (var card : more) {
            if (all.size() < MOST_CARDS || all.containsKey(card.id())) {
                all.put(card.id(), card);
            }
        }
        return new Progress(lessons, reviews, all, out);
    }

    /** The same without one of the learner's own cards and its reviews. */
    public Progress withoutCard(String id) {
        return new Progress(lessons, without(reviews, id), without(cards, id), without(out, id));
    }

    /** The same as if a lesson had never been begun; cards and how they were answered stay. */
    public Progress withoutLesson(String id) {
        return new Progress(without(lessons, id), reviews, cards, out);
    }

    /** Both together: of each lesson what was done last, every review once, of each card the one made last. */
    public Progress and(Progress other) {
        return Merge.of(this, other);
    }

    private static <V> Map<String, V> put(Map<String, V> before, String id, V value, int most) {
        if (before.size() >= most && !before.containsKey(id)) {
            return before;
        }
        var more = new TreeMap<>(before);
        more.put(id, value);
        return more;
    }

    private static <V> Map<String, V> without(Map<String, V> before, String id) {
        var fewer = new TreeMap<>(before);
        fewer.remove(id);
        return fewer;
    }
}
