package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import ringside.view.parts.Segments;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Traffic;

/** The requests that the world makes for itself: whether, how many, in what manner, and from how many clients. */
final class TrafficSection implements WorldPane.Section {
    private static final double USUAL = 20;
    private static final Duration ON = Duration.ofSeconds(1);
    private static final Duration OFF = Duration.ofSeconds(4);
    private static final int BATCH = 10;
    private static final double SWING = 10;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration THINK = Duration.ofMillis(50);

    private enum Manner {
        EVEN,
        RANDOM,
        BURSTS,
        BATCHES,
        DIURNAL,
        CLOSED
    }

    private final Show show;
    private final VBox box = new VBox(9);
    private final Button startStop = Controls.button("", "chip", this::toggle);
    private final LogSlider rate = new LogSlider(0.5, 1000, USUAL, text("traffic.rate"));
    private final Label shown = Controls.label("", "mono");
    private final Segments<Manner> manners = new Segments<>(this::arriveSo);
    private final Numbers clients = new Numbers(1, 100_000, text("traffic.clients"), this::comeFrom);
    private final Numbers perConnection =
            new Numbers(0, Traffic.MOST_PER_CONNECTION, text("traffic.per-connection"), this::goOver);
    private Manner manner = Manner.RANDOM;
    private final Label meaning = Controls.paragraph("", "muted", "small");
    private boolean following;

    TrafficSection(Show show) {
        this.show = show;
        manners.row(List.of(
                        new Segments.Segment<>(Manner.EVEN, "traffic-even", text("traffic.even")),
                        new Segments.Segment<>(Manner.RANDOM, "traffic-random", text("traffic.random"))))
                .row(List.of(
                        new Segments.Segment<>(Manner.BURSTS, "traffic-bursts", text("traffic.bursts")),
                        new Segments.Segment<>(Manner.BATCHES, "traffic-batches", text("traffic.batches"))))
                .row(List.of(
                        new Segments.Segment<>(Manner.DIURNAL, "traffic-diurnal", text("traffic.diurnal")),
                        new Segments.Segment<>(Manner.CLOSED, "traffic-closed", text("traffic.closed"))));
        follow(show.scenario());
        startStop.setId("traffic");
        perConnection.spinner().setId("traffic-per-connection");
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
                        manners,
                        meaning,
                        line(
                                Controls.label(text("traffic.clients"), "muted", "small"),
                                Controls.spring(),
                                clients.spinner()),
                        perConnection.line());
    }

    private static HBox line(Node... parts) {
        var line = new HBox(6, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Traffic traffic() {
        return show.scenario().traffic();
    }

    private void set(Traffic traffic) {
        show.apply(new Command.SetTraffic(traffic));
    }

    private void toggle() {
        if (running()) {
            set(traffic().arriving(new Arrivals.None()));
        } else {
            arrive();
        }
    }

    private void arriveSo(Manner other) {
        manner = other;
        if (running()) {
            arrive();
        }
    }

    private void comeFrom(int number) {
        var from = traffic().from(number);
        set(from.arrivals() instanceof Arrivals.Closed(var _, var think) ? from.arriving(closed(number, think)) : from);
    }

    private void goOver(int requests) {
        set(traffic().over(requests == 0 ? Optional.empty() : Optional.of(requests)));
    }

    private static Arrivals closed(int number, Duration think) {
        return new Arrivals.Closed(Math.min(number, Arrivals.Closed.MOST_CLIENTS), think);
    }

    private boolean running() {
        return !(traffic().arrivals() instanceof Arrivals.None);
    }

    private void arrive() {
        double perSecond = Math.rint(rate.valueProperty().get() * 10) / 10;
        var now = traffic().arrivals();
        set(traffic()
                .arriving(
                        switch (manner) {
                            case EVEN -> new Arrivals.Constant(perSecond);
                            case RANDOM -> new Arrivals.Poisson(perSecond);
                            case BURSTS ->
                                now instanceof Arrivals.Bursts(var _, var on, var off)
                                        ? new Arrivals.Bursts(perSecond, on, off)
                                        : new Arrivals.Bursts(perSecond, ON, OFF);
                            case BATCHES -> {
                                int size = now instanceof Arrivals.Batches(double _, int many) ? many : BATCH;
                                yield new Arrivals.Batches(Math.max(Arrivals.LEAST, perSecond / size), size);
                            }
                            case DIURNAL ->
                                new Arrivals.Diurnal(
                                        perSecond / SWING,
                                        perSecond,
                                        now instanceof Arrivals.Diurnal(double _, double _, var period)
                                                ? period
                                                : PERIOD);
                            case CLOSED -> closed(traffic().clients(), THINK);
                        }));
    }

    /* While the thumb is held nothing is ordered yet: one drag is one command, and one step to undo. */
    private void rateMoved() {
        shown.setText(Figures.rate(rate.valueProperty().get()));
        if (!following && running() && !rate.slider().isValueChanging()) {
            arrive();
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
        var verb = text(running ? "traffic.stop" : "traffic.start");
        startStop.setText(verb);
        startStop.setAccessibleText(verb);
        clients.follow(scenario.traffic().clients());
        perConnection.follow(scenario.traffic().perConnection().orElse(0));
        following = true;
        switch (arrivals) {
            case Arrivals.Constant(double perSecond) -> followRate(perSecond, Manner.EVEN);
            case Arrivals.Poisson(double perSecond) -> followRate(perSecond, Manner.RANDOM);
            case Arrivals.Bursts(double perSecond, var _, var _) -> followRate(perSecond, Manner.BURSTS);
            case Arrivals.Batches(double perSecond, int size) -> followRate(perSecond * size, Manner.BATCHES);
            case Arrivals.Diurnal(double from, double to, var _) -> followRate(Math.max(from, to), Manner.DIURNAL);
            case Arrivals.Closed _ -> manner = Manner.CLOSED;
            case Arrivals.None() -> {}
        }
        following = false;
        manners.follow(manner);
        rate.setDisable(manner == Manner.CLOSED);
        shown.setDisable(manner == Manner.CLOSED);
        var words = meaning(arrivals);
        meaning.setText(words);
        Controls.show(meaning, !words.isEmpty());
    }

    private static String meaning(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.Bursts(double _, var on, var off) ->
                text("traffic.bursts.is", Figures.duration(on), Figures.duration(off));
            case Arrivals.Batches(double _, int size) -> text("traffic.batches.is", size);
            case Arrivals.Diurnal(double from, double to, var period) ->
                text("traffic.diurnal.is", Figures.rate(from), Figures.rate(to), Figures.duration(period));
            case Arrivals.Closed(int _, var think) -> text("traffic.closed.is", Figures.duration(think));
            default -> "";
        };
    }

    private void followRate(double perSecond, Manner how) {
        manner = how;
        if (!rate.slider().isValueChanging() && Math.abs(rate.valueProperty().get() - perSecond) > 0.06) {
            rate.valueProperty().set(perSecond);
        }
    }
}
