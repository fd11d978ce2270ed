package ringside.view.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import ringside.engine.PolicyChoice;
import ringside.view.Layout;
import ringside.view.Show;
import ringside.world.Arrivals;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.Traffic;

/**
 * Measures frames of a stage of 1280×800 in motion.
 *
 * <p>Arguments: the layout, how many servers of 160 points, how many keys, how many requests a second; RING 100 10000
 * 500 when left out. A request is on the stage for about 1.1 s. Gaps between frames are what an eye sees, but lengthen
 * when other programs need the processor; what each thread used of it for a frame does not.
 */
final class FrameTimes {
    private static final int WARM = 200;
    private static final int FRAMES = 600;

    /** What is measured: a crowd of servers, their keys, and how many requests a second they get. */
    private record Crowd(Layout layout, int servers, int keys, double perSecond) {
        static Crowd of(String... words) {
            return words.length < 4
                    ? new Crowd(Layout.RING, 100, 10_000, 500)
                    : new Crowd(
                            Layout.valueOf(words[0]),
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            Double.parseDouble(words[3]));
        }

        Scenario scenario() {
            return Scenario.of()
                    .with(new PolicyChoice("textbook/ring", Map.of("points", "160")))
                    .with(Worlds.servers(servers).stream()
                            .map(s -> s.taking(new Latency.Constant(Duration.ofMillis(100))))
                            .toList())
                    .with(new Traffic(new Arrivals.Constant(perSecond), 50, new Keys.Uniform(keys)));
        }
    }

    private final double[] gaps = new double[FRAMES];
    private final CountDownLatch done = new CountDownLatch(1);
    private final Show show;
    private final StageView stage;
    private int frame = -WARM;
    private long last;
    private long drawn;
    private double drawing;
    private double rendering;

    private FrameTimes(Crowd crowd) {
        show = new Show(Worlds.simulated(crowd.scenario()));
        show.layoutProperty().set(crowd.layout());
        stage = new StageView(show, _ -> {});
        var window = new Stage();
        window.setScene(new Scene(stage, 1280, 800));
        window.show();
        show.playingProperty().set(true);
        timer().start();
    }

    private AnimationTimer timer() {
        return new AnimationTimer() {
            @Override
            public void handle(long now) {
                show.pulse(last == 0 ? 0 : Math.min(50_000_000, now - last));
                if (frame == 0) {
                    measureThreads(-1);
                }
                if (frame >= 0) {
                    gaps[frame] = (now - last) / 1e6;
                    drawn += stage.dots().size();
                }
                last = now;
                if (++frame == FRAMES) {
                    measureThreads(1);
                    stop();
                    done.countDown();
                }
            }
        };
    }

    private void measureThreads(int sign) {
        drawing += sign * usedMillis("JavaFX Applicat");
        rendering += sign * usedMillis("QuantumRenderer");
    }

    /** How long threads whose names begin so have run: Linux tells, elsewhere it is 0. */
    private static double usedMillis(String name) {
        var tasks = Path.of("/proc/self/task");
        if (Files.notExists(tasks)) {
            return 0;
        }
        try (var threads = Files.list(tasks)) {
            return threads.filter(t -> read(t.resolve("comm")).startsWith(name))
                            .mapToDouble(t -> Double.parseDouble(
                                    read(t.resolve("schedstat")).split(" ", 2)[0]))
                            .sum()
                    / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "0";
        }
    }

    private void report() {
        System.out.printf(
                Locale.ROOT,
                "%d dots on average; %.1f frames/s; from frame to frame p50 %.1f p95 %.1f ms;"
                        + " processor for a frame: drawing %.1f ms, rendering %.1f ms%n",
                drawn / FRAMES,
                1000 / Arrays.stream(gaps).average().orElseThrow(),
                share(gaps, 0.5),
                share(gaps, 0.95),
                drawing / FRAMES,
                rendering / FRAMES);
    }

    private static double share(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    public static void main(String[] arguments) throws InterruptedException {
        var crowd = Crowd.of(arguments);
        var run = new FrameTimes[1];
        var ready = new CountDownLatch(1);
        Platform.startup(() -> {
            run[0] = new FrameTimes(crowd);
            ready.countDown();
        });
        ready.await();
        run[0].done.await();
        run[0].report();
        Platform.exit();
    }
}
