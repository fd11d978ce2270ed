package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
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
        var asked = ask(card, begins, worlds);
        var told = (asked.right() ? "ok    " : "WRONG ") + file + ":"
                + card.at().line() + ": card " + card.id() + ": " + asked.what();
        lines.add(told);
        if (!asked.right()) {
            failures.add(told);
        }
    }

    /** What came of asking a card. */
    private record Asked(boolean right, String what) {}

    private static Asked ask(Block.Card card, Scenario begins, WorldFactory worlds) {
        try (var run = CardRun.open(card, begins, worlds)) {
            var front = run.fill(card.front());
            if (!run.reveal()) {
                return new Asked(false, "its answer never comes");
            }
            var trial = card.question().map(q -> new AnswerTrial(q, run.options(), run.facts()));
            var answer = trial.map(t -> " [" + t.answer() + "] ").orElse(" ");
            return trial.flatMap(AnswerTrial::problem)
                    .map(problem -> new Asked(false, problem))
                    .orElseGet(() -> new Asked(true, front + answer + run.fill(card.back())));
        } catch (BadInput e) {
            return new Asked(false, String.valueOf(e.getMessage()));
        }
    }
}
