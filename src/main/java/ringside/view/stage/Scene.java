package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.view.Identities;
import ringside.view.Identity;
import ringside.view.Selection;
import ringside.world.Arrivals;
import ringside.world.Checks;
import ringside.world.Happening;
import ringside.world.RequestState;
import ringside.world.ServerState;
import ringside.world.Snapshot;
import ringside.world.Traffic;

/**
 * Everything that painters need to know besides where and how.
 *
 * @param snapshot the instant
 * @param ring what its policy makes of pool and keys, if it has a ring
 * @param identities who looks how
 * @param selection what is picked out
 * @param outside whether requests can come from outside the program
 * @param pools those that routes lead to
 */
record Scene(
        Snapshot snapshot,
        Optional<RingScene> ring,
        Identities identities,
        Selection selection,
        boolean outside,
        Pools pools)
        implements Bearings {
    private static final int GROUPS = 3;
    private static final int ONE_BY_ONE = 6;
    private static final double GOLDEN = 0.6180339887498949;

    static Scene of(Snapshot snapshot, Identities identities, Selection selection, boolean outside) {
        identities.meet(snapshot.servers().stream().map(ServerState::id).toList());
        var ring = RingScene.of(
                snapshot.scenario(),
                id -> snapshot.server(id).map(ServerState::open).orElse(true));
        return new Scene(
                snapshot,
                ring,
                identities,
                selection,
                outside || !snapshot.outside().isEmpty(),
                Pools.of(snapshot));
    }

    /** The same scene at an instant at which nothing stands elsewhere. */
    Scene at(Snapshot other, Selection picked) {
        return new Scene(
                other, ring, identities, picked, outside || !other.outside().isEmpty(), pools.at(other));
    }

    /** The servers as guests of the stage: each wants its point on the ring, or a turn of its own that it keeps. */
    List<StageGeometry.Guest> guests() {
        var single = ring.map(RingScene::single).orElse(Map.of());
        return snapshot.servers().stream()
                .map(s -> new StageGeometry.Guest(
                        s.id(),
                        single.getOrDefault(
                                s.id(), Span.wrap(0.08 + identities.of(s.id()).number() * GOLDEN)),
                        !identities.of(s.id()).badge().equals(s.id().name()),
                        checked()))
                .toList();
    }

    /** All who need a place on the stage. */
    StageGeometry.Crowd crowd() {
        return new StageGeometry.Crowd(guests(), groups().size(), cached());
    }

    /** Whether servers have caches, and an origin behind them. */
    boolean cached() {
        return snapshot.scenario().caching().isPresent();
    }

    Identity identity(ServerId server) {
        return identities.of(server);
    }

    /** The names of the groups of clients, the outside last. */
    List<String> groups() {
        int clients = snapshot.scenario().traffic().clients();
        int groups = groups(clients);
        return Stream.concat(
                        Stream.iterate(0, i -> i < groups, i -> i + 1).map(i -> groupName(i, groups, clients)),
                        outside ? Stream.of(text("stage.outside")) : Stream.of())
                .toList();
    }

    /* A few stand one by one, many in groups. */
    private static int groups(int clients) {
        return clients <= ONE_BY_ONE ? clients : GROUPS;
    }

    private static String groupName(int group, int groups, int clients) {
        int from = group * clients / groups + 1;
        int to = (group + 1) * clients / groups;
        if (from == to) {
            return text("stage.client", Integer.toString(from));
        }
        return from == 1 && to == clients
                ? text("stage.clients", Integer.toString(clients))
                : text("stage.clients.from-to", Integer.toString(from), Integer.toString(to));
    }

    @Override
    public int group(RequestState request) {
        int clients = snapshot.scenario().traffic().clients();
        int groups = groups(clients);
        if (request.what().origin() == Happening.Origin.OUTSIDE) {
            return groups;
        }
        return Math.clamp((long) clientNumber(request.what().client()) * groups / clients, 0, groups - 1);
    }

    /** The number that {@link Traffic#clientAddress} made an address from; 0 for any other address. */
    private static int clientNumber(String address) {
        int number = 0;
        int part = 0;
        for (int i = 0; i <= address.length(); i++) {
            char c = i == address.length() ? '.' : address.charAt(i);
            if (c == '.') {
                number = (number << 8) | (part & 255);
                part = 0;
            } else {
                part = part * 10 + Math.max(0, Math.min(9, c - '0'));
            }
        }
        return Math.max(0, (number & 0xffffff) - 1);
    }

    @Override
    public double turn(RequestState request) {
        return ring.map(r -> r.turnOf(request.what().key())).orElseGet(() -> Span.wrap(request.id() * GOLDEN));
    }

    @Override
    public double landing(double turn, ServerId server) {
        return ring.map(r -> r.landing(turn, server)).orElse(turn);
    }

    @Override
    public int pool(ServerId server) {
        return pools.of(server);
    }

    /** Whether there are requests, or may be soon. */
    boolean busy() {
        return outside
                || !snapshot.requests().isEmpty()
                || !(snapshot.scenario().traffic().arrivals() instanceof Arrivals.None);
    }

    /** Whether anything checks the servers. */
    boolean checked() {
        return snapshot.scenario().checks().kind() != Checks.Kind.NONE;
    }

    /** The server picked out, or the one that the picked request is at. */
    Optional<ServerId> pickedServer() {
        return switch (selection) {
            case Selection.OfServer(var server) -> Optional.of(server);
            case Selection.OfRequest(long request) -> snapshot.request(request).flatMap(RequestState::server);
            case Selection.OfKey _, Selection.Nothing _ -> Optional.empty();
        };
    }

    /** The key picked out, by itself or through its request. */
    Optional<String> pickedKey() {
        return switch (selection) {
            case Selection.OfKey(var key) -> Optional.of(key);
            case Selection.OfRequest(long request) ->
                snapshot.request(request).map(r -> r.what().key());
            case Selection.OfServer _, Selection.Nothing _ -> Optional.empty();
        };
    }
}
