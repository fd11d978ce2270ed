package ringside.view.stage;

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
 * Measures frames of a crowded stage: 100 servers of 160 points, 10 000 keys, and as many requests moving as asked for.
 * Arguments: requests a second, RING, FLOW or BOTH.
 */
final class FrameTimes {
    private static final int WARM = 200;
    private static final int FRAMES = 600;

    private final double[] work = new double[FRAMES];
    private final double[] gaps = new double[FRAMES];
    private final CountDownLatch done = new CountDownLatch(1);
    private final Show show;
    private final StageView stage;
    private int frame = -WARM;
    private long last;
    private long drawn;

    private FrameTimes(double perSecond, Layout layout) {
        show = new Show(Worlds.simulated(crowd(perSecond)));
        show.layoutProperty().set(layout);
        stage = new StageView(show, _ -> {});
        var window = new Stage();
        window.setScene(new Scene(stage, 1280, 800));
        window.show();
        show.playingProperty().set(true);
        timer().start();
    }

    private static Scenario crowd(double perSecond) {
        return Scenario.of()
                .with(new PolicyChoice("textbook/ring", Map.of("points", "160")))
                .with(Worlds.servers(100).stream()
                        .map(s -> s.taking(new Latency.Constant(Duration.ofMillis(100))))
                        .toList())
                .with(new Traffic(new Arrivals.Constant(perSecond), 50, new Keys.Uniform(10_000)));
    }

    private AnimationTimer timer() {
        return new AnimationTimer() {
            @Override
            public void handle(long now) {
                long began = System.nanoTime();
                show.pulse(last == 0 ? 0 : Math.min(50_000_000, now - last));
                stage.frame(now);
                if (frame >= 0) {
                    work[frame] = (System.nanoTime() - began) / 1e6;
                    gaps[frame] = (now - last) / 1e6;
                    drawn += stage.dots().size();
                }
                last = now;
                if (++frame == FRAMES) {
                    stop();
                    done.countDown();
                }
            }
        };
    }

    private void report() {
        System.out.printf(
                Locale.ROOT,
                "%d dots on average; frame gap p50 %.1f p95 %.1f ms; work on the FX thread p50 %.1f p95 %.1f ms; %.1f"
                        + " frames/s%n",
                drawn / FRAMES,
                share(gaps, 0.5),
                share(gaps, 0.95),
                share(work, 0.5),
                share(work, 0.95),
                1000 / Arrays.stream(gaps).average().orElseThrow());
    }

    private static double share(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    public static void main(String[] arguments) throws InterruptedException {
        var run = new FrameTimes[1];
        var ready = new CountDownLatch(1);
        Platform.startup(() -> {
            run[0] = new FrameTimes(Double.parseDouble(arguments[0]), Layout.valueOf(arguments[1]));
            ready.countDown();
        });
        ready.await();
        run[0].done.await();
        run[0].report();
        Platform.exit();
    }
}
