package ringside.lesson.review;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.lesson.review.Schedule.Phase;

/**
 * When cards are asked again.
 *
 * @param fsrs how memories fade
 * @param retention the share of cards that shall still be known when they are asked, 0.70 to 0.97
 * @param days the learner's days
 */
public record Scheduler(Fsrs fsrs, double retention, Days days) {
    /*
     * Steps of minutes before days begin: 1 and 10 after a card was first seen, 10 after it was forgotten. "Hard" on the
     * first step waits for the middle of the first two, or half as long again when there is only one. These are the
     * usual steps of the schedulers that came with FSRS. Intervals are not spread by chance: the same answers give the
     * same days.
     */
    private static final List<Duration> LEARNING = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final List<Duration> RELEARNING = List.of(Duration.ofMinutes(10));
    private static final long LONGEST_DAYS = 36_500;

    /** The least share of cards that may be aimed at. */
    public static final double LEAST_RETENTION = 0.70;

    /** The greatest share of cards that may be aimed at. */
    public static final double MOST_RETENTION = 0.97;

    /** The share that is aimed at when nobody says otherwise. */
    public static final double USUAL_RETENTION = 0.90;

    public Scheduler {
        if (!(retention >= LEAST_RETENTION && retention <= MOST_RETENTION)) {
            throw new IllegalArgumentException("the share to be remembered is 0.70 to 0.97, not " + retention);
        }
    }

    /** Where a card stands after an answer. */
    public Schedule next(Schedule card, Grade grade, Instant now) {
        var memory = card.memory()
                .map(m -> fsrs.next(m, grade, days.between(card.last().orElseThrow(), now)))
                .orElseGet(() -> fsrs.first(grade));
        boolean lapsed = card.phase() == Phase.REVIEW && grade == Grade.AGAIN;
        var moved = moved(card, grade);
        var due = moved.pause()
                .map(now::plus)
                .orElseGet(() -> days.begin(days.of(now).plusDays(interval(memory))));
        return new Schedule(
                moved.phase(),
                moved.step(),
                Optional.of(memory),
                due,
                card.begun().or(() -> Optional.of(now)),
                Optional.of(now),
                card.reviews() + 1,
                card.lapses() + (lapsed ? 1 : 0));
    }

    /** Where a card would stand after each of the answers. */
    public Map<Grade, Schedule> choices(Schedule card, Instant now) {
        var choices = new EnumMap<Grade, Schedule>(Grade.class);
        for (var grade : Grade.values()) {
            choices.put(grade, next(card, grade, now));
        }
        return choices;
    }

    /** The whole days until a memory has faded to what is aimed at, 1 to 36500. */
    public long interval(MemoryState memory) {
        return Math.clamp(Math.round(fsrs.days(memory, retention)), 1, LONGEST_DAYS);
    }

    /** The phase and step after an answer, and the minutes to wait; none when days are waited for. */
    private record Moved(Phase phase, int step, Optional<Duration> pause) {
        private static final Moved ON = new Moved(Phase.REVIEW, 0, Optional.empty());
    }

    private static Moved moved(Schedule card, Grade grade) {
        return switch (card.phase()) {
            case REVIEW ->
                grade == Grade.AGAIN ? new Moved(Phase.RELEARNING, 0, Optional.of(RELEARNING.getFirst())) : Moved.ON;
            case LEARNING -> moved(card, grade, LEARNING);
            case RELEARNING -> moved(card, grade, RELEARNING);
        };
    }

    private static Moved moved(Schedule card, Grade grade, List<Duration> steps) {
        int step = Math.min(card.step(), steps.size() - 1);
        return switch (grade) {
            case AGAIN -> new Moved(card.phase(), 0, Optional.of(steps.getFirst()));
            case HARD -> new Moved(card.phase(), step, Optional.of(hard(steps, step)));
            case GOOD ->
                step + 1 == steps.size()
                        ? Moved.ON
                        : new Moved(card.phase(), step + 1, Optional.of(steps.get(step + 1)));
            case EASY -> Moved.ON;
        };
    }

    private static Duration hard(List<Duration> steps, int step) {
        if (step > 0) {
            return steps.get(step);
        }
        return steps.size() == 1
                ? steps.getFirst().multipliedBy(3).dividedBy(2)
                : steps.getFirst().plus(steps.get(1)).dividedBy(2);
    }
}
