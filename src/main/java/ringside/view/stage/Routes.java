package ringside.view.stage;

import ringside.engine.ServerId;

/**
 * The ways that requests take through one geometry: along the flow, along the ring, or between the two.
 *
 * @param stage the geometry
 * @param bearings where requests belong
 * @param still whether a request on its way keeps one place there, and is not where it is at the moment
 */
record Routes(StageGeometry stage, Bearings bearings, boolean still) {
    private static final double ALONG_THE_RING = 0.72;
    private static final double OUT_OF_THE_MIDDLE = 0.5;
    private static final double NEAREST = 0.15;
    private static final double SPREAD = 0.7;
    private static final double GOLDEN = 0.6180339887498949;
    private static final Place LEFT = new Place(-1, 0);

    /** Those on which requests move. */
    Routes(StageGeometry stage, Bearings bearings) {
        this(stage, bearings, false);
    }

    /** Where a request is drawn. */
    Place place(Journey journey) {
        return switch (journey.leg()) {
            case COMING -> coming(journey, share(journey));
            case WAITING -> waiting(journey);
            case GOING -> going(journey, share(journey));
            case HELD -> held(journey);
            case LEAVING, FALLING, GONE -> journey.server().isPresent() ? slot(journey) : coming(journey, 1);
        };
    }

    /* Those that keep their places are spread, so that each can be seen. */
    private double share(Journey journey) {
        return still ? NEAREST + SPREAD * Span.wrap(journey.request().id() * GOLDEN) : journey.share();
    }

    private Place coming(Journey journey, double share) {
        var onFlow = stage.flow()
                .mouth(bearings.group(journey.request()))
                .toward(stage.flow().balancer().leftMiddle(), share);
        if (stage.flowShare() == 1) {
            return onFlow;
        }
        var ring = stage.ring();
        double turn = journey.turn(bearings);
        var onRing = ring.at(turn, ring.radius() * (OUT_OF_THE_MIDDLE + (1 - OUT_OF_THE_MIDDLE) * share));
        return onRing.toward(onFlow, stage.flowShare());
    }

    private Place waiting(Journey journey) {
        var onRing = coming(journey, 1);
        var inLine = WaitingLine.place(stage.flow().balancer(), Math.max(0, journey.slot()));
        double share = still ? 1 : journey.share();
        return onRing.toward(inLine, share * stage.flowShare());
    }

    private Place rim(double turn) {
        return stage.ring().at(turn, stage.ring().radius());
    }

    private Place going(Journey journey, double share) {
        var server = journey.server().orElseThrow();
        var mouth = mouth(server);
        var start = journey.previous().map(this::mouth);
        if (start.isPresent()) {
            return start.get().toward(mouth, share);
        }
        var balancer = stage.flow().balancer();
        var first = journey.left() < 0 ? balancer.rightMiddle() : WaitingLine.place(balancer, journey.left());
        var onFlow = first.toward(mouth, share);
        if (stage.flowShare() == 1) {
            return onFlow;
        }
        return walk(journey, server, share).toward(onFlow, stage.flowShare());
    }

    private Place walk(Journey journey, ServerId server, double share) {
        double from = journey.turn(bearings);
        double to = journey.landing(bearings, server);
        if (share < ALONG_THE_RING) {
            return rim(from + Span.wrap(to - from) * share / ALONG_THE_RING);
        }
        return rim(to).toward(mouth(server), (share - ALONG_THE_RING) / (1 - ALONG_THE_RING));
    }

    private Place mouth(ServerId server) {
        var tile = stage.tile(server);
        if (slots(server).inside() == 0) {
            return tile.centre();
        }
        var ring = stage.ring().centre();
        double gap = Math.max(1, tile.centre().distance(ring));
        var onRing = tile.centre().toward(ring, Math.min(1, (tile.width() * 0.5 + 4) / gap));
        return onRing.toward(tile.leftMiddle().plus(-4, 0), stage.flowShare());
    }

    private Place held(Journey journey) {
        var server = journey.server().orElseThrow();
        return mouth(server).toward(slot(journey), still ? 1 : journey.share());
    }

    private Place slot(Journey journey) {
        var server = journey.server().orElseThrow();
        var tile = stage.tile(server);
        var slots = Slots.of(tile.width());
        return slots.all() == 0
                ? tile.centre()
                : slots.place(tile, Math.clamp(journey.slot(), 0, slots.all()), queueWay(tile));
    }

    /** Which way a server's queue grows: towards the balancer in the flow, away from the middle on the ring. */
    Place queueWay(Box tile) {
        if (stage.flowShare() >= 0.5) {
            return LEFT;
        }
        return tile.centre().x() < stage.ring().centre().x() ? LEFT : new Place(1, 0);
    }

    /** How large a request is drawn on its way: smaller where servers are many and small. */
    double radius() {
        double tile =
                stage.tiles().values().stream().findFirst().map(Box::width).orElse(60.0);
        return tile >= 44 ? 6 : tile >= 30 ? 5 : 3.5;
    }

    /** The slots of a server. */
    Slots slots(ServerId server) {
        return Slots.of(stage.tile(server).width());
    }
}
