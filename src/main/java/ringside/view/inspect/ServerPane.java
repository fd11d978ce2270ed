package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Facts;
import ringside.view.parts.Facts.Fact;
import ringside.world.Checks;
import ringside.world.Latency;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** A server: how it is, how it treats its requests, and what its checks said. */
final class ServerPane implements Pane {
    private final Show show;
    private final ServerId server;
    private final Rings rings;
    private final VBox box = new VBox();
    private final Facts facts = new Facts();
    private final Label absent = Controls.paragraph(text("server.absent"), "muted");
    private final VBox present = new VBox(12);
    private final BehaviourButtons behaviour;
    private final WeightRow weight;
    private final ProcessesRow processes;
    private final CheckList checks = new CheckList();
    private final LeaveButtons leave;

    ServerPane(Show show, ServerId server, Rings rings) {
        this.show = show;
        this.server = server;
        this.rings = rings;
        this.behaviour = new BehaviourButtons(show, server);
        this.weight = new WeightRow(show, server);
        this.processes = new ProcessesRow(show, server);
        this.leave = new LeaveButtons(show, server);
        box.getStyleClass().add("pane");
        present.getChildren()
                .addAll(
                        facts,
                        weight,
                        Controls.rule(),
                        Controls.section(text("server.behaviour")),
                        behaviour,
                        Controls.rule(),
                        Controls.section(text("server.checks", server)),
                        checks,
                        processes,
                        Controls.rule(),
                        leave);
        box.getChildren().addAll(Head.of(show, text("server.title", server)), absent, present);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Snapshot snapshot) {
        var state = snapshot.server(server);
        Controls.show(absent, state.isEmpty());
        Controls.show(present, state.isPresent());
        state.ifPresent(s -> {
            facts.show(factsOf(s, snapshot));
            behaviour.follow(s);
            weight.follow(s);
            processes.follow(s);
            leave.follow(s);
            checks.follow(s, snapshot.scenario().checks(), snapshot.nanos());
        });
    }

    private List<Fact> factsOf(ServerState state, Snapshot snapshot) {
        var lines = new ArrayList<Fact>();
        lines.add(new Fact(
                text("server.state"), stateOf(state, snapshot.scenario().checks())));
        lines.add(new Fact(text("server.address"), state.address()));
        if (snapshot.servers().stream().map(s -> s.spec().pool()).distinct().count() > 1) {
            lines.add(new Fact(text("server.pool"), state.spec().pool()));
        }
        if (snapshot.scenario().handling().breaker().isPresent()) {
            lines.add(new Fact(text("server.breaker"), text("server.breaker." + state.breaker())));
        }
        rings.shareOf(snapshot, server)
                .ifPresent(share -> lines.add(
                        new Fact(text("server.owns"), unveiled(text("server.owns.share", Figures.percent(share))))));
        rings.onlyPointOf(snapshot, server)
                .ifPresent(point -> lines.add(new Fact(text("server.position"), Figures.place(point))));
        lines.add(new Fact(
                text("server.workers"),
                text(
                        "server.workers.busy",
                        Math.min(state.inFlight() - state.queued(), state.spec().workers()),
                        state.spec().workers())));
        lines.add(new Fact(
                text("server.queue"),
                text("server.queue.of", state.queued(), state.spec().queue())));
        lines.add(new Fact(text("server.chosen"), unveiled(Figures.count(state.chosen()))));
        lines.add(new Fact(
                text("server.answered"),
                unveiled(text(
                        "server.answered.failed", Figures.count(state.answered()), Figures.count(state.failed())))));
        lines.addAll(virtual(state, snapshot));
        if (state.spec().address().isEmpty()) {
            lines.add(new Fact(text("server.latency"), latency(state.spec().latency())));
        }
        return lines;
    }

    private String unveiled(String figure) {
        return show.veiledProperty().get() ? text("veil.figure") : figure;
    }

    /** What there is in virtual time only. */
    private static List<Fact> virtual(ServerState state, Snapshot snapshot) {
        var lines = new ArrayList<Fact>();
        if (snapshot.scenario().caching().isPresent()) {
            lines.addAll(CacheFacts.of(state.looks(), state.origin()));
        }
        if (state.spec().processes().isPresent()) {
            var each = String.format(Locale.ROOT, "%.1f", state.wakes().each());
            lines.add(new Fact(text("server.woken"), each));
        }
        return lines;
    }

    static String stateOf(ServerState state, Checks checks) {
        if (state.draining()) {
            return text("state.draining", state.inFlight());
        }
        if (state.ejected()) {
            return text("state.ejected");
        }
        var health = state.health();
        if (checks.kind() == Checks.Kind.NONE) {
            return text("state.trusted");
        }
        return switch (health.phase()) {
            case UNCHECKED -> text("state.unchecked");
            case UP -> text("state.up", health.fall());
            case GOING_DOWN -> text("state.going-down", health.streak(), health.needed());
            case DOWN -> text("state.down");
            case COMING_UP -> text("state.coming-up", health.streak(), health.needed());
        };
    }

    private static String latency(Latency latency) {
        return switch (latency) {
            case Latency.Constant(var each) -> Figures.duration(each);
            case Latency.Exponential(var mean) -> text("latency.mean", Figures.duration(mean));
            case Latency.Uniform(var least, var most) ->
                text("latency.between", Figures.duration(least), Figures.duration(most));
            case Latency.LogNormal(var median, var p99) ->
                text("latency.lognormal", Figures.duration(median), Figures.duration(p99));
            case Latency.Pareto(var scale, double shape) -> text("latency.pareto", Figures.duration(scale), shape);
            case Latency.Outliers(var usual, double percent, double times) ->
                text("latency.outliers", latency(usual), percent, times);
        };
    }
}
