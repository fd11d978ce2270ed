package ringside.view.legs;

import static ringside.view.Texts.text;

import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Backstage;
import ringside.view.Figures;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.History;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/** Two balancers of different layers, one above the other, with what each server answered through either. */
public final class BesidePane extends VBox {
    private static final long TELL_NANOS = 200_000_000;

    private final Show first;
    private final Show second;
    private final Label above = line("beside-first");
    private final Label below = line("beside-second");
    private long told = System.nanoTime() - TELL_NANOS;
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long nanos) {
            second.pulse(last == 0 ? 0 : nanos - last);
            last = nanos;
        }
    };

    /**
     * A show above and the world beside its own below.
     *
     * @param stage the stage of the show above
     * @param beside what the clients of the show ask as well
     * @param history what was done to both
     * @param stages makes the stage of a show
     */
    public BesidePane(Show first, Region stage, World beside, History history, Function<Show, Region> stages) {
        this.first = first;
        this.second = new Show(beside, history, Backstage.aside(), () -> {});
        var lower = stages.apply(second);
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        stage.setPrefHeight(0);
        lower.setPrefHeight(0);
        setId("beside");
        getStyleClass().add("beside");
        getChildren().addAll(above, stage, Controls.rule(), below, lower);
        second.layoutProperty().bindBidirectional(first.layoutProperty());
        second.playingProperty().bindBidirectional(first.playingProperty());
        first.nanosProperty().subscribe(this::goAlong);
        first.selectionProperty().subscribe(picked -> share(picked, second));
        second.selectionProperty().subscribe(picked -> share(picked, first));
        first.snapshotProperty().subscribe(_ -> tell());
        sceneProperty().subscribe((_, scene) -> {
            if (scene == null) {
                leave();
            } else {
                timer.start();
            }
        });
    }

    /** Nobody comes back to a stage that was left; the worlds are not closed with it. */
    private void leave() {
        timer.stop();
        second.close();
    }

    private static Label line(String id) {
        var line = Controls.label("", "small", "beside-line");
        line.setId(id);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    /** The present of both is now; in the past both are at the same instant. */
    private void goAlong(Number nanos) {
        if (!first.atNowProperty().get()) {
            second.seek(nanos.longValue());
        } else if (!second.atNowProperty().get()) {
            second.toNow();
        }
    }

    /** Servers are the same in both; requests are not. */
    private static void share(Selection picked, Show other) {
        if (!(picked instanceof Selection.OfRequest)) {
            other.selectionProperty().set(picked);
        }
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - told < TELL_NANOS) {
            return;
        }
        told = now;
        above.setText(answers(first.world()));
        below.setText(answers(second.world()));
    }

    /* They are counted up to now, whatever instant is on the stage. */
    private String answers(World world) {
        var scenario = world.scenario();
        var load = world.load();
        var words = new StringBuilder(text("beside." + scenario.handling().layer()));
        for (var server : servers(scenario)) {
            long count = load.map(l -> l.answers().getOrDefault(server, 0L)).orElse(0L);
            words.append("   ").append(server).append(' ').append(Figures.count(count));
        }
        if (!first.atNowProperty().get()) {
            words.append("   · ").append(text("beside.now"));
        }
        return words.toString();
    }

    private static Iterable<ServerId> servers(Scenario scenario) {
        return scenario.servers().stream().map(ServerSpec::id).toList();
    }
}
