package ringside.view.stage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import ringside.engine.ServerId;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.world.Arrivals;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.Traffic;

/** Renders states of the stage into a folder, to be looked at. */
final class Gallery {
    private static final long FRAME = 16_666_667;

    private record Size(int width, int height) {}

    private final Path folder;

    private Gallery(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] folder) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            for (var font : new String[] {
                "Inter-Regular.otf",
                "Inter-Medium.otf",
                "Inter-SemiBold.otf",
                "Inter-Bold.otf",
                "JetBrainsMono-Regular.ttf"
            }) {
                Font.loadFont(Gallery.class.getResourceAsStream("/ringside/assets/fonts/" + font), 12);
            }
            try {
                new Gallery(Path.of(folder[0])).hang();
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private void hang() {
        var course = Worlds.scenario("textbook/md5-ring", 3, 1000);
        for (var palette : Map.of("light", Palette.LIGHT, "dark", Palette.DARK).entrySet()) {
            String name = "-" + palette.getKey();
            Consumer<View> dress = v -> v.stage.paletteProperty().set(palette.getValue());
            shoot(
                    "ring3" + name,
                    course,
                    Layout.RING,
                    dress.andThen(v -> v.stage.show().selectionProperty().set(new Selection.OfKey("user:12"))));
            shoot("drag" + name, course, Layout.RING, dress.andThen(v -> v.drag("server-B", 20, 40)));
            shoot("after" + name, course, Layout.RING, dress.andThen(v -> {
                v.stage.act(new Command.RemoveServer(new ServerId("B"), Command.Leaving.DRAIN));
                v.frames(20);
            }));
            shoot("zombie" + name, Worlds.zombie(60), Layout.FLOW, dress.andThen(v -> v.play(2.2)));
            shoot(
                    "both" + name,
                    course.with(new Traffic(new Arrivals.Poisson(60), 50, new Keys.Uniform(1000))),
                    Layout.BOTH,
                    dress.andThen(v -> v.play(2)));
            sealed(name, dress);
            crafts(name, dress);
        }
        crowds();
    }

    private void sealed(String name, Consumer<View> dress) {
        var layer4 = Handling.USUAL.with(Handling.Layer.TCP);
        Consumer<View> play = dress.andThen(v -> v.play(2.2));
        shoot("layer4" + name, Worlds.zombie(60).with(layer4), Layout.FLOW, play);
        shoot(
                "passthrough" + name,
                Worlds.zombie(60).with(layer4.with(Handling.Tls.AT_SERVERS)),
                Layout.FLOW,
                play.andThen(v -> v.stage.show().selectionProperty().set(new Selection.OfServer(new ServerId("C")))));
        shoot(
                "termination" + name,
                Worlds.zombie(60).with(Handling.USUAL.with(Handling.Tls.AT_BALANCER)),
                Layout.FLOW,
                play.andThen(v -> v.stage.toggleLegend()));
        shoot("layer4-both" + name, Worlds.zombie(60).with(layer4.with(Handling.Tls.AT_SERVERS)), Layout.BOTH, play);
        shoot(
                "layer4-many" + name,
                Worlds.zombie(200).with(Worlds.servers(12)).with(layer4.with(Handling.Tls.AT_SERVERS)),
                Layout.FLOW,
                play);
        shoot(
                "layer4-crowd" + name,
                Worlds.zombie(300).with(Worlds.servers(100)).with(layer4.with(Handling.Tls.AT_SERVERS)),
                Layout.FLOW,
                play);
    }

    private void crafts(String name, Consumer<View> dress) {
        Consumer<View> play = dress.andThen(v -> v.play(3));
        shoot("cached" + name, Worlds.cached(120), Layout.FLOW, play);
        shoot("cached-both" + name, Worlds.cached(120), Layout.BOTH, new Size(1000, 640), play);
        shoot("cached-ring" + name, Worlds.cached(120), Layout.RING, play);
        shoot("herd" + name, Worlds.herd(6), Layout.FLOW, play);
        shoot("herd-ring" + name, Worlds.herd(6), Layout.RING, play);
        shoot("routes" + name, Worlds.routed(), Layout.FLOW, dress.andThen(v -> {
            v.stage.show().playingProperty().set(true);
            for (int i = 0; i < 12; i++) {
                v.stage.actNow(new Command.Send("10.0.0." + (i % 3 + 1), i % 3 == 0 ? "/about" : "/api/cart", 1));
                v.frames(6);
            }
            v.lens(2);
            v.frames(1);
        }));
        shoot(
                "clients" + name,
                Worlds.zombie(30).with(new Traffic(new Arrivals.Poisson(30), 5, new Keys.Uniform(9))),
                Layout.FLOW,
                play.andThen(v -> {
                    v.lens(1);
                    v.frames(1);
                }));
        turns(name, dress);
    }

    private void turns(String name, Consumer<View> dress) {
        Consumer<View> play = dress.andThen(v -> v.play(3));
        shoot("morph" + name, Worlds.cached(40), Layout.FLOW, play.andThen(v -> {
            v.stage.show().layoutProperty().set(Layout.RING);
            v.frames(13);
        }));
        shoot("morph-both" + name, Worlds.cached(40), Layout.BOTH, play.andThen(v -> {
            v.stage.show().layoutProperty().set(Layout.RING);
            v.frames(10);
        }));
        shoot("calm" + name, Worlds.zombie(20), Layout.FLOW, dress.andThen(v -> {
            v.stage.reducedMotionProperty().set(true);
            v.play(3);
        }));
        shoot("limited" + name, Worlds.limited(20), Layout.FLOW, play);
        shoot("limited-ring" + name, Worlds.limited(20), Layout.RING, play);
        shoot("both-lean" + name, Worlds.limited(12), Layout.BOTH, new Size(560, 430), play);
        shoot("twelve" + name, Worlds.zombie(120).with(Worlds.servers(12)), Layout.FLOW, new Size(560, 430), play);
        shoot("formerly" + name, Worlds.zombie(20), Layout.BOTH, dress.andThen(v -> {
            v.stage.act(new Command.SetChecks(Checks.usual().of(Checks.Kind.TCP)));
            v.play(2.5);
            v.stage.act(new Command.SetChecks(Checks.usual()));
            v.play(3);
        }));
        shoot("queue" + name, Worlds.queueing(60), Layout.FLOW, play);
        shoot("turning" + name, Worlds.turning(), Layout.FLOW, dress.andThen(v -> {
            v.play(3.6);
            v.stage.act(new Command.SetBehaviour(new ServerId("B"), new ringside.world.Behaviour.Zombie()));
            v.stage.act(new Command.SetBehaviour(new ServerId("C"), ringside.world.Behaviour.HEALTHY));
            v.play(1.4);
        }));
    }

    private void crowds() {
        var five = Worlds.scenario("textbook/ring", 5, 1000);
        shoot(
                "ring5",
                five.with(new Traffic(new Arrivals.Poisson(40), 50, new Keys.Uniform(1000))),
                Layout.RING,
                v -> v.play(2));
        shoot("ring5-add", five, Layout.RING, v -> v.drag("shelf-F", 20, -200));
        shoot("flow10", Worlds.zombie(150).with(Worlds.servers(10)), Layout.FLOW, v -> v.play(2));
        shoot(
                "flow100",
                Worlds.scenario("textbook/round-robin", 100, 1000)
                        .with(new Traffic(new Arrivals.Poisson(300), 50, new Keys.Uniform(1000))),
                Layout.FLOW,
                v -> v.play(2));
        shoot("ring100", Worlds.scenario("textbook/ring", 100, 10_000), Layout.RING, v -> v.play(1));
        shoot("noring", Worlds.scenario("textbook/round-robin", 4, 10), Layout.RING, v -> {});
        shoot("empty", Worlds.scenario("textbook/round-robin", 0, 10), Layout.FLOW, v -> {});
        sizes(Worlds.scenario("textbook/md5-ring", 3, 1000));
    }

    private void sizes(Scenario course) {
        shoot("legend", course, Layout.RING, v -> v.stage.toggleLegend());
        shoot("small", course, Layout.RING, new Size(700, 560), v -> {});
        shoot("small-flow", Worlds.zombie(60), Layout.FLOW, new Size(700, 560), v -> v.play(4.5));
        shoot("small-both", course, Layout.BOTH, new Size(700, 560), v -> {});
        shoot("large", Worlds.zombie(120), Layout.FLOW, new Size(1400, 900), v -> v.play(6));
        shoot(
                "named",
                Worlds.scenario("textbook/md5-ring", 3, 8)
                        .with(java.util.List.of(
                                ringside.world.ServerSpec.named("Server-A"),
                                ringside.world.ServerSpec.named("Server-B"),
                                ringside.world.ServerSpec.named("Server-C"))),
                Layout.RING,
                new Size(744, 600),
                v -> v.stage.show().selectionProperty().set(new Selection.OfKey("user:2")));
    }

    private void shoot(String name, Scenario scenario, Layout layout, Consumer<View> act) {
        shoot(name, scenario, layout, new Size(744, 600), act);
    }

    private void shoot(String name, Scenario scenario, Layout layout, Size size, Consumer<View> act) {
        try (var show = new Show(Worlds.simulated(scenario))) {
            show.layoutProperty().set(layout);
            var stage = new StageView(show, System.out::println);
            var scene = new Scene(stage, size.width(), size.height());
            var window = new Stage();
            window.setScene(scene);
            window.show();
            stage.resize(size.width(), size.height());
            var view = new View(stage);
            view.frames(2);
            act.accept(view);
            view.frames(1);
            save(name, scene.snapshot(null));
            window.close();
        }
    }

    private void save(String name, Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(folder);
            ImageIO.write(pixels, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class View {
        private final StageView stage;
        private long clock = 1;

        private View(StageView stage) {
            this.stage = stage;
        }

        void frames(int count) {
            for (int i = 0; i < count; i++) {
                stage.show().pulse(FRAME);
                stage.applyCss();
                stage.layout();
                stage.frame(clock += FRAME);
            }
        }

        void lens(int times) {
            for (int i = 0; i < times; i++) {
                stage.nextLens();
            }
        }

        void play(double seconds) {
            stage.show().playingProperty().set(true);
            frames((int) (seconds * 60));
        }

        void drag(String id, double dx, double dy) {
            var node = stage.lookup("#" + id);
            var bounds = node.localToScene(node.getBoundsInLocal());
            double x = bounds.getCenterX();
            double y = bounds.getCenterY();
            fire(node, MouseEvent.MOUSE_PRESSED, x, y);
            fire(node, MouseEvent.MOUSE_DRAGGED, x + dx, y + dy);
            frames(2);
        }

        private static void fire(javafx.scene.Node node, javafx.event.EventType<MouseEvent> type, double x, double y) {
            var pick = new PickResult(node, x, y);
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            true,
                            false,
                            false,
                            pick));
        }
    }
}
