package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Show;
import ringside.view.parts.Controls;

/** The place where cards are asked: what is left above, and below a card, a rest, or the list of all cards. */
public final class ReviewPane extends BorderPane {
    private final Reviewing reviewing;
    private final Function<Show, Region> stages;
    private final Outlets outlets;
    private final Label left = Controls.label("", "muted");
    private final Button undo;
    private final Button bury;
    private final Button suspend;
    private final Button list;
    private Optional<CardPane> card = Optional.empty();
    private Optional<Asked> shown = Optional.empty();

    /** What leads out of here. */
    public interface Outlets {
        /** Asks what is planned of reviews. */
        void plan();

        /** Asks where, and writes cards as text that Anki reads. */
        void exportCards();

        /** Asks for such a file, and takes its cards. */
        void importCards();
    }

    /** A session; {@code stages} makes the stage of a show. */
    public ReviewPane(Reviewing reviewing, Function<Show, Region> stages, Outlets outlets) {
        this.reviewing = reviewing;
        this.stages = stages;
        this.outlets = outlets;
        getStyleClass().add("page");
        setId("review");
        setPadding(new Insets(12, 16, 16, 16));
        left.setId("review-left");
        undo = Controls.icon(Feather.CORNER_UP_LEFT, "review.undo", reviewing::undo);
        undo.setId("review-undo");
        bury = Controls.icon(Feather.MOON, "review.bury", reviewing::bury);
        bury.setId("review-bury-this");
        suspend = Controls.icon(Feather.SLASH, "review.suspend", reviewing::suspend);
        suspend.setId("review-suspend-this");
        list = Controls.button(text("review.all"), "quiet-button", reviewing::toggleList);
        list.setId("review-all");
        var plan = Controls.button(text("review.plan"), "quiet-button", outlets::plan);
        plan.setId("review-plan");
        var top = new HBox(
                8, Controls.section(text("review.title")), left, Controls.spring(), undo, bury, suspend, list, plan);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(0, 0, 10, 0));
        setTop(top);
        reviewing.standProperty().subscribe(this::follow);
        reviewing
                .problemProperty()
                .subscribe(why -> card.ifPresent(c -> c.answer().problem(why)));
        reviewing.givenProperty().subscribe(id -> card.ifPresent(c -> c.answer().given(id)));
    }

    private void follow(Reviewing.Stand stand) {
        switch (stand) {
            case Reviewing.Stand.Asking(var asked) -> {
                card = Optional.of(new CardPane(reviewing, asked, stages));
                shown = Optional.of(asked);
                setCenter(centred(card.get()));
            }
            case Reviewing.Stand.Answered answered ->
                card.filter(_ -> shown.filter(answered.card()::equals).isPresent())
                        .ifPresent(pane -> pane.answered(answered));
            case Reviewing.Stand.Resting() -> setCenter(new RestPane(reviewing));
            case Reviewing.Stand.Listing() -> setCenter(new CardList(reviewing, files()));
        }
        boolean asks = reviewing.card().isPresent();
        Controls.show(bury, asks);
        Controls.show(suspend, asks);
        Controls.show(undo, reviewing.canUndo());
        left.setText(asks ? text("review.left", reviewing.left()) : "");
        list.setText(text(stand instanceof Reviewing.Stand.Listing ? "review.back" : "review.all"));
        list.setAccessibleText(list.getText());
    }

    private Node files() {
        var out = Controls.button(text("review.export"), "quiet-button", outlets::exportCards);
        out.setId("review-export");
        var in = Controls.button(text("review.import"), "quiet-button", outlets::importCards);
        in.setId("review-import");
        return new HBox(8, in, out);
    }

    private static Node centred(Region card) {
        var box = new javafx.scene.layout.StackPane(card);
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }
}
