package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.LogSlider;

/** Play, the steps on either side, and how fast. */
final class TransportButtons extends HBox {
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 100;
    private static final double CLEARLY = 0.85;

    private final Show show;
    private final Label speed = Controls.label("", "speed", "small");
    private final Label reached = Controls.label("", "reached", "small");
    private final Tooltip tip = new Tooltip();

    TransportButtons(Show show) {
        super(2);
        this.show = show;
        var play = playButton(show);
        HBox.setMargin(play, new Insets(0, 10, 0, 0));
        getChildren()
                .addAll(
                        play,
                        step(Glyph.PREVIOUS, "transport.previous", show::toPreviousMarker),
                        step(Glyph.LAST_DECISION, "transport.decision-back", show::decisionBack),
                        step(Glyph.BACK, "transport.back", show::stepBack),
                        step(Glyph.FORWARD, "transport.step", show::stepForward),
                        step(Glyph.NEXT_DECISION, "transport.decision", show::decisionForward),
                        step(Glyph.NEXT, "transport.next", show::toNextMarker));
        addSpeed();
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
    }

    private static Button playButton(Show show) {
        var button = new Button();
        button.setId("play");
        button.getStyleClass().add("play-button");
        button.setOnAction(
                _ -> show.playingProperty().set(!show.playingProperty().get()));
        show.playingProperty().subscribe(on -> {
            button.setGraphic((on ? Glyph.PAUSE : Glyph.PLAY).draw());
            Controls.named(button, on ? "transport.pause" : "transport.play");
        });
        return button;
    }

    private static Button step(Glyph glyph, String key, Runnable action) {
        var button = new Button();
        button.setId(key.replace('.', '-'));
        button.setGraphic(glyph.draw());
        button.getStyleClass().add("step-button");
        button.setOnAction(_ -> action.run());
        return Controls.named(button, key);
    }

    private void addSpeed() {
        var slider = new LogSlider(SLOWEST, FASTEST, 1, text("transport.speed"));
        slider.slider().setId("speed");
        slider.setPrefWidth(92);
        slider.valueProperty().bindBidirectional(show.speedProperty());
        reached.setId("reached");
        reached.setTooltip(tip);
        reached.setMinWidth(USE_PREF_SIZE);
        show.speedProperty().subscribe(this::tellSpeed);
        show.reachedProperty().subscribe(this::tellSpeed);
        tellSpeed();
        getChildren().addAll(speed, slider, reached);
        HBox.setMargin(slider, new Insets(0, 0, 0, 6));
        HBox.setMargin(reached, new Insets(0, 0, 0, 6));
    }

    /* When a machine can't keep up time passes more slowly than was asked: that is said. */
    private void tellSpeed() {
        double asked = show.speedProperty().get();
        double really = show.reachedProperty().get();
        speed.setText(Figures.speed(asked));
        Controls.show(reached, really < CLEARLY * asked);
        reached.setText(text("transport.reached", Figures.speed(really)));
        tip.setText(text("transport.reached.is", Figures.speed(asked), Figures.speed(really)));
        reached.setAccessibleText(tip.getText());
    }
}
