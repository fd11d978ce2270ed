package ringside.view.stage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import ringside.view.Identities;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.world.Snapshot;

/**
 * The stage of one instant as a picture to keep: the same instant gives the same bytes.
 *
 * @param snapshot the instant
 * @param layout how it is laid out
 * @param palette in which colours
 * @param width in pixels, 200 to 8000
 * @param height in pixels, 200 to 8000
 */
public record StagePicture(Snapshot snapshot, Layout layout, Palette palette, int width, int height) {
    private static final int LEAST = 200;
    private static final int MOST = 8_000;
    private static final double MARGIN = 16;
    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "JetBrainsMono-Regular.ttf");

    public StagePicture {
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new IllegalArgumentException(
                    "a picture is " + LEAST + " to " + MOST + " pixels wide and high, not " + width + "×" + height);
        }
    }

    /** The picture as SVG text; needs no toolkit. */
    public String svg() {
        var brush = new SvgBrush();
        paint(brush);
        return brush.picture(width, height);
    }

    /** The picture as the bytes of a PNG file; on the thread of a running toolkit, see {@link #withToolkit}. */
    public byte[] png() {
        var canvas = new Canvas(width, height);
        paint(new FxBrush(canvas.getGraphicsContext2D()));
        var parameters = new SnapshotParameters();
        parameters.setFill(FxBrush.colour(palette.card()));
        return encoded(canvas.snapshot(parameters, null));
    }

    /**
     * Starts a toolkit without a display, lets it make something, and stops it: once in the life of a program.
     *
     * @throws IllegalStateException when a toolkit runs already
     */
    public static <T> T withToolkit(Supplier<T> work) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
        var made = new CompletableFuture<T>();
        Platform.startup(() -> {
            try {
                loadFonts();
                made.complete(work.get());
            } catch (RuntimeException | Error failure) {
                made.completeExceptionally(failure);
            }
        });
        try {
            return made.join();
        } finally {
            Platform.exit();
        }
    }

    private static void loadFonts() {
        for (var font : FONTS) {
            try (var in = StagePicture.class.getResourceAsStream("/ringside/assets/fonts/" + font)) {
                if (in != null) {
                    Font.loadFont(in, 12);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void paint(Brush brush) {
        brush.rectangle(new Box(0, 0, width, height), 0, Ink.fill(palette.card()));
        var scene = Scene.of(snapshot, new Identities(), Selection.NOTHING, false);
        var room = new Box(MARGIN, MARGIN + 8, width - 2 * MARGIN, height - 2 * MARGIN - 8);
        var stage = StageGeometry.of(layout, room, scene.crowd());
        var keys = scene.ring().map(r -> KeyDots.in(stage.ring(), r.turns()));
        var painter = new StagePainter(new StagePainter.Look(brush, palette, Lens.usual(layout)), scene, stage, keys);
        painter.ground(Optional.empty());
        painter.servers();
        var routes = new Routes(stage, scene);
        var choreography =
                new Choreography(Choreography.LIMIT, id -> routes.slots(id).inside());
        choreography.settle(snapshot);
        var byplay = new Byplay();
        byplay.settle(snapshot);
        painter.traffic(choreography, byplay);
    }

    private static byte[] encoded(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.setUseCache(false);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(pixels, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
