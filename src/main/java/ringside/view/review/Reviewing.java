package ringside.view.review;

import static ringside.view.Texts.text;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ringside.config.BadInput;
import ringside.lesson.Prediction;
import ringside.lesson.review.Grade;
import ringside.lesson.review.Schedule;
import ringside.lesson.review.Study;

/** A session of reviews: one card at a time is asked, answered and graded. FX thread only. */
public final class Reviewing implements AutoCloseable {
    private static final int AHEAD = 10;
    private static final String ROUND = "guess-the-algorithm";

    private final Cards cards;
    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(new Stand.Resting());
    private final StringProperty given = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
    private final Deque<Grade> order = new ArrayDeque<>();
    private final Deque<String> line = new ArrayDeque<>();
    private Study study;

    /** Where a session stands. */
    sealed interface Stand {
        /** A card is asked. */
        record Asking(Asked card) implements Stand {}

        /** A card was answered: what came of it when that could be judged, and what to grade. */
        record Answered(Asked card, Optional<Prediction.Verdict> verdict) implements Stand {}

        /** Nothing is to be asked now. */
        record Resting() implements Stand {}

        /** All cards are listed. */
        record Listing() implements Stand {}
    }

    /** A session that begins with what is due. */
    public Reviewing(Cards cards) {
        this.cards = cards;
        this.study = cards.study();
        next();
    }

    /** The cards. */
    Cards cards() {
        return cards;
    }

    /** Where the session stands. */
    ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /** What was typed, chosen or put in order so far. */
    StringProperty givenProperty() {
        return given;
    }

    /** Why the answer can't be understood. */
    ObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    /** Asks what is due; rests when nothing is. */
    void next() {
        study = cards.study();
        line.clear();
        goOn();
    }

    /** Asks some cards though nothing is due. */
    void ahead() {
        ask(study.ahead(now(), AHEAD));
    }

    /** Asks these cards, one after the other. */
    public void ask(List<String> names) {
        line.clear();
        line.addAll(names);
        goOn();
    }

    /** Some cards of unnamed traces, mixed anew each minute; whether they are due or not. */
    List<String> round(int most) {
        var mixed = new ArrayList<>(cards.names(ROUND));
        Collections.shuffle(mixed, new Random(now().getEpochSecond() / 60));
        return mixed.subList(0, Math.min(most, mixed.size()));
    }

    private void goOn() {
        var name = Optional.ofNullable(line.poll())
                .or(() -> study.queue(now()).stream().findFirst());
        name.ifPresentOrElse(this::ask, () -> become(new Stand.Resting()));
    }

    private void ask(String name) {
        given.set("");
        problem.set(Optional.empty());
        try {
            become(cards.open(name).<Stand>map(Stand.Asking::new).orElseGet(Stand.Resting::new));
        } catch (BadInput | IllegalArgumentException e) {
            become(new Stand.Resting());
            problem.set(Optional.of(text("review.broken", name, String.valueOf(e.getMessage()))));
            study.bury(name, now());
        }
    }

    private void become(Stand next) {
        var before = card();
        stand.set(next);
        before.filter(b -> card().filter(b::equals).isEmpty()).ifPresent(Asked::close);
        cards.count();
    }

    /** The card in hand. */
    Optional<Asked> card() {
        return switch (stand.get()) {
            case Stand.Asking(var card) -> Optional.of(card);
            case Stand.Answered(var card, var _) -> Optional.of(card);
            case Stand.Resting(), Stand.Listing() -> Optional.empty();
        };
    }

    private Instant now() {
        return cards.now();
    }

    /** Answers what was given, or grades as is usual for how it was answered, or asks what is due. */
    public void go() {
        switch (stand.get()) {
            case Stand.Asking(var card) -> answer(card);
            case Stand.Answered answered -> grade(usual(answered));
            case Stand.Resting() -> next();
            case Stand.Listing() -> {}
        }
    }

    /** The grade that suits an answer: good when it was right, again when it was not. */
    static Grade usual(Stand.Answered answered) {
        return answered.verdict().filter(v -> !v.right()).isPresent() ? Grade.AGAIN : Grade.GOOD;
    }

    private void answer(Asked card) {
        var why = card.problem(given.get());
        problem.set(why);
        if (why.isEmpty()) {
            become(new Stand.Answered(card, card.reveal(given.get())));
        }
    }

    /** Chooses the option of a number, or gives the grade of a number, both counted from 1. */
    public void digit(int number) {
        switch (stand.get()) {
            case Stand.Asking(var card)
            when card.question().filter(q -> q.kind().chooses()).isPresent()
                    && number <= card.options().size() ->
                given.set(card.options().get(number - 1).id());
            case Stand.Answered _ when number <= Grade.values().length -> grade(Grade.of(number));
            default -> {}
        }
    }

    /** Grades the card in hand, and goes on. */
    void grade(Grade grade) {
        card().ifPresent(card -> {
            study.grade(card.name(), grade, now());
            grades.merge(grade, 1, Integer::sum);
            order.push(grade);
            goOn();
        });
    }

    /** Takes the last grade back and asks its card again. */
    public void undo() {
        study.undo().ifPresent(name -> {
            Optional.ofNullable(order.poll()).ifPresent(g -> grades.merge(g, -1, Integer::sum));
            ask(name);
        });
    }

    /** Whether there is a grade to take back. */
    boolean canUndo() {
        return study.canUndo();
    }

    /** Leaves the card in hand out until tomorrow, and goes on. */
    public void bury() {
        card().ifPresent(card -> {
            study.bury(card.name(), now());
            goOn();
        });
    }

    /** Leaves the card in hand out for good, and goes on. */
    public void suspend() {
        card().ifPresent(card -> {
            study.suspend(card.name(), true);
            goOn();
        });
    }

    /** Lists all cards, or goes back to what is due. */
    public void toggleList() {
        if (stand.get() instanceof Stand.Listing) {
            next();
        } else {
            become(new Stand.Listing());
        }
    }

    /** Where the card in hand would stand after each grade. */
    Map<Grade, Schedule> choices() {
        return card().map(c -> study.choices(c.name(), now())).orElse(Map.of());
    }

    /** How often each grade was given in this session. */
    Map<Grade, Integer> grades() {
        return grades;
    }

    /** How many cards are still to be asked. */
    int left() {
        return line.isEmpty() ? study.queue(now()).size() : line.size() + 1;
    }

    /** When something is to be asked next. */
    Optional<Instant> nextDue() {
        return study.next(now());
    }

    /** Whether there is anything to go on with though nothing is due. */
    boolean hasAhead() {
        return !study.ahead(now(), 1).isEmpty();
    }

    /** One frame of what is on. */
    public void pulse(long wallNanos) {
        card().ifPresent(c -> c.pulse(wallNanos));
    }

    @Override
    public void close() {
        card().ifPresent(Asked::close);
    }
}
