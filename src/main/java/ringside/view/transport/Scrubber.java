package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Inks;
import ringside.world.Timeline;

/** The time that is still held, from its earliest instant to now, with what is worth jumping to. */
final class Scrubber extends Region {
    private static final double RADIUS = 7;
    private static final long SECOND = 1_000_000_000;

    private final Show show;
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::draw);

    Scrubber(Show show) {
        this.show = show;
        getStyleClass().add("scrubber");
        setId("scrubber");
        getChildren().addAll(inks, canvas);
        setFocusTraversable(true);
        Controls.spoken(this, AccessibleRole.SLIDER, text("transport.scrub"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seekTo);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seekTo);
        addEventHandler(KeyEvent.KEY_PRESSED, this::seekBy);
        focusVisibleProperty().subscribe(this::draw);
        show.nanosProperty().subscribe(this::draw);
        show.newestProperty().subscribe(this::draw);
    }

    private void seekTo(MouseEvent event) {
        double turn = Math.clamp((event.getX() - RADIUS) / (getWidth() - 2 * RADIUS), 0, 1);
        show.seek(earliest() + (long) (turn * (show.newestProperty().get() - earliest())));
        event.consume();
    }

    private void seekBy(KeyEvent event) {
        int seconds = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (seconds != 0) {
            show.seek(show.nanosProperty().get() + seconds * SECOND);
            event.consume();
        }
    }

    private long earliest() {
        return show.world().timeline().earliest();
    }

    private double xOf(long nanos) {
        double held = Math.max(1, show.newestProperty().get() - earliest());
        return RADIUS + Math.clamp((nanos - earliest()) / held, 0, 1) * (getWidth() - 2 * RADIUS);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        var g = canvas.getGraphicsContext2D();
        double middle = getHeight() / 2;
        double thumb = xOf(show.nanosProperty().get());
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFill(inks.border());
        g.fillRoundRect(2, middle - 1.5, getWidth() - 4, 3, 3, 3);
        g.setFill(inks.accent());
        g.fillRoundRect(2, middle - 1.5, thumb - 2, 3, 3, 3);
        show.markers().forEach(m -> drawMarker(g, m));
        g.fillOval(thumb - RADIUS, middle - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.setFill(isFocusVisible() ? inks.accent() : inks.card());
        g.fillOval(thumb - RADIUS + 2, middle - RADIUS + 2, 2 * RADIUS - 4, 2 * RADIUS - 4);
    }

    private void drawMarker(GraphicsContext g, Timeline.Marker marker) {
        var before = g.getFill();
        g.setFill(colourOf(marker));
        g.fillRoundRect(xOf(marker.nanos()) - 1.5, getHeight() / 2 - 5, 3, 10, 2, 2);
        g.setFill(before);
    }

    private Color colourOf(Timeline.Marker marker) {
        return switch (marker.kind()) {
            case EJECT, FIRST_DROP -> inks.bad();
            case JOIN, READMIT -> inks.good();
            default -> inks.muted();
        };
    }
}
