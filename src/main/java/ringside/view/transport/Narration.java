package ringside.view.transport;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Event;

/** What happened, in sentences: the newest beside the transport, the last two hundred in the log. */
final class Narration {
    private static final int LINES = 200;
    private static final int LOOK_BACK = 40;
    private static final long READABLE_NANOS = 700_000_000;

    private final Show show;
    private final Function<Event, Optional<String>> sentences;
    private final Label line = Controls.label("", "narration");
    private long changed = System.nanoTime() - READABLE_NANOS;

    Narration(Show show, Function<Event, Optional<String>> sentences) {
        this.show = show;
        this.sentences = sentences;
        line.setId("narration");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        show.snapshotProperty().subscribe(this::follow);
    }

    Label line() {
        return line;
    }

    /* While playing, a sentence stays as long as it takes to read; a step says what happened at once. */
    private void follow() {
        long now = System.nanoTime();
        if (!show.playingProperty().get() || now - changed >= READABLE_NANOS) {
            changed = now;
            newest().ifPresent(line::setText);
        }
    }

    private Optional<String> newest() {
        return events(LOOK_BACK).reversed().stream()
                .flatMap(e -> sentences.apply(e).stream())
                .findFirst();
    }

    /** The last sentences, one a line, oldest first. */
    String log() {
        return events(LINES).stream()
                .flatMap(e -> sentences.apply(e).map(s -> stamped(e, s)).stream())
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
