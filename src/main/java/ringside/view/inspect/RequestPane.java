package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import ringside.engine.PolicyChoice;
import ringside.view.Figures;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.Texts;
import ringside.view.parts.Controls;
import ringside.view.parts.CopyLine;
import ringside.world.Happening;
import ringside.world.Narrator;
import ringside.world.RequestState;
import ringside.world.Snapshot;

/** A request: where its time went, and why it went where it did. */
final class RequestPane implements Pane {
    private final Show show;
    private final long request;
    private final VBox box = new VBox();
    private final VBox present = new VBox(12);
    private final Label gone = Controls.paragraph(text("request.gone"), "muted");
    private final Label what = Controls.paragraph("", "mono");
    private final Label how = Controls.paragraph("", "small");
    private final Waterfall waterfall;
    private final Label whyTitle = Controls.section("");
    private final WhyTable why;
    private final Label sentence = Controls.paragraph("");
    private final Narrator narrator = Texts.narrator();
    private final CopyLine curl = new CopyLine();

    RequestPane(Show show, long request, BiConsumer<PolicyChoice, Node> openCode) {
        this.show = show;
        this.waterfall = new Waterfall(show.identities());
        this.why = new WhyTable(show.identities());
        this.request = request;
        box.getStyleClass().add("pane");
        sentence.setId("why-sentence");
        var code = Controls.button(text("request.code"), "link-button", () -> {});
        code.setOnAction(_ -> openCode.accept(show.snapshot().scenario().policy(), code));
        code.setId("show-code");
        code.setWrapText(true);
        code.setTextAlignment(TextAlignment.LEFT);
        code.setTranslateX(-5);
        present.getChildren()
                .addAll(what, how, waterfall, Controls.rule(), whyTitle, why, sentence, code, Controls.rule(), curl);
        Controls.show(curl, show.world().entrance().isPresent());
        box.getChildren().addAll(Head.of(show, text("request.title", Figures.count(request))), gone, present);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Snapshot snapshot) {
        var state = snapshot.request(request);
        if (state.isEmpty()) {
            Controls.show(gone, present.isVisible() && what.getText().isEmpty());
            Controls.show(present, !what.getText().isEmpty());
            return;
        }
        Controls.show(gone, false);
        Controls.show(present, true);
        fill(state.get(), snapshot);
    }

    private void fill(RequestState state, Snapshot snapshot) {
        var arrived = state.what();
        what.setText(
                arrived.unopened()
                        ? text("request.connection", arrived.client())
                        : text("request.what", arrived.method(), arrived.path(), arrived.client()));
        how.setText(
                ending(state) + (arrived.origin() == Happening.Origin.OUTSIDE ? " · " + text("request.outside") : ""));
        Controls.style(
                how,
                "bad",
                state.end()
                        .filter(e -> e.ending() != RequestState.Ending.ANSWERED)
                        .isPresent());
        waterfall.follow(state, snapshot.nanos(), snapshot.scenario().timeout().toNanos());
        state.last().ifPresent(last -> {
            whyTitle.setText(text("request.why", last.server()));
            why.follow(Why.of(last.why(), last.server()));
            sentence.setText(narrator.tell(new Happening.Routed(
                    request, last.server(), state.attempts().size(), last.why())));
        });
        CopyLine.curl(show.world(), arrived.path()).ifPresent(curl::line);
    }

    private static String ending(RequestState state) {
        return state.end()
                .map(end -> end.status() == 0
                        ? cut(state, end)
                        : switch (end.ending()) {
                            case ANSWERED -> text("request.answered", end.status());
                            case FAILED -> text("request.failed", failure(state), end.status());
                            case TIMED_OUT -> text("request.timed-out", end.status());
                            case REFUSED -> text("request.refused", end.status());
                        })
                .orElse(text("request.in-flight"));
    }

    /** How it ended for a client that got no status. */
    private static String cut(RequestState state, RequestState.End end) {
        return switch (end.ending()) {
            case ANSWERED -> text("request.ended");
            case FAILED -> text("request.cut", failure(state));
            case TIMED_OUT -> text("request.cut.late");
            case REFUSED -> text("request.closed");
        };
    }

    private static String failure(RequestState state) {
        return state.last()
                .flatMap(RequestState.Attempt::failure)
                .map(f -> text("failure." + f.name()))
                .orElse(text("failure.unknown"));
    }

    /** A request in a list: picks it out when it is clicked. */
    static void pick(Show show, long request) {
        show.selectionProperty().set(new Selection.OfRequest(request));
    }
}
