package ringside.lesson.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was done in one lesson.
 *
 * @param reached the furthest step reached the last time it was taken, counted from 1
 * @param done whether its end was ever reached
 * @param begunMillis when it was last begun from its first step, in milliseconds since 1970
 * @param lastMillis when something was last done in it, in milliseconds since 1970
 * @param spentMillis how long was spent on it, in milliseconds
 * @param answers what was answered, whenever the lesson was taken, the oldest first
 * @param bookmark where to go on; empty at its end
 */
public record LessonNotes(
        int reached,
        boolean done,
        long begunMillis,
        long lastMillis,
        long spentMillis,
        List<Answer> answers,
        Optional<Bookmark> bookmark) {
    /** How many answers of one lesson are kept; of more, the oldest go. */
    public static final int MOST_ANSWERS = 300;

    /** How long a pause may be to count as time spent, in milliseconds; what is longer counts as this. */
    public static final long LONGEST_PAUSE = 5 * 60_000;

    public LessonNotes {
        answers = List.copyOf(answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size()));
    }

    /** A lesson begun at an instant. */
    public static LessonNotes begun(long millis) {
        return new LessonNotes(1, false, millis, millis, 0, List.of(), Optional.empty());
    }

    /** The same, begun once more: what was answered before stays known, and so does that it was done. */
    public LessonNotes again(long millis) {
        return new LessonNotes(1, done, millis, millis, spentMillis, answers, Optional.empty());
    }

    /** The same, gone on with after a while that was not spent on it. */
    public LessonNotes resumed(long millis) {
        return new LessonNotes(reached, done, begunMillis, millis, spentMillis, answers, bookmark);
    }

    /** The same, taken so far by an instant; answers keep the time at which they were first seen. */
    public LessonNotes taken(Bookmark to, boolean finished, long millis) {
        long pause = Math.clamp(millis - lastMillis, 0, LONGEST_PAUSE);
        return new LessonNotes(
                to.reached(),
                done || finished,
                begunMillis,
                Math.max(lastMillis, millis),
                spentMillis + pause,
                with(to.answers(), millis),
                finished ? Optional.empty() : Optional.of(to));
    }

    private List<Answer> with(List<Answer> now, long millis) {
        var all = new ArrayList<Answer>();
        answers.stream().filter(a -> now.stream().noneMatch(n -> same(a, n))).forEach(all::add);
        for (var given : now) {
            var before = answers.stream().filter(a -> same(a, given)).findFirst();
            all.add(given.at(before.map(Answer::millis).orElse(millis)));
        }
        return all;
    }

    private boolean same(Answer before, Answer now) {
        return before.millis() >= begunMillis && before.place().equals(now.place());
    }

    /** The last answer to each question, in the order of the lesson. */
    public List<Answer> latest() {
        var last = new TreeMap<String, Answer>(Answer.PLACES);
        answers.forEach(a -> last.put(a.place(), a));
        return List.copyOf(last.values());
    }
}
