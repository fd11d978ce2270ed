package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.transport.TransportCard;

/** Two stages one above the other, or all sides in a table, with one transport below. */
public final class ComparePane extends BorderPane {
    private static final double GAP = 10;
    private static final double RIGHT = 340;

    private final Comparing comparing;
    private final BooleanProperty table = new SimpleBooleanProperty();
    private final Region differences;
    private final Label trouble = Controls.paragraph("", "bad");
    private final VBox stages = new VBox(GAP);
    private final Region sides;
    private Optional<Show> led = Optional.empty();
    private Optional<TransportCard> transport = Optional.empty();

    /**
     * What a comparison shows.
     *
     * @param stages makes the stage of a show
     * @param end leads out
     */
    public ComparePane(Comparing comparing, Function<Show, Node> stages, Runnable end) {
        this.comparing = comparing;
        getStyleClass().add("page");
        setPadding(new Insets(8, 16, 12, 16));
        trouble.setId("compare-trouble");
        setTop(new VBox(4, new CompareBar(comparing, table, end), trouble));
        for (int stage = 0; stage < Stages.COUNT; stage++) {
            var row = new SideRow(comparing, stage, stages);
            VBox.setVgrow(row, Priority.ALWAYS);
            row.setPrefHeight(1);
            this.stages.getChildren().add(row);
        }
        sides = card(new SideTable(comparing));
        setCenter(new StackPane(this.stages, sides));
        differences = card(new DifferencePane(comparing));
        differences.setMinWidth(RIGHT);
        differences.setPrefWidth(RIGHT);
        differences.setMaxWidth(RIGHT);
        setMargin(differences, new Insets(6, 0, GAP, GAP));
        setMargin(getCenter(), new Insets(6, 0, GAP, 0));
        table.set(comparing.telling().contest().contestants().size() > Stages.COUNT);
        table.subscribe(this::choose);
        follow();
    }

    private static Region card(Node content) {
        var card = new StackPane(content);
        card.getStyleClass().add("card");
        return card;
    }

    private void follow() {
        comparing.troubleProperty().subscribe(this::tell);
        for (int stage = 0; stage < Stages.COUNT; stage++) {
            comparing.onProperty(stage).subscribe(on -> {
                lead();
                on.ifPresent(show -> show.rejectedProperty().subscribe(this::reject));
            });
        }
    }

    private void lead() {
        if (!comparing.leader().equals(led)) {
            led = comparing.leader();
            transport = led.map(TransportCard::plain);
            setBottom(transport.orElse(null));
        }
    }

    private void choose(boolean asTable) {
        Controls.show(sides, asTable);
        Controls.show(stages, !asTable);
        setRight(asTable ? null : differences);
    }

    private void reject(Optional<String> why) {
        tell(why.map(words -> text("banner.rejected", words)));
    }

    private void tell(Optional<String> words) {
        trouble.setText(words.orElse(""));
        Controls.show(trouble, words.isPresent());
    }

    /** The transport of both stages; none when no side can be told. */
    public Optional<TransportCard> transport() {
        return transport;
    }

    /** Shows the table instead of the stages, or the stages again. */
    public void toggleTable() {
        table.set(!table.get());
    }
}
