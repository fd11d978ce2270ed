package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.CopyLine;
import ringside.view.parts.Tints;
import ringside.world.RequestState;
import ringside.world.Snapshot;

/** The line that asks from a terminal, and the requests that came from there by the number they got back. */
final class OutsideList extends VBox {
    private static final int SHOWN = 6;

    private final Show show;
    private final VBox lines = new VBox(2);
    private final Label none = Controls.paragraph(text("outside.none"), "muted", "small");
    private final CopyLine curl = new CopyLine();
    private final Map<Long, Row> rows = new HashMap<>();

    OutsideList(Show show) {
        super(9);
        this.show = show;
        lines.setId("outside");
        getChildren().add(Controls.section(text("outside.title")));
        if (show.world().entrance().isPresent()) {
            getChildren().add(curl);
        }
        getChildren().addAll(none, lines);
    }

    void follow(Snapshot snapshot) {
        CopyLine.curl(show.world(), "/cart").ifPresent(curl::line);
        var newest = snapshot.outside().reversed().stream().limit(SHOWN).toList();
        rows.keySet().retainAll(newest.stream().map(RequestState::id).toList());
        newest.forEach(request ->
                rows.computeIfAbsent(request.id(), _ -> new Row(request)).follow(request));
        var buttons = newest.stream().map(r -> row(r.id()).button).toList();
        if (!lines.getChildren().equals(buttons)) {
            lines.getChildren().setAll(buttons);
        }
        Controls.show(none, newest.isEmpty());
    }

    private static String words(RequestState request) {
        return request.what().unopened()
                ? text("request.unopened")
                : request.what().path();
    }

    private static String words(RequestState.End end) {
        if (end.status() > 0) {
            return String.valueOf(end.status());
        }
        return text(end.ending() == RequestState.Ending.ANSWERED ? "outside.ended" : "outside.cut");
    }

    private Row row(long request) {
        return Objects.requireNonNull(rows.get(request));
    }

    /** One request: its button stays the same while the request goes on, so that it can be pressed at any moment. */
    private final class Row {
        private final Label server = Controls.label("–", "mono", "strong");
        private final Label status = Controls.label("…", "mono", "muted");
        private final Button button;

        Row(RequestState request) {
            var path = Controls.label(words(request), "mono");
            path.setMinWidth(0);
            var left = new HBox(10, Controls.label(Figures.count(request.id()), "mono", "muted"), path);
            var right = new HBox(10, server, status);
            right.setMinWidth(USE_PREF_SIZE);
            button = Controls.button("", "row", () -> RequestPane.pick(show, request.id()));
            button.setGraphic(Controls.apart(left, right));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        void follow(RequestState request) {
            request.server().ifPresent(id -> {
                server.setText(id.name());
                server.setStyle(Tints.lettering(show.identities().of(id)));
            });
            request.end().ifPresent(end -> status.setText(words(end)));
            Controls.spoken(
                    button,
                    text(
                            "outside.line",
                            Figures.count(request.id()),
                            words(request),
                            server.getText(),
                            status.getText()));
        }
    }
}
