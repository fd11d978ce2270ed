package ringside.view.inspect;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.LogSlider;
import ringside.view.parts.Numbers;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Traffic;

/** The requests that the world makes for itself: whether, how many, how evenly, and from how many clients. */
final class TrafficSection implements WorldPane.Section {
    private static final double USUAL = 20;

    private final Show show;
    private final VBox box = new VBox(9);
    private final Button startStop = Controls.button("", "chip", this::toggle);
    private final LogSlider rate = new LogSlider(0.5, 1000, USUAL, text("traffic.rate"));
    private final Label shown = Controls.label("", "mono");
    private final Button even = Controls.button(text("traffic.even"), "chip", () -> arrive(false));
    private final Button random = Controls.button(text("traffic.random"), "chip", () -> arrive(true));
    private final Numbers clients =
            new Numbers(1, 100_000, text("traffic.clients"), n -> set(new Traffic(traffic().arrivals(), n, traffic().keys())));
    private boolean irregular = true;
    private boolean following;

    TrafficSection(Show show) {
        this.show = show;
        follow(show.world().scenario());
        startStop.setId("traffic");
        HBox.setHgrow(rate, Priority.ALWAYS);
        shown.setMinWidth(58);
        shown.setAlignment(Pos.CENTER_RIGHT);
        shown.setText(Figures.rate(rate.valueProperty().get()));
        rate.valueProperty().addListener(_ -> rateMoved());
        rate.slider().valueChangingProperty().addListener(_ -> rateMoved());
        box.getChildren()
                .addAll(
                        line(Controls.section(text("world.traffic")), Controls.spring(), startStop),
                        line(rate, shown),
                        line(even, random),
                        line(Controls.label(text("traffic.clients"), "muted", "small"), Controls.spring(), clients.spinner()));
    }

    private static HBox line(Node... parts) {
        var line = new HBox(6, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Traffic traffic() {
        return show.world().scenario().traffic();
    }

    private void set(Traffic traffic) {
        show.apply(new Command.SetTraffic(traffic));
    }

    private void toggle() {
        if (traffic().arrivals() instanceof Arrivals.None) {
            arrive(irregular);
        } else {
            set(traffic().arriving(new Arrivals.None()));
        }
    }

    private void arrive(boolean atRandom) {
        irregular = atRandom;
        double perSecond = Math.rint(rate.valueProperty().get() * 10) / 10;
        set(traffic().arriving(atRandom ? new Arrivals.Poisson(perSecond) : new Arrivals.Constant(perSecond)));
    }

    /* While the thumb is held nothing is ordered yet: one drag is one command, and one step to undo. */
    private void rateMoved() {
        shown.setText(Figures.rate(rate.valueProperty().get()));
        boolean running = !(traffic().arrivals() instanceof Arrivals.None);
        if (!following && running && !rate.slider().isValueChanging()) {
            arrive(irregular);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Scenario scenario) {
        var arrivals = scenario.traffic().arrivals();
        boolean running = !(arrivals instanceof Arrivals.None);
        var words = text(running ? "traffic.stop" : "traffic.start");
        startStop.setText(words);
        startStop.setAccessibleText(words);
        clients.follow(scenario.traffic().clients());
        following = true;
        switch (arrivals) {
            case Arrivals.Constant(double perSecond) -> followRate(perSecond, false);
            case Arrivals.Poisson(double perSecond) -> followRate(perSecond, true);
            case Arrivals.None() -> {}
        }
        following = false;
        Controls.style(even, "chosen", running && !irregular);
        Controls.style(random, "chosen", running && irregular);
    }

    private void followRate(double perSecond, boolean atRandom) {
        irregular = atRandom;
        if (!rate.slider().isValueChanging() && Math.abs(rate.valueProperty().get() - perSecond) > 0.06) {
            rate.valueProperty().set(perSecond);
        }
    }
}
