package ringside.lesson.review;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.lesson.review.Schedule.Phase;

/**
 * The cards of a learner: which are to be asked, and what becomes of them.
 *
 * <p>It asks first what was learnt minutes ago, then what is due, then what is new, as far as the day's limit goes. Due
 * cards are mixed, so that alike ones do not follow each other; the mix is the same all day.
 */
public final class Study {
    private final Box box;
    private final List<String> admitted;
    private final Plan plan;
    private final Scheduler scheduler;
    private final Deque<Undone> done = new ArrayDeque<>();

    /** What a card was before its last grade. */
    private record Undone(String card, Optional<Entry> before) {}

    /** The cards that may be asked, in the order in which new ones come. */
    public Study(Box box, List<String> admitted, Plan plan, Days days) {
        this.box = box;
        this.admitted = List.copyOf(admitted);
        this.plan = plan;
        this.scheduler = new Scheduler(Fsrs.usual(), plan.retention(), days);
    }

    /** The cards to be asked now, in order. */
    public List<String> queue(Instant now) {
        var entries = box.entries();
        var cards = new ArrayList<String>();
        asked(entries, now).filter(c -> minutes(entries.get(c))).forEach(cards::add);
        var day = scheduler.days().of(now);
        asked(entries, now)
                .filter(c -> !minutes(entries.get(c)))
                .sorted(Comparator.comparingInt((String c) -> (c + day).hashCode())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(cards::add);
        cards.addAll(fresh(now));
        return cards;
    }

    private java.util.stream.Stream<String> asked(Map<String, Entry> entries, Instant now) {
        return admitted.stream()
                .filter(c -> begun(entries, c))
                .filter(c -> !entries.get(c).isOut(now)
                        && entries.get(c).schedule().isDue(now))
                .sorted(Comparator.comparing(c -> entries.get(c).schedule().due()));
    }

    private static boolean begun(Map<String, Entry> entries, String card) {
        return entries.containsKey(card) && !entries.get(card).schedule().isNew();
    }

    private static boolean minutes(Entry entry) {
        return entry.schedule().phase() != Phase.REVIEW;
    }

    /** The new cards that the day still has room for. */
    private List<String> fresh(Instant now) {
        return unseen(now).stream().limit(room(now)).toList();
    }

    private List<String> unseen(Instant now) {
        var entries = box.entries();
        return admitted.stream()
                .filter(c -> !begun(entries, c))
                .filter(c -> !entries.containsKey(c) || !entries.get(c).isOut(now))
                .toList();
    }

    private long room(Instant now) {
        var today = scheduler.days().of(now);
        long begun = box.entries().values().stream()
                .flatMap(e -> e.schedule().begun().stream())
                .filter(b -> scheduler.days().of(b).equals(today))
                .count();
        return Math.max(0, plan.freshADay() - begun);
    }

    /** Cards that would be asked next though nothing is due: new ones beyond the limit, then those that are due soonest. */
    public List<String> ahead(Instant now, int most) {
        var entries = box.entries();
        var later = admitted.stream()
                .filter(c -> begun(entries, c) && !entries.get(c).isOut(now))
                .sorted(Comparator.comparing(c -> entries.get(c).schedule().due()))
                .toList();
        var cards = new ArrayList<>(unseen(now));
        cards.addAll(later);
        return cards.stream().limit(most).toList();
    }

    /** When something is due next, if anything ever is; new cards that the day has no room for come tomorrow. */
    public Optional<Instant> next(Instant now) {
        var entries = box.entries();
        var due = admitted.stream()
                .filter(c -> begun(entries, c) && !entries.get(c).suspended())
                .map(c -> later(
                        entries.get(c).schedule().due(), entries.get(c).buried()))
                .filter(d -> d.isAfter(now))
                .min(Comparator.naturalOrder());
        var tomorrow = scheduler.days().begin(scheduler.days().of(now).plusDays(1));
        boolean more = plan.freshADay() > 0 && unseen(now).size() > fresh(now).size();
        return more && due.filter(d -> d.isBefore(tomorrow)).isEmpty() ? Optional.of(tomorrow) : due;
    }

    private static Instant later(Instant due, Optional<Instant> buried) {
        return buried.filter(b -> b.isAfter(due)).orElse(due);
    }

    /** Where a card stands. */
    public Entry entry(String card, Instant now) {
        return Optional.ofNullable(box.entries().get(card)).orElseGet(() -> Entry.fresh(now));
    }

    /** Where a card would stand after each grade. */
    public Map<Grade, Schedule> choices(String card, Instant now) {
        return scheduler.choices(entry(card, now).schedule(), now);
    }

    /** Grades a card. */
    public void grade(String card, Grade grade, Instant now) {
        done.push(new Undone(card, Optional.ofNullable(box.entries().get(card))));
        var entry = entry(card, now);
        box.keep(card, entry.at(scheduler.next(entry.schedule(), grade, now)));
    }

    /** Takes the last grade back: the card it was for, if there was one. */
    public Optional<String> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        var last = done.pop();
        last.before().ifPresentOrElse(e -> box.keep(last.card(), e), () -> box.forget(last.card()));
        return Optional.of(last.card());
    }

    /** Whether there is a grade to take back. */
    public boolean canUndo() {
        return !done.isEmpty();
    }

    /** Leaves a card out until tomorrow. */
    public void bury(String card, Instant now) {
        var days = scheduler.days();
        box.keep(card, entry(card, now).buried(days.begin(days.of(now).plusDays(1))));
    }

    /** Leaves a card out, or asks it again. */
    public void suspend(String card, boolean out, Instant now) {
        box.keep(card, entry(card, now).suspended(out));
    }

    /** Makes a card new again. */
    public void reset(String card) {
        box.forget(card);
    }
}
