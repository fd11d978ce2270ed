package ringside.view.learn;

import java.util.OptionalInt;
import javafx.scene.layout.Region;
import ringside.view.Identity;

/** A bar on its track: filled as far as its share goes; a second one shows what was given as a mark. */
final class BarTrack extends Region {
    private final Region fill = new Region();
    private final Region grip = new Region();
    private double share;

    BarTrack(OptionalInt shade) {
        getStyleClass().add("bar-track");
        fill.getStyleClass().add("fill");
        shade.ifPresent(s -> fill.setStyle("-fx-background-color: #%06x;".formatted(Identity.rgb(s))));
        grip.getStyleClass().add("grip");
        fill.setMouseTransparent(true);
        grip.setMouseTransparent(true);
        getChildren().addAll(fill, grip);
    }

    /** The same for something that is only looked at. */
    static BarTrack still(OptionalInt shade, double share, String style) {
        var track = new BarTrack(shade);
        track.getStyleClass().addAll("still", style);
        track.grip.setVisible(false);
        track.show(share);
        return track;
    }

    /** Fills it so far, 0 to 1. */
    void show(double part) {
        share = Math.clamp(part, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double end = Math.rint(share * getWidth());
        fill.resizeRelocate(0, 0, end, getHeight());
        grip.resizeRelocate(Math.clamp(end - 3, 0, Math.max(0, getWidth() - 6)), -2, 6, getHeight() + 4);
    }
}
