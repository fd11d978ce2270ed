package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.LogSlider;

/** Play, the steps on either side, and how fast. */
final class TransportButtons extends HBox {
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 100;

    TransportButtons(Show show) {
        super(2);
        var play = playButton(show);
        HBox.setMargin(play, new Insets(0, 10, 0, 0));
        getChildren()
                .addAll(
                        play,
                        step(Glyph.PREVIOUS, "transport.previous", show::toPreviousMarker),
                        step(Glyph.BACK, "transport.back", show::stepBack),
                        step(Glyph.FORWARD, "transport.step", show::stepForward),
                        step(Glyph.NEXT, "transport.next", show::toNextMarker));
        addSpeed(show);
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

    private void addSpeed(Show show) {
        var slider = new LogSlider(SLOWEST, FASTEST, 1, text("transport.speed"));
        slider.slider().setId("speed");
        slider.setPrefWidth(112);
        slider.valueProperty().bindBidirectional(show.speedProperty());
        var speed = Controls.label("", "speed", "small");
        show.speedProperty().subscribe(times -> speed.setText(Figures.speed(times.doubleValue())));
        getChildren().addAll(speed, slider);
        HBox.setMargin(slider, new Insets(0, 0, 0, 6));
    }
}
