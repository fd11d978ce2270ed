package ringside.view.shell;

import static ringside.view.Texts.text;

import ringside.view.review.Cards;
import ringside.view.review.PlanPane;
import ringside.view.review.ReviewPane;

/** What leads out of reviews: the plan lies over the window, and cards go to files and come from them. */
record CardDesk(Cards cards, Archive files, Overlay overlay) implements ReviewPane.Outlets {
    private static final double WIDTH = 440;

    @Override
    public void plan() {
        overlay.show(
                text("review.plan"), WIDTH, new PlanPane(cards.planProperty().get(), cards.planProperty()::set));
    }

    @Override
    public void exportCards() {
        files.exportCards(cards);
    }

    @Override
    public void importCards() {
        files.importCards(cards);
    }
}
