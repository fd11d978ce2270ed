package ringside.lesson;

import ringside.config.BadInput;
import ringside.world.Scenario;
import ringside.world.WorldFactory;

/** Asks cards, answers them right and wrong, and recomputes what they say. */
public final class CardCheck {
    private final CheckLog log;

    /** A check of cards that writes down what it finds. */
    CardCheck(CheckLog log) {
        this.log = log;
    }

    /** Asks the cards of a file of their own. */
    public static LessonReport check(Deck deck, WorldFactory worlds) {
        var log = new CheckLog();
        var check = new CardCheck(log);
        deck.items().forEach(i -> check.check(i.card(), deck.scenario(), worlds));
        return new LessonReport(0, 0, 0, 0, deck.items().size(), log.lines(), log.failures());
    }

    void check(Block.Card card, Scenario begins, WorldFactory worlds) {
        try (var run = CardRun.open(card, begins, worlds)) {
            ask(card, run);
        } catch (BadInput e) {
            log.wrong(e.place().orElse(card.at()), "card " + card.id() + ": " + e.what());
        }
    }

    private void ask(Block.Card card, CardRun run) {
        var front = run.fill(card.front());
        if (!run.reveal()) {
            log.wrong(card.at(), "card " + card.id() + ": its answer never comes");
            return;
        }
        var trial = card.question().map(q -> new AnswerTrial(q, run.options(), run.facts()));
        var answer = trial.map(t -> " [" + t.answer() + "] ").orElse(" ");
        trial.flatMap(AnswerTrial::problem)
                .ifPresentOrElse(
                        problem -> log.wrong(problem.at(), "card " + card.id() + ": " + problem.what()),
                        () -> log.right(
                                card.at(), "card " + card.id() + ": " + front + answer + run.fill(card.back())));
    }
}
