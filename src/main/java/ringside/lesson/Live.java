package ringside.lesson;

import java.util.Optional;
import ringside.world.Effort;
import ringside.world.Excerpt;
import ringside.world.Handling.Layer;
import ringside.world.Happening.Leg;
import ringside.world.LoadFigures;
import ringside.world.Snapshot;
import ringside.world.Wiretap;
import ringside.world.World;

/** What a live world and the one beside it tell besides their timelines; asked for only when a lesson asks. */
final class Live implements AutoCloseable {
    private final World world;
    private final Watch beside = new Watch();
    private Optional<Wiretap> tap = Optional.empty();
    private Optional<Read> read = Optional.empty();

    /**
     * One of the two: its connections and decisions, how its clients fared and how hard its balancer works.
     *
     * @param watch what was read from its events
     */
    record Side(Watch watch, Optional<LoadFigures> load, Optional<Effort> effort) {}

    /** Both, as they were at one picture. */
    private record Read(Snapshot at, Side first, Optional<Side> second) {}

    Live(World world) {
        this.world = world;
    }

    private static boolean same(Snapshot one, Snapshot other) {
        return one.sequence() == other.sequence() && one.nanos() == other.nanos();
    }

    /** The one in this layer at a picture; nothing where there is none. */
    Optional<Side> in(Layer layer, Snapshot at, Watch watch) {
        var now = read.filter(r -> same(r.at(), at)).orElseGet(() -> read(at, watch));
        read = Optional.of(now);
        boolean first = at.scenario().handling().layer() == layer;
        return first ? Optional.of(now.first()) : now.second();
    }

    private Read read(Snapshot at, Watch watch) {
        return new Read(
                at,
                new Side(watch, world.load(), world.effort()),
                world.besides().map(this::readBeside));
    }

    private Side readBeside(World other) {
        beside.read(other.timeline(), other.timeline().at(Long.MAX_VALUE).sequence());
        return new Side(beside, other.load(), other.effort());
    }

    /** What went over a leg a moment ago, from when this was first asked. */
    Optional<Excerpt> bytes(Leg leg) {
        var open = tap.orElseGet(world::wiretap);
        tap = Optional.of(open);
        return open.last(leg);
    }

    /** Looks at no bytes any more. */
    @Override
    public void close() {
        tap.ifPresent(Wiretap::close);
        tap = Optional.empty();
    }
}
