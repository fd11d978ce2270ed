package ringside.view.stage;

import java.util.Locale;
import ringside.config.run.Picture;
import ringside.config.run.Preview;
import ringside.view.Layout;
import ringside.world.Snapshot;

/** What is on the stage, as a run keeps it. */
public final class Keepsake {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    private Keepsake() {}

    /**
     * The picture of an instant; on the thread of a running toolkit.
     *
     * @param nanos the instant shown, which may lie between two events
     */
    public static Picture of(Snapshot snapshot, long nanos, Layout layout, Palette palette) {
        var small = new StagePicture(snapshot, layout, palette, WIDTH, HEIGHT);
        return new Picture(
                nanos, snapshot.sequence(), layout.name().toLowerCase(Locale.ROOT), new Preview(small.png()));
    }
}
