package ringside.view.transport;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.Texts;
import ringside.view.parts.Controls;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Narrator;
import ringside.world.Plain;
import ringside.world.Stop;

/** What happened, in sentences: the newest beside the transport, the last two hundred in the log. */
final class Narration {
    private static final int LINES = 200;
    private static final int LOOK_BACK = 40;
    private static final long READABLE_NANOS = 700_000_000;
    private static final double TWO_LINES = 34;

    private final Show show;
    private final Narrator narrator = Texts.narrator();
    private final ReadOnlyStringProperty preview;
    private final Label line = Controls.label("", "narration");
    private long changed = System.nanoTime() - READABLE_NANOS;

    Narration(Show show, ReadOnlyStringProperty preview) {
        this.show = show;
        this.preview = preview;
        line.setId("narration");
        line.setWrapText(true);
        line.setMinSize(0, TWO_LINES);
        line.setMaxHeight(TWO_LINES);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        show.worldProperty().subscribe((_, _) -> changed = System.nanoTime() - READABLE_NANOS);
        show.snapshotProperty().subscribe(_ -> follow());
        preview.subscribe(_ -> {
            changed = System.nanoTime() - READABLE_NANOS;
            follow();
        });
    }

    Label line() {
        return line;
    }

    /*
     * While playing, a sentence stays as long as it takes to read; a step says what happened at once. What a gesture
     * would do goes before what happened.
     */
    private void follow() {
        long now = System.nanoTime();
        var stop = show.stopProperty().get();
        if (!preview.get().isEmpty()) {
            line.setText(preview.get());
        } else if (stop.isPresent()) {
            line.setText(tell(stop.get().why()));
        } else if (!show.playingProperty().get() || now - changed >= READABLE_NANOS) {
            changed = now;
            newest().ifPresent(line::setText);
        }
    }

    /** Why the picture stopped, in a sentence. */
    static String tell(Stop.Why why) {
        return switch (why) {
            case Stop.Why.Dropped(long request) -> text("stopped.dropped", Figures.count(request));
            case Stop.Why.Ejected(var server) -> text("stopped.ejected", server.name());
            case Stop.Why.KeyMoved(var key, var from, var to) ->
                text("stopped.moved", Plain.text(key), from.name(), to.name());
            case Stop.Why.P99Passed(long nanos) -> text("stopped.slow", Figures.span(nanos));
        };
    }

    private Optional<String> newest() {
        return events(LOOK_BACK).reversed().stream()
                .filter(Narration::worthTelling)
                .findFirst()
                .map(e -> narrator.tell(e.what()));
    }

    /* A check that sets out, or work that begins, is no news: what came of it is. */
    private static boolean worthTelling(Event event) {
        return switch (event.what()) {
            case Happening.Arrived _,
                    Happening.Matched _,
                    Happening.Connected _,
                    Happening.Started _,
                    Happening.FirstByte _,
                    Happening.Completed _,
                    Happening.Opened _,
                    Happening.Closed _,
                    Happening.ProbeSent _,
                    Happening.ProbePassed _ -> false;
            default -> true;
        };
    }

    /** The last sentences, one a line, oldest first. */
    String log() {
        return events(LINES).stream()
                .map(e -> stamped(e, narrator.tell(e.what())))
                .collect(Collectors.joining("\n"));
    }

    private static String stamped(Event event, String sentence) {
        return Figures.clock(event.nanos()) + "  " + sentence;
    }

    private List<Event> events(int last) {
        long until = show.snapshot().sequence();
        return show.world().timeline().events(Math.max(0, until - last), until);
    }
}
