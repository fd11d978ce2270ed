package ringside.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import ringside.sim.SimulatedWorld;
import ringside.view.stage.StageView;
import ringside.view.transport.TransportCard;
import ringside.world.Arrivals;
import ringside.world.History;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

/**
 * Measures for how long moving through time keeps the FX thread.
 *
 * <p>A world with 1000 requests a second is played at 1, 10 and 100 times real speed, and then the thumb is dragged over
 * the 600 000 newest events. Told are milliseconds a frame: what the show and everything that follows it (the transport,
 * its charts and sentences) use of the processor and how long they take; and what lies between frames, the drawing of
 * the stage included. Other programs that need the processor lengthen all but the first.
 */
final class FxPauses {
    private static final long SECOND = 1_000_000_000;
    private static final int WARM = 120;
    private static final int FRAMES = 600;
    private static final int EVENTS = 600_000;
    private static final int LONGEST_FRAME = 250_000_000;

    private final SimulatedWorld world = new SimulatedWorld(Scenario.of(
                    ServerSpec.named("A"), ServerSpec.named("B"), ServerSpec.named("C"), ServerSpec.named("D"))
            .with(new Traffic(new Arrivals.Poisson(1000), 50, Traffic.none().keys())));
    private final Show show = new Show(world, new History(world), Backstage.aside(), world::close);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[] busy = new double[FRAMES];
    private final double[] used = new double[FRAMES];
    private final double[] gaps = new double[FRAMES];

    private FxPauses() {
        var stage = new StageView(show, _ -> {});
        var pane = new BorderPane(stage);
        pane.setBottom(new TransportCard(show, new ReadOnlyStringWrapper("").getReadOnlyProperty()));
        var window = new Stage();
        window.setScene(new Scene(pane, 1280, 860));
        window.show();
    }

    /** What is done in one frame beside the pulse. */
    private interface Gesture {
        void make(int frame);
    }

    private CountDownLatch measure(Gesture gesture) {
        var done = new CountDownLatch(1);
        new AnimationTimer() {
            private int frame = -WARM;
            private long last = System.nanoTime();

            @Override
            public void handle(long now) {
                long begun = System.nanoTime();
                long before = threads.getCurrentThreadCpuTime();
                gesture.make(frame + WARM);
                show.pulse(Math.min(begun - last, LONGEST_FRAME));
                if (frame >= 0) {
                    used[frame] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
                    busy[frame] = (System.nanoTime() - begun) / 1e6;
                    gaps[frame] = (begun - last) / 1e6;
                }
                last = begun;
                if (++frame == FRAMES) {
                    stop();
                    done.countDown();
                }
            }
        }.start();
        return done;
    }

    private void report(String what) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %s of processor, %s of wall time; from frame to frame %s%s%n",
                what,
                shares(used),
                shares(busy),
                shares(gaps),
                show.playingProperty().get()
                        ? "; " + Figures.speed(show.reachedProperty().get()) + " reached"
                        : "");
    }

    private static String shares(double[] millis) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f p99 %.2f max %.2f ms",
                share(millis, 0.5),
                share(millis, 0.99),
                share(millis, 1));
    }

    private static double share(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static void onScreen(Runnable what) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            what.run();
            done.countDown();
        });
        done.await();
    }

    private void play(double speed) throws InterruptedException {
        onScreen(() -> {
            show.speedProperty().set(speed);
            show.playingProperty().set(true);
        });
        var done = new CountDownLatch[1];
        onScreen(() -> done[0] = measure(_ -> {}));
        done[0].await();
        onScreen(() -> report("playing at " + Figures.speed(speed)));
    }

    private void drag() throws InterruptedException {
        onScreen(() -> show.playingProperty().set(false));
        world.advanceTo(world.now() + SECOND);
        while (world.timeline().nextSequence() < EVENTS) {
            world.advanceTo(world.now() + SECOND);
        }
        long from =
                world.timeline().after(world.timeline().nextSequence() - EVENTS).nanos();
        long to = world.now();
        var done = new CountDownLatch[1];
        onScreen(() -> done[0] = measure(frame -> show.seek(from + (long) (place(frame) * (to - from)))));
        done[0].await();
        onScreen(() -> report("dragging over " + EVENTS));
    }

    /* To and fro, never twice at the same place. */
    private static double place(int frame) {
        return 0.5 + 0.5 * Math.sin(frame * 0.0431);
    }

    public static void main(String[] none) throws InterruptedException {
        var run = new FxPauses[1];
        var ready = new CountDownLatch(1);
        Platform.startup(() -> {
            run[0] = new FxPauses();
            ready.countDown();
        });
        ready.await();
        for (double speed : new double[] {1, 10, 100}) {
            run[0].play(speed);
        }
        run[0].drag();
        onScreen(run[0].show::close);
        Platform.exit();
    }
}
