package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.CopyLine;
import ringside.view.parts.Identity;
import ringside.world.RequestState;
import ringside.world.Snapshot;

/** The line that asks from a terminal, and the requests that came from there by the number they got back. */
final class OutsideList extends VBox {
    private static final int SHOWN = 6;

    private final Show show;
    private final VBox lines = new VBox(2);
    private final Label none = Controls.paragraph(text("outside.none"), "muted", "small");
    private List<Line> shown = List.of();

    private record Line(long request, String path, String server, String status) {}

    OutsideList(Show show) {
        super(9);
        this.show = show;
        lines.setId("outside");
        getChildren().add(Controls.section(text("outside.title")));
        show.world().entrance().ifPresent(at -> {
            var curl = new CopyLine();
            curl.line(CopyLine.curl(at, "/cart"));
            getChildren().add(curl);
        });
        getChildren().addAll(none, lines);
    }

    void follow(Snapshot snapshot) {
        var newest = snapshot.outside().reversed().stream()
                .limit(SHOWN)
                .map(OutsideList::line)
                .toList();
        if (!newest.equals(shown)) {
            shown = newest;
            lines.getChildren().setAll(newest.stream().map(this::button).toList());
        }
        Controls.show(none, newest.isEmpty());
    }

    private static Line line(RequestState request) {
        var server = request.server().map(ServerId::name).orElse("–");
        var status = request.end().map(e -> String.valueOf(e.status())).orElse("…");
        return new Line(request.id(), request.what().path(), server, status);
    }

    private Button button(Line line) {
        var words = text("outside.line", Figures.count(line.request()), line.path(), line.server(), line.status());
        var button = Controls.button("", "row", () -> RequestPane.pick(show, line.request()));
        var server = Controls.label(line.server(), "mono", "strong");
        if (!line.server().equals("–")) {
            server.setStyle(Identity.lettering(new ServerId(line.server())));
        }
        var path = Controls.label(line.path(), "mono");
        path.setMinWidth(0);
        var left = new javafx.scene.layout.HBox(
                10, Controls.label(Figures.count(line.request()), "mono", "muted"), path);
        var right = new javafx.scene.layout.HBox(10, server, Controls.label(line.status(), "mono", "muted"));
        right.setMinWidth(USE_PREF_SIZE);
        button.setGraphic(Controls.apart(left, right));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        return Controls.spoken(button, words);
    }
}
