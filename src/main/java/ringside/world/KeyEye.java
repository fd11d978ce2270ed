package ringside.world;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ringside.engine.Ledger;
import ringside.engine.ServerId;

/** Follows one key from server to server. */
final class KeyEye implements Lookout.Eye {
    private final String key;
    private final Set<Long> arrived = new HashSet<>();
    private Optional<ServerId> owner = Optional.empty();

    KeyEye(String key) {
        this.key = key;
    }

    @Override
    public Optional<Stop.Why> see(Event event) {
        return switch (event.what()) {
            case Happening.Arrived came
            when came.key().equals(key) -> {
                arrived.add(came.request());
                yield Optional.empty();
            }
            case Happening.Routed(long request, var server, int _, var _)
            when arrived.remove(request) -> moveTo(server);
            case Happening.Refused(long request, var _, int _) -> {
                arrived.remove(request);
                yield Optional.empty();
            }
            case Happening.Remapped(var ledger) -> remap(ledger);
            default -> Optional.empty();
        };
    }

    private Optional<Stop.Why> remap(Ledger ledger) {
        return ledger.entries().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .flatMap(e -> e.after() instanceof Ledger.Owner.Of(var server) && e.moved() && known(e.before())
                        ? moveTo(server)
                        : Optional.empty());
    }

    private boolean known(Ledger.Owner before) {
        if (before instanceof Ledger.Owner.Of(var server)) {
            owner = Optional.of(server);
        }
        return owner.isPresent();
    }

    private Optional<Stop.Why> moveTo(ServerId server) {
        var from = owner.filter(o -> !o.equals(server));
        owner = Optional.of(server);
        return from.map(before -> new Stop.Why.KeyMoved(key, before, server));
    }
}
