package ringside.view.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.ServerId;
import ringside.world.Checks;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** Checks on their way: each sets out, waits at its server until it is answered, and brings its verdict back. */
final class Probes {
    private static final double LEG_MILLIS = 360;
    private static final double BESIDE = 9;
    private static final double INNER = 0.38;

    /**
     * A check as it is drawn.
     *
     * @param from where its line begins
     * @param at how far it has come
     * @param kind what it does
     * @param told once the verdict is known
     */
    record Diamond(Place from, Place at, Checks.Kind kind, Optional<Boolean> told) {}

    private final Map<ServerId, Long> newest = new HashMap<>();
    private final Map<ServerId, Flight> flights = new HashMap<>();

    private static final class Flight {
        private final Checks.Kind kind;
        private double out;
        private double back;
        private Optional<Boolean> told = Optional.empty();

        private Flight(Checks.Kind kind) {
            this.kind = kind;
        }

        private boolean pass(double millis) {
            boolean moving = out < 1 || told.isPresent();
            if (out < 1) {
                out = Math.min(1, out + millis / LEG_MILLIS);
            } else if (told.isPresent()) {
                back += millis / LEG_MILLIS;
            }
            return moving;
        }
    }

    /** Takes in which checks set out and which came back. */
    void follow(Snapshot snapshot) {
        for (var server : snapshot.servers()) {
            if (server.probing().isPresent()) {
                flights.computeIfAbsent(server.id(), _ -> new Flight(kind(snapshot)));
            }
            server.probes().stream().findFirst().ifPresent(p -> answered(server, p));
        }
        flights.keySet().removeIf(id -> snapshot.server(id).isEmpty());
    }

    private static Checks.Kind kind(Snapshot snapshot) {
        return snapshot.scenario().checks().kind();
    }

    private void answered(ServerState server, ServerState.Probe probe) {
        Long before = newest.put(server.id(), probe.nanos());
        if (before == null || before < probe.nanos()) {
            flights.computeIfAbsent(server.id(), _ -> new Flight(probe.kind())).told = Optional.of(probe.passed());
        }
    }

    /** Shows an instant at rest: checks that wait, wait at their servers. */
    void settle(Snapshot snapshot) {
        flights.clear();
        newest.clear();
        for (var server : snapshot.servers()) {
            server.probes().stream().findFirst().ifPresent(p -> newest.put(server.id(), p.nanos()));
            if (server.probing().isPresent()) {
                var flight = new Flight(kind(snapshot));
                flight.out = 1;
                flights.put(server.id(), flight);
            }
        }
    }

    /** Goes on for some time to watch; whether anything was seen to move. */
    boolean pass(double millis) {
        boolean moving = false;
        for (var flight : flights.values()) {
            moving |= flight.pass(millis);
        }
        flights.values().removeIf(f -> f.back >= 1);
        return moving;
    }

    /** Every check that is drawn: beside the pipes of the flow, or out of the middle of the ring. */
    List<Diamond> diamonds(StageGeometry stage) {
        var drawn = new ArrayList<Diamond>();
        flights.forEach((server, flight) -> {
            var from = from(stage, server);
            var at = from.toward(to(stage, server), flight.out - flight.back);
            drawn.add(new Diamond(from, at, flight.kind, flight.out >= 1 ? flight.told : Optional.empty()));
        });
        return drawn;
    }

    private static Place from(StageGeometry stage, ServerId server) {
        var onFlow = stage.flow().balancer().rightMiddle().plus(0, -BESIDE);
        var middle = stage.ring().centre();
        var tile = stage.tile(server).centre();
        double gap = Math.max(1, middle.distance(tile));
        var onRing = middle.toward(tile, Math.min(1, stage.ring().radius() * INNER / gap));
        return onRing.toward(onFlow, stage.flowShare());
    }

    private static Place to(StageGeometry stage, ServerId server) {
        var box = stage.tile(server);
        var onFlow = box.leftMiddle().plus(-10, -BESIDE);
        var middle = stage.ring().centre();
        double gap = Math.max(1, middle.distance(box.centre()));
        var onRing = box.centre().toward(middle, Math.min(1, (box.width() / 2 + 9) / gap));
        return onRing.toward(onFlow, stage.flowShare());
    }
}
