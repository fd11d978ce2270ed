package ringside.view.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.progress.Notebook;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.World;

/**
 * Takes two pictures of the window in each lesson and theme, to be looked at: a step whose question is open, and the
 * same step when all of it is done. Arguments: a folder, the number of the step, and ids of lessons, or none for all.
 */
final class LessonTour {
    private static final long PATIENCE_SECONDS = 90;
    private static final int WIDTH = Integer.getInteger("width", 1280);
    private static final int HEIGHT = Integer.getInteger("height", 800);

    private final Path folder;
    private final int step;
    private final Rig.Desk desk = new Rig.Desk();

    private LessonTour(Path folder, int step) {
        this.folder = folder;
        this.step = step;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {});
        var tour = new LessonTour(Path.of(args[0]), Integer.parseInt(args[1]));
        var wanted = List.of(args).subList(2, args.length);
        Files.createDirectories(tour.folder);
        for (var theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            tour.through(theme, wanted);
        }
        Platform.exit();
    }

    private void through(ThemeChoice theme, List<String> wanted) throws Exception {
        var theatre = fx(() -> new Theatre(
                (kind, scenario) -> kind == World.Kind.LIVE
                        ? new LiveWorld(scenario, LiveOptions.anywhere())
                        : new SimulatedWorld(scenario),
                new Replay(),
                Memory.FRESH.with(theme),
                Notebook.ofToday()));
        var shell = fx(() -> new Shell(theatre, desk));
        var stage = fx(() -> open(shell));
        until("the lessons are read", () -> !theatre.lessons().isEmpty());
        for (var lesson : List.copyOf(theatre.lessons())) {
            if (wanted.isEmpty() || wanted.contains(lesson.id())) {
                fx(() -> {
                    theatre.learn(lesson);
                    return true;
                });
                until(lesson.id() + " is open", () -> theatre.placeProperty().get() instanceof Place.Learning);
                shoot(theatre, shell, lesson.id() + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
        }
        fx(() -> {
            shell.close();
            stage.close();
            return true;
        });
    }

    private static Stage open(Shell shell) {
        for (var font : List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")) {
            Font.loadFont(LessonTour.class.getResourceAsStream("/ringside/assets/fonts/" + font), 12);
        }
        Font.loadFont(LessonTour.class.getResourceAsStream("/ringside/assets/fonts/JetBrainsMono-Regular.ttf"), 12);
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        return stage;
    }

    private void shoot(Theatre theatre, Shell shell, String name) throws Exception {
        var place = (Place.Learning) theatre.placeProperty().get();
        var run = place.run();
        while (run.step().number() < step
                && run.step().number() < run.lesson().steps().size()) {
            finish(place);
            fx(() -> {
                if (run.remaining().isEmpty()) {
                    run.next();
                }
                return true;
            });
        }
        pause(2_500);
        picture(shell, name + "-asked");
        finish(place);
        pause(2_500);
        picture(shell, name + "-done");
    }

    /** Does what there is to do in the step, one thing after the other, and waits for what comes of it. */
    private static void finish(Place.Learning place) throws Exception {
        var run = place.run();
        var next = fx(() -> act(place));
        while (next.isPresent()) {
            var done = next.get();
            until("it is done", () -> !open(run, done));
            next = fx(() -> act(place));
        }
        until(
                "step " + run.step().number() + " of " + run.lesson().id() + " is done",
                () -> run.remaining().isEmpty());
    }

    private static Optional<Block> act(Place.Learning place) {
        var run = place.run();
        var next = run.visible().stream().filter(b -> open(run, b)).findFirst();
        next.ifPresent(block -> {
            switch (block) {
                case Block.Predict asked -> run.predict(asked, anything(run, asked));
                case Block.Do what -> place.show().act(() -> run.press(what));
                case Block.Task task -> place.show().act(() -> run.solve(task));
                case Block.Trial trial -> run.attempt(trial);
                case Block.Build what -> run.build(what);
                default -> {}
            }
            place.show().playingProperty().set(true);
        });
        return next;
    }

    private static boolean open(LessonRun run, Block block) {
        return switch (block) {
            case Block.Predict asked -> run.prediction(asked).isEmpty();
            case Block.Do what -> !run.pressed(what);
            case Block.Task task -> run.done(task).isEmpty();
            case Block.Trial trial -> !run.tried(trial);
            case Block.Build what -> !run.built(what);
            default -> false;
        };
    }

    private static String anything(LessonRun run, Block.Predict asked) {
        var ids = run.options(asked).stream().map(Block.Option::id).toList();
        return switch (asked.kind()) {
            case NUMBER, PERCENT -> "12";
            case ARC -> "20% 55%";
            case BARS -> String.join(" ", ids.stream().map(id -> id + "=10").toList());
            case ORDER -> String.join(" ", ids);
            case CHOICE, SERVER -> ids.getFirst();
        };
    }

    private void picture(Shell shell, String name) throws Exception {
        var image = fx(() -> shell.scene().snapshot(null));
        var copy = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        var task = new FutureTask<>(what);
        Platform.runLater(task);
        return task.get();
    }

    private static void until(String what, BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!fx(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                System.out.println("in vain: " + what);
                return;
            }
            pause(50);
        }
    }

    private static void pause(long millis) throws InterruptedException {
        var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
