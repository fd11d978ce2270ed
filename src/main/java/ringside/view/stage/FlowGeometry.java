package ringside.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Clients on the left, the balancer, and servers on the right; behind them the origin of their caches, if they have any.
 *
 * @param clients where each group of clients stands
 * @param balancer where the balancer stands
 * @param servers where each server stands, in the order of the pool
 * @param captions whether there is room beside a server for a caption
 * @param origin where the origin stands, if there is one
 */
record FlowGeometry(List<Box> clients, Box balancer, List<Box> servers, boolean captions, Optional<Box> origin) {
    private static final double NARROW = 460;
    private static final double LEAST_BESIDE = 390;
    private static final double CAPTION_WIDTH = 112;
    private static final double NARROW_CAPTION_WIDTH = 84;
    private static final double LEAST_PIPE = 52;
    private static final double LEAST_PITCH = 46;
    private static final double WIDEST_PITCH = 150;
    private static final double WIDEST_SHARE = 0.28;
    private static final double BELOW = 46;
    private static final double GRAVES = 26;

    /** Everything in one box, for so many groups of clients and so many servers, and an origin behind these. */
    static FlowGeometry before(Box box, int groups, int servers) {
        double size = Math.clamp(box.width() * 0.08, 40, 60);
        double depth = size + Math.clamp(box.width() * 0.14, 44, 130);
        var front = in(new Box(box.x(), box.y(), box.width() - depth, box.height() - GRAVES), groups, servers, false);
        var origin = Box.around(
                new Place(box.right() - 14 - size / 2, front.balancer.centre().y()), size);
        return new FlowGeometry(front.clients, front.balancer, front.servers, false, Optional.of(origin));
    }

    /** Everything in one box, for so many groups of clients and so many servers. */
    static FlowGeometry in(Box box, int groups, int servers) {
        return in(box, groups, servers, box.width() >= LEAST_BESIDE);
    }

    private static FlowGeometry in(Box box, int groups, int servers, boolean beside) {
        double x = box.x() + (box.width() < NARROW ? 10 : 24);
        double client = Math.clamp(box.width() * 0.15, 90, 112);
        var clients = column(new Place(x + client / 2, box.centre().y()), box.height(), groups).stream()
                .map(p -> Box.around(p, client, Math.min(36, box.height() / Math.max(1, groups) - 8)))
                .toList();
        double size = Math.clamp(Math.min(box.width() * 0.1, box.height() * 0.12), 44, 76);
        var balancer = Box.around(
                new Place(
                        Math.max(box.x() + box.width() * 0.37, x + client + LEAST_PIPE + size / 2),
                        box.centre().y()),
                size);
        boolean one = servers * LEAST_PITCH <= box.height();
        var tiles = one ? single(box, servers, beside) : grid(box, servers);
        return new FlowGeometry(clients, balancer, tiles, one && beside, Optional.empty());
    }

    /* A caption stands beside its tile, or else below it. */
    private static List<Box> single(Box box, int servers, boolean beside) {
        double pitch = pitch(box.height(), servers);
        double size = Math.clamp(Math.min(pitch - (beside ? 14 : BELOW), box.height() * 0.12), 30, 76);
        double right = beside ? caption(box) + 4 : 20;
        var middle = new Place(box.right() - right - size / 2, box.centre().y());
        return column(middle, box.height(), servers).stream()
                .map(p -> Box.around(p, size))
                .toList();
    }

    private static double caption(Box box) {
        return box.width() < NARROW ? NARROW_CAPTION_WIDTH : CAPTION_WIDTH;
    }

    private static List<Place> column(Place middle, double height, int count) {
        double pitch = pitch(height, count);
        return IntStream.range(0, count)
                .mapToObj(i -> middle.plus(0, (i - (count - 1) / 2.0) * pitch))
                .toList();
    }

    private static double pitch(double height, int count) {
        return Math.min(Math.max(WIDEST_PITCH, height * WIDEST_SHARE), height / Math.max(1, count));
    }

    private static List<Box> grid(Box box, int servers) {
        double left = box.x() + box.width() * 0.52;
        double width = box.right() - 20 - left;
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(servers * width / box.height())));
        int rows = (servers + columns - 1) / columns;
        double across = width / columns;
        double down = box.height() / rows;
        double size = Math.clamp(Math.min(across - 10, down - 15), 10, 46);
        var tiles = new ArrayList<Box>();
        for (int i = 0; i < servers; i++) {
            int column = i / rows;
            int row = i % rows;
            var at = new Place(left + across * (column + 0.5), box.y() + down * (row + 0.5) + 3);
            tiles.add(Box.around(at, size));
        }
        return tiles;
    }

    /** Where requests of a group of clients set out. */
    Place mouth(int group) {
        return clients.isEmpty()
                ? balancer.leftMiddle()
                : clients.get(Math.min(group, clients.size() - 1)).rightMiddle();
    }

    FlowGeometry toward(FlowGeometry other, double share) {
        return new FlowGeometry(
                between(clients, other.clients, share),
                balancer.toward(other.balancer, share),
                between(servers, other.servers, share),
                other.captions,
                other.origin.map(o -> origin.orElse(o).toward(o, share)));
    }

    /** How far it is from a server down to the next; as far as can be when there is one. */
    double pitch() {
        return servers.size() < 2
                ? WIDEST_PITCH
                : servers.get(1).y() - servers.get(0).y();
    }

    /** Whether the servers stand in one column. */
    boolean column() {
        return !servers.isEmpty() && servers.getFirst().x() == servers.getLast().x();
    }

    private static List<Box> between(List<Box> from, List<Box> to, double share) {
        return IntStream.range(0, to.size())
                .mapToObj(i -> i < from.size() ? from.get(i).toward(to.get(i), share) : to.get(i))
                .toList();
    }
}
