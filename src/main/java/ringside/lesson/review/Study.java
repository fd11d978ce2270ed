package ringside.lesson.review;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;
import ringside.lesson.progress.Review;
import ringside.lesson.review.Schedule.Phase;

/**
 * The cards of a learner: which are to be asked, and what becomes of them.
 *
 * <p>It asks first what was learnt minutes ago, then what is due, then what is new, as far as the day's limit goes. Due
 * cards are mixed, so that alike ones do not follow each other; the mix is the same all day.
 */
public final class Study {
    private static final Comparator<Card> SOONEST =
            Comparator.comparing(c -> c.entry().due());

    private final Notebook notebook;
    private final List<String> admitted;
    private final Plan plan;
    private final Scheduler scheduler;
    private final Deque<String> graded = new ArrayDeque<>();

    /** A card by its name, and where it stands. */
    private record Card(String name, Entry entry) {}

    /** The cards that may be asked, in the order in which new ones come. */
    public Study(Notebook notebook, List<String> admitted, Plan plan, Days days) {
        this.notebook = notebook;
        this.admitted = List.copyOf(admitted);
        this.plan = plan;
        this.scheduler = new Scheduler(Fsrs.usual(), plan.retention(), days);
    }

    /** Where a card stands: what it was answered tells it. */
    public Entry entry(String card, Instant now) {
        var progress = notebook.progress();
        var schedule = Schedule.fresh(now);
        for (var review : progress.reviews(card)) {
            schedule = scheduler.next(schedule, Grade.of(review.grade()), Instant.ofEpochMilli(review.millis()));
        }
        return new Entry(schedule, Optional.ofNullable(progress.out().get(card)).map(Study::instant));
    }

    private static Instant instant(long millis) {
        return millis >= Progress.FOR_GOOD ? Instant.MAX : Instant.ofEpochMilli(millis);
    }

    private Stream<Card> all(Instant now) {
        return admitted.stream().map(c -> new Card(c, entry(c, now)));
    }

    private Stream<Card> asked(Instant now) {
        return all(now).filter(c -> !c.entry().schedule().isNew() && !c.entry().isOut(now))
                .sorted(SOONEST);
    }

    /** The cards to be asked now, in order. */
    public List<String> queue(Instant now) {
        var due = asked(now).filter(c -> !c.entry().due().isAfter(now)).toList();
        var cards = new ArrayList<>(due.stream().filter(Study::minutes).toList());
        var day = scheduler.days().of(now);
        due.stream()
                .filter(c -> !minutes(c))
                .sorted(Comparator.comparingInt(c -> scattered(c.name() + day)))
                .forEach(cards::add);
        return Stream.concat(cards.stream(), unseen(now).stream().limit(room(now)))
                .map(Card::name)
                .toList();
    }

    private static boolean minutes(Card card) {
        return card.entry().schedule().phase() != Phase.REVIEW;
    }

    /* Multiplied by an odd number, so that names that differ in their ends alone lie far apart. */
    private static int scattered(String text) {
        return text.hashCode() * 0x9E3779B1;
    }

    private List<Card> unseen(Instant now) {
        return all(now).filter(c -> c.entry().schedule().isNew() && !c.entry().isOut(now))
                .toList();
    }

    /** How many cards may still be new today. */
    private long room(Instant now) {
        var today = scheduler.days().of(now);
        long begun = notebook.progress().reviews().values().stream()
                .filter(all -> !all.isEmpty())
                .map(all -> Instant.ofEpochMilli(all.getFirst().millis()))
                .filter(b -> scheduler.days().of(b).equals(today))
                .count();
        return Math.max(0, plan.freshADay() - begun);
    }

    /** Cards to go on with though nothing is due: new ones beyond the day's limit, then those that are due soonest. */
    public List<String> ahead(Instant now, int most) {
        return Stream.concat(unseen(now).stream(), asked(now))
                .limit(most)
                .map(Card::name)
                .toList();
    }

    /** When something is to be asked next, if anything ever is; new cards that the day has no room for come tomorrow. */
    public Optional<Instant> next(Instant now) {
        var due = all(now).filter(
                        c -> !c.entry().schedule().isNew() && !c.entry().isSuspended())
                .map(c -> c.entry().due())
                .filter(d -> d.isAfter(now))
                .min(Comparator.naturalOrder());
        var tomorrow = scheduler.days().begin(scheduler.days().of(now).plusDays(1));
        boolean more = plan.freshADay() > 0 && unseen(now).size() > room(now);
        return more && due.filter(d -> d.isBefore(tomorrow)).isEmpty() ? Optional.of(tomorrow) : due;
    }

    /** Where a card would stand after each grade. */
    public Map<Grade, Schedule> choices(String card, Instant now) {
        return scheduler.choices(entry(card, now).schedule(), now);
    }

    /** Grades a card. */
    public void grade(String card, Grade grade, Instant now) {
        graded.push(card);
        notebook.change(p -> p.reviewed(card, new Review(now.toEpochMilli(), grade.number())));
    }

    /** Takes the last grade back: the card it was for, if there was one. */
    public Optional<String> undo() {
        if (graded.isEmpty()) {
            return Optional.empty();
        }
        var card = graded.pop();
        notebook.change(p -> p.withoutLastReview(card));
        return Optional.of(card);
    }

    /** Whether there is a grade to take back. */
    public boolean canUndo() {
        return !graded.isEmpty();
    }

    /** Leaves a card out until tomorrow. */
    public void bury(String card, Instant now) {
        var days = scheduler.days();
        long tomorrow = days.begin(days.of(now).plusDays(1)).toEpochMilli();
        notebook.change(p -> p.out(card, tomorrow));
    }

    /** Leaves a card out until it is wanted again, or wants it again. */
    public void suspend(String card, boolean out) {
        notebook.change(p -> p.out(card, out ? Progress.FOR_GOOD : 0));
    }

    /** Makes a card new again. */
    public void reset(String card) {
        notebook.change(p -> p.withoutReviews(card));
    }

    /** The probability that a card is known now, 0 to 1; 0 when it was never answered. */
    public double known(String card, Instant now) {
        var schedule = entry(card, now).schedule();
        return schedule.memory()
                .map(m -> Fsrs.usual().remembered(m, (double)
                        scheduler.days().between(schedule.last().orElseThrow(), now)))
                .orElse(0.0);
    }
}
