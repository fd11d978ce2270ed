package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.World;

/**
 * Shows the very decision that explains an answer, or the loss that came of it, picked out so that its counters are read beside
 * it; then the way back.
 */
final class ReplayButton extends Button {
    private final BooleanBinding seen = sceneProperty().isNotNull();
    private final Show show;
    private final long request;
    private boolean played;

    ReplayButton(Show show, long request) {
        this.show = show;
        this.request = request;
        this.played = show.world().kind() == World.Kind.LIVE;
        setId("replay");
        getStyleClass().add("do-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            if (there()) {
                back();
            } else {
                telling().ifPresentOrElse(this::go, () -> show.refuse(text("replay.gone")));
            }
        });
        show.atNowProperty().when(seen).subscribe(_ -> name());
        show.selectionProperty().when(seen).subscribe(_ -> name());
        name();
    }

    /* Where it was lost; else where it was decided. */
    private Optional<Event> telling() {
        var story = show.world().timeline().ofRequest(request);
        return first(story, e -> e instanceof Happening.Failed)
                .or(() -> first(story, e -> e instanceof Happening.Routed || e instanceof Happening.Refused));
    }

    private static Optional<Event> first(List<Event> story, Predicate<Happening> wanted) {
        return story.stream().filter(e -> wanted.test(e.what())).findFirst();
    }

    private void go(Event event) {
        played = show.playingProperty().get();
        show.playingProperty().set(false);
        show.selectionProperty().set(new Selection.OfRequest(request));
        show.seek(event.nanos(), event.sequence() + 1);
        name();
    }

    private void back() {
        show.playingProperty().set(played);
        show.toNow();
        show.selectionProperty().set(Selection.NOTHING);
        name();
    }

    /* Whoever went elsewhere by another way is not there any more. */
    private boolean there() {
        return !show.atNowProperty().get() && show.selectionProperty().get().equals(new Selection.OfRequest(request));
    }

    private void name() {
        boolean there = there();
        setText(text(there ? "replay.back" : "replay.show"));
        setAccessibleText(text(there ? "replay.back" : "replay.show.spoken", request));
    }
}
