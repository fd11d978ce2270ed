package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.world.Scenario;
import ringside.world.WorldFactory;

/** Asks cards, answers them right and wrong, and recomputes what they say. */
public final class CardCheck {
    private final String file;
    private final List<String> lines;
    private final List<String> failures;

    /** A check of the cards of a file that writes down what it finds. */
    CardCheck(String file, List<String> lines, List<String> failures) {
        this.file = file;
        this.lines = lines;
        this.failures = failures;
    }

    /** Asks the cards of a file of their own. */
    public static LessonReport check(Deck deck, WorldFactory worlds) {
        var lines = new ArrayList<String>();
        var failures = new ArrayList<String>();
        var check = new CardCheck(deck.file(), lines, failures);
        deck.items().forEach(i -> check.check(i.card(), deck.scenario(), worlds));
        return new LessonReport(0, 0, 0, 0, deck.items().size(), lines, failures);
    }

    void check(Block.Card card, Scenario begins, WorldFactory worlds) {
        var problem = problem(card, begins, worlds);
        var told = (problem.isPresent() ? "WRONG " : "ok    ") + file + ":"
                + card.at().line() + ": card " + card.id()
                + problem.map(p -> ": " + p).orElse("");
        lines.add(told);
        problem.ifPresent(_ -> failures.add(told));
    }

    private static Optional<String> problem(Block.Card card, Scenario begins, WorldFactory worlds) {
        try (var run = CardRun.open(card, begins, worlds)) {
            run.fill(card.front());
            if (!run.reveal()) {
                return Optional.of("its answer never comes");
            }
            run.fill(card.back());
            return card.question().flatMap(q -> new AnswerTrial(q, run.options(), run.facts()).problem());
        } catch (BadInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
