package ringside.world;

import java.util.Optional;
import ringside.world.Timeline.Marker;
import ringside.world.Timeline.Marker.Kind;

/** Finds the instants worth jumping to. */
final class Markers {
    private boolean dropped;

    Optional<Marker> mark(Event event) {
        return switch (event.what()) {
            case Happening.Joined(var server, var _) -> at(event, Kind.JOIN, server.name());
            case Happening.Draining(var server) -> at(event, Kind.DRAIN, server.name());
            case Happening.Left(var server) -> at(event, Kind.LEAVE, server.name());
            case Happening.Ejected(var server) -> at(event, Kind.EJECT, server.name());
            case Happening.PassivelyEjected(var server, long _) -> at(event, Kind.EJECT, server.name());
            case Happening.Returned(var server) -> at(event, Kind.READMIT, server.name());
            case Happening.Readmitted(var server) -> at(event, Kind.READMIT, server.name());
            case Happening.Applied(Command.SetPolicy(var policy), var _) -> at(event, Kind.POLICY, policy.id());
            case Happening.OfRequest life when life.dropped() -> drop(event, life.request());
            default -> Optional.empty();
        };
    }

    private Optional<Marker> drop(Event event, long request) {
        if (dropped) {
            return Optional.empty();
        }
        dropped = true;
        return at(event, Kind.FIRST_DROP, Long.toString(request));
    }

    private static Optional<Marker> at(Event event, Kind kind, String label) {
        return Optional.of(new Marker(event.nanos(), event.sequence(), kind, label));
    }
}
