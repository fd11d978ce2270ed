package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import ringside.view.Show;
import ringside.view.parts.Controls;

/** The time that is still held, from its earliest instant to now, with what is worth jumping to and how it went. */
final class Scrubber extends Region {
    private static final double RADIUS = 7;
    private static final double MIDDLE = Backdrop.FLAGS / 2;
    private static final long SECOND = 1_000_000_000;

    private final Show show;
    private final Backdrop backdrop;
    private final Region track = part("scrub-track");
    private final Region past = part("scrub-past");
    private final Region thumb = part("scrub-thumb");
    private final Tooltip tip = new Tooltip();

    Scrubber(Show show) {
        this.show = show;
        this.backdrop = new Backdrop(show);
        getStyleClass().add("scrubber");
        setId("scrubber");
        getChildren().addAll(track, past, backdrop, thumb);
        setFocusTraversable(true);
        Controls.spoken(this, AccessibleRole.SLIDER, text("transport.scrub"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seekTo);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seekTo);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> tip.setText(backdrop.tell(e.getX(), e.getY())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::seekBy);
        tip.setShowDelay(Duration.millis(250));
        Tooltip.install(this, tip);
        show.nanosProperty().subscribe(this::place);
        show.newestProperty().subscribe(this::place);
        show.secondsProperty().subscribe(backdrop::refresh);
        show.forkMarksProperty().subscribe(backdrop::refresh);
        show.worldProperty().subscribe(backdrop::refresh);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    /* A press on a marker means its instant, and not one beside it. */
    private void seekTo(MouseEvent event) {
        boolean pressed = event.getEventType() == MouseEvent.MOUSE_PRESSED;
        long at = scale().nanosAt(event.getX());
        show.seek(pressed ? backdrop.markerAt(event.getX(), event.getY()).orElse(at) : at);
        event.consume();
    }

    private void seekBy(KeyEvent event) {
        int seconds = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (seconds != 0 && !event.isShiftDown()) {
            show.seek(show.nanosProperty().get() + seconds * SECOND);
            event.consume();
        }
    }

    private TimeScale scale() {
        return new TimeScale(
                show.world().timeline().earliest(),
                show.newestProperty().get(),
                RADIUS,
                Math.max(1, getWidth() - 2 * RADIUS));
    }

    @Override
    protected void layoutChildren() {
        backdrop.resizeRelocate(0, 0, getWidth(), getHeight());
        track.resizeRelocate(2, MIDDLE - 1.5, getWidth() - 4, 3);
        place();
    }

    private void place() {
        var scale = scale();
        double x = scale.xOf(show.nanosProperty().get());
        past.resizeRelocate(2, MIDDLE - 1.5, Math.max(0, x - 2), 3);
        thumb.resizeRelocate(x - RADIUS, MIDDLE - RADIUS, 2 * RADIUS, 2 * RADIUS);
        backdrop.follow(scale);
    }
}
