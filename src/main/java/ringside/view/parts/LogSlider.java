package ringside.view.parts;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A slider on which each step multiplies; with a notch that holds the thumb near one value. */
public final class LogSlider extends StackPane {
    private static final double NEAR = 0.02;
    private static final double STEP = 0.05;

    private final double least;
    private final double most;
    private final DoubleProperty value;
    private final Slider slider = new Slider(0, 1, 0);
    private final Region notch = new Region();
    private final double notchAt;

    /** A slider from one value above 0 to another, with a notch at a value between. */
    public LogSlider(double least, double most, double notchAt, String spoken) {
        this.least = least;
        this.most = most;
        this.notchAt = notchAt;
        this.value = new SimpleDoubleProperty(notchAt);
        slider.setValue(toTurn(notchAt));
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(spoken);
        slider.valueProperty().subscribe(turn -> fromThumb(turn.doubleValue()));
        slider.valueChangingProperty().subscribe(() -> toThumb(value.get()));
        value.subscribe(now -> toThumb(now.doubleValue()));
        notch.getStyleClass().add("notch");
        notch.setManaged(false);
        notch.setMouseTransparent(true);
        getChildren().addAll(notch, slider);
        getStyleClass().add("log-slider");
        setMinWidth(60);
    }

    /** The value that the thumb is at. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** The slider itself. */
    public Slider slider() {
        return slider;
    }

    private void fromThumb(double turn) {
        boolean held = Math.abs(turn - toTurn(notchAt)) < NEAR || steppedOver(turn);
        if (Math.abs(toTurn(value.get()) - turn) > 1e-9) {
            value.set(held ? notchAt : least * Math.pow(most / least, turn));
        }
    }

    /* A key's step that would lead over the notch ends there. */
    private boolean steppedOver(double turn) {
        double from = toTurn(value.get()) - toTurn(notchAt);
        double to = turn - toTurn(notchAt);
        return !slider.isValueChanging() && from * to < -1e-12 && Math.abs(to - from) < STEP * 1.01;
    }

    private void toThumb(double now) {
        double turn = toTurn(Math.clamp(now, least, most));
        if (!slider.isValueChanging() && Math.abs(slider.getValue() - turn) > NEAR / 10) {
            slider.setValue(turn);
        }
    }

    private double toTurn(double of) {
        return Math.log(of / least) / Math.log(most / least);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double thumb = 14;
        double x = thumb / 2 + toTurn(notchAt) * (getWidth() - thumb);
        notch.resizeRelocate(Math.rint(x), getHeight() / 2 - 6, 1, 12);
    }
}
