package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.view.Identities;
import ringside.view.parts.Controls;
import ringside.view.parts.Tints;
import ringside.world.RequestState;
import ringside.world.RequestState.Attempt;

/** Where a request's time went: one bar for each phase, as long as its share of the whole wait. */
final class Waterfall extends VBox {
    /**
     * One phase.
     *
     * @param name what went on
     * @param from when it began, in nanoseconds since the request arrived
     * @param to when it ended, or now
     * @param server whose colour its bar has
     */
    record Phase(String name, long from, long to, Optional<ServerId> server) {}

    private final Identities identities;
    private final Label total = Controls.label("", "mono", "muted");
    private final VBox rows = new VBox(6);
    private List<Phase> shown = List.of();

    Waterfall(Identities identities) {
        super(8);
        this.identities = identities;
        getChildren().addAll(rows, total);
        setAlignment(Pos.TOP_RIGHT);
    }

    void follow(RequestState request, long nowNanos, long timeoutNanos) {
        long waited = endOf(request, nowNanos) - request.arrivedNanos();
        var phases = phases(request, nowNanos);
        if (!phases.equals(shown)) {
            shown = phases;
            long whole = Math.max(waited, request.end().isPresent() ? 1 : timeoutNanos);
            rows.getChildren()
                    .setAll(phases.stream().map(p -> new Row(p, whole)).toList());
        }
        total.setText(text("request.waited", Figures.span(waited), Figures.span(timeoutNanos)));
    }

    private static long endOf(RequestState request, long nowNanos) {
        return request.end().map(RequestState.End::nanos).orElse(Math.max(nowNanos, request.arrivedNanos()));
    }

    static List<Phase> phases(RequestState request, long nowNanos) {
        var phases = new ArrayList<Phase>();
        long arrived = request.arrivedNanos();
        long end = endOf(request, nowNanos);
        for (int i = 0; i < request.attempts().size(); i++) {
            var attempt = request.attempts().get(i);
            boolean last = i == request.attempts().size() - 1;
            long until = last ? end : request.attempts().get(i + 1).routedNanos();
            addPhases(phases, attempt, arrived, until);
        }
        return phases;
    }

    private static void addPhases(List<Phase> phases, Attempt attempt, long arrived, long until) {
        long routed = attempt.routedNanos();
        long connected = attempt.connectedNanos().orElse(routed);
        long started = attempt.startedNanos().orElse(until);
        long first = attempt.firstByteNanos().orElse(until);
        var server = Optional.of(attempt.server());
        if (phases.isEmpty() && routed > arrived) {
            phases.add(new Phase(text("phase.held"), 0, routed - arrived, Optional.empty()));
        }
        if (connected > routed) {
            phases.add(new Phase(text("phase.connect"), routed - arrived, connected - arrived, Optional.empty()));
        }
        phases.add(new Phase(text("phase.queue"), connected - arrived, started - arrived, Optional.empty()));
        if (attempt.startedNanos().isPresent()) {
            phases.add(new Phase(text("phase.waiting"), started - arrived, Math.max(first, started) - arrived, server));
        }
        if (attempt.firstByteNanos().isPresent()) {
            phases.add(new Phase(text("phase.answer"), first - arrived, until - arrived, server));
        }
    }

    private final class Row extends Pane {
        private static final double NAMES = 70;

        private final Phase phase;
        private final long whole;
        private final Label name;
        private final Region bar = new Region();

        private Row(Phase phase, long whole) {
            this.phase = phase;
            this.whole = whole;
            this.name = Controls.label(phase.name(), "muted", "small");
            bar.getStyleClass().add("phase");
            phase.server().ifPresent(s -> bar.setStyle(Tints.fill(identities.of(s))));
            getChildren().addAll(name, bar);
            setMinHeight(16);
            setPrefHeight(16);
        }

        @Override
        protected void layoutChildren() {
            name.resizeRelocate(0, 0, NAMES, 16);
            double room = getWidth() - NAMES;
            double from = Math.clamp(phase.from() * room / whole, 0, room - 2);
            double width = Math.clamp((phase.to() - phase.from()) * room / whole, 2, room - from);
            bar.resizeRelocate(NAMES + from, 4, width, 8);
        }
    }
}
