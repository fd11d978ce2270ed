package ringside.view.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.ServerId;
import ringside.view.Layout;

/**
 * Where everything on the stage has its place, in one layout or on the way from one to another.
 *
 * @param ring the circle
 * @param flow clients, balancer and servers from left to right
 * @param tiles where each server's tile stands
 * @param flowShare 0 when servers and requests follow the ring, 1 when they follow the flow
 * @param ringShown how clearly the ring is seen, 0 to 1
 * @param flowShown how clearly clients, balancer and pipes are seen, 0 to 1
 * @param graveyard where dropped requests come to lie
 */
record StageGeometry(
        RingGeometry ring,
        FlowGeometry flow,
        Map<ServerId, Box> tiles,
        double flowShare,
        double ringShown,
        double flowShown,
        Place graveyard) {
    private static final double RING_BESIDE = 0.44;
    private static final double TOLD = 34;
    private static final double ASIDE = 16;
    private static final double RING_BEFORE_ORIGIN = 0.33;

    /**
     * A server that needs a place.
     *
     * @param id which
     * @param turn the turn it would like on the ring
     * @param named whether its name stands below its tile
     * @param checked whether the marks of its checks stand above it
     */
    record Guest(ServerId id, double turn, boolean named, boolean checked) {}

    /**
     * Who needs a place.
     *
     * @param guests the servers
     * @param groups how many groups of clients there are
     * @param origin whether there is an origin behind the servers
     */
    record Crowd(List<Guest> guests, int groups, boolean origin) {
        Crowd {
            guests = List.copyOf(guests);
        }

        private FlowGeometry flow(Box box) {
            return origin
                    ? FlowGeometry.before(box, groups, guests.size())
                    : FlowGeometry.in(box, groups, guests.size());
        }
    }

    /** The places of a layout in a box, for these servers and so many groups of clients. */
    static StageGeometry of(Layout layout, Box box, List<Guest> guests, int groups) {
        return of(layout, box, new Crowd(guests, groups, false));
    }

    /** The places of a layout in a box. */
    static StageGeometry of(Layout layout, Box box, Crowd crowd) {
        return switch (layout) {
            case RING -> ring(box, crowd);
            case FLOW -> flow(box, crowd);
            case BOTH -> both(box, crowd);
        };
    }

    private static StageGeometry ring(Box box, Crowd crowd) {
        var origin = crowd.origin() ? Optional.of(corner(box)) : Optional.<Box>empty();
        var whole = Seats.of(box, crowd.guests());
        var seats = origin.filter(o -> whole.touch(told(o)))
                .map(o -> Seats.of(before(o, box), crowd.guests()))
                .orElse(whole);
        var away = crowd.flow(new Box(box.x() - 40, box.y(), box.width() + 40, box.height()));
        var flow = new FlowGeometry(
                away.clients(), Box.around(seats.ring().centre(), 20), away.servers(), away.captions(), origin);
        var grave = new Place(box.x() + 48, box.bottom() - 10);
        return new StageGeometry(seats.ring(), flow, named(crowd.guests(), seats.tiles()), 0, 1, 0, grave);
    }

    /* On the ring the origin of caches keeps to a corner, and the ring keeps clear of it. */
    private static Box corner(Box box) {
        double size = Math.clamp(box.height() * 0.12, 32, 56);
        return Box.around(new Place(box.right() - 30 - size / 2, box.bottom() - TOLD - size / 2), size);
    }

    /** An origin with what is told of it. */
    private static Box told(Box origin) {
        return new Box(origin.x() - ASIDE, origin.y() - 6, origin.width() + 2 * ASIDE, origin.height() + 6 + TOLD);
    }

    private static Box before(Box origin, Box box) {
        return new Box(box.x(), box.y(), told(origin).x() - box.x(), box.height());
    }

    private static StageGeometry flow(Box box, Crowd crowd) {
        var flow = crowd.flow(box);
        var ring = new RingGeometry(flow.balancer().centre(), flow.balancer().width() / 2, 3);
        var grave = new Place(flow.balancer().centre().x(), box.bottom() - 10);
        return new StageGeometry(ring, flow, named(crowd.guests(), flow.servers()), 1, 0, 1, grave);
    }

    private static StageGeometry both(Box box, Crowd crowd) {
        double cut = box.width() * (crowd.origin() ? RING_BEFORE_ORIGIN : RING_BESIDE);
        var left = new Box(box.x(), box.y(), cut, box.height());
        var right = new Box(box.x() + cut, box.y(), box.width() - cut, box.height());
        var flow = crowd.flow(right);
        double grave =
                crowd.origin() ? right.x() + 60 : flow.balancer().centre().x();
        return new StageGeometry(
                RingGeometry.in(left, 46),
                flow,
                named(crowd.guests(), flow.servers()),
                1,
                1,
                1,
                new Place(grave, box.bottom() - 10));
    }

    private static Map<ServerId, Box> named(List<Guest> guests, List<Box> boxes) {
        var named = new HashMap<ServerId, Box>();
        IntStream.range(0, guests.size()).forEach(i -> named.put(guests.get(i).id(), boxes.get(i)));
        return named;
    }

    /** Where a server's tile stands; the balancer's place when it has none. */
    Box tile(ServerId server) {
        return tiles.getOrDefault(server, flow.balancer());
    }

    /** The geometry this share of the way to another: 0 here, 1 there. Who is new stands where it will stand. */
    StageGeometry toward(StageGeometry other, double share) {
        if (share >= 1) {
            return other;
        }
        var between = new HashMap<ServerId, Box>();
        other.tiles.forEach(
                (id, box) -> between.put(id, tiles.getOrDefault(id, box).toward(box, share)));
        return new StageGeometry(
                ring.toward(other.ring, share),
                flow.toward(other.flow, share),
                between,
                flowShare + (other.flowShare - flowShare) * share,
                ringShown + (other.ringShown - ringShown) * share,
                flowShown + (other.flowShown - flowShown) * share,
                graveyard.toward(other.graveyard, share));
    }
}
