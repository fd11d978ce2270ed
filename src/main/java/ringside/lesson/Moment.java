package ringside.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;
import ringside.world.Excerpt;
import ringside.world.Handling.Layer;
import ringside.world.Happening.Leg;
import ringside.world.Scenario;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/** One moment of a lesson's world, of which facts can be asked. */
final class Moment implements Facts {
    private final Snapshot snapshot;
    private final Watch watch;
    private final Memory memory;
    private final Findings findings;

    /** What is costly to find out and changes seldom, kept from one moment to the next. */
    static final class Memory {
        private final Live live;
        private Optional<Counted> last = Optional.empty();
        private Optional<Compared> compared = Optional.empty();

        Memory(Live live) {
            this.live = live;
        }

        private record Counted(Scenario scenario, List<Member> members, Owners owners, Map<String, Integer> counts) {}

        private record Compared(Watch.Change change, Optional<Ledger> ledger, ModN modN) {}
    }

    Moment(Snapshot snapshot, Watch watch, Memory memory, Findings findings) {
        this.snapshot = snapshot;
        this.watch = watch;
        this.memory = memory;
        this.findings = findings;
    }

    @Override
    public Value of(String name, List<Value> arguments) {
        return FactBook.value(name, arguments, this);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Scenario scenario() {
        return snapshot.scenario();
    }

    Watch watch() {
        return watch;
    }

    Findings findings() {
        return findings;
    }

    Optional<ServerState> server(ServerId id) {
        return snapshot.server(id);
    }

    boolean inPool(ServerId id) {
        return scenario().server(id).isPresent();
    }

    Optional<Ledger> ledger() {
        return snapshot.remap();
    }

    /** What is asked of the world itself, in the layer that is meant. */
    Optional<Live.Side> layer(Layer layer) {
        return memory.live.in(layer, snapshot, watch);
    }

    /** What goes over a leg now. */
    Optional<Excerpt> bytes(Leg leg) {
        return memory.live.bytes(leg);
    }

    /** Who owns which key now. */
    Owners owners() {
        return counted().owners();
    }

    /** How many of the scenario's keys a server owns now. */
    int keysOf(String server) {
        return counted().counts().getOrDefault(server, 0);
    }

    /** Who owned which key before the last change of membership; now, when there was none. */
    Owners ownersBefore() {
        return watch.change()
                .map(c -> Owners.of(c.before().with(scenario().policy())))
                .orElseGet(this::owners);
    }

    /** What mod N would have done in place of the last change of membership. */
    ModN modN() {
        var change = watch.change();
        var ledger = ledger();
        if (change.isEmpty()) {
            return ModN.NOTHING;
        }
        var known = memory.compared.filter(
                c -> c.change().equals(change.get()) && c.ledger().equals(ledger));
        if (known.isEmpty()) {
            var keys = ledger.stream()
                    .flatMap(l -> l.entries().stream().map(Ledger.Entry::key))
                    .toList();
            known = Optional.of(new Memory.Compared(change.get(), ledger, ModN.of(change.get(), keys)));
            memory.compared = known;
        }
        return known.get().modN();
    }

    private Memory.Counted counted() {
        var pool = pool();
        var known = memory.last.filter(
                c -> c.scenario().equals(scenario()) && c.members().equals(pool.members()));
        if (known.isEmpty()) {
            var owners = Owners.of(scenario().policy(), pool);
            var counts = owners.count(scenario().traffic().keys().all());
            known = Optional.of(new Memory.Counted(scenario(), pool.members(), owners, counts));
            memory.last = known;
        }
        return known.get();
    }

    private Pool pool() {
        return Pool.of(scenario().servers().stream()
                .map(s -> new Member(s.id(), s.weight(), standing(s.id())))
                .toList());
    }

    /** Whether a member of the pool may be given requests. */
    Standing standing(ServerId id) {
        var state = server(id);
        if (state.isPresent() && state.get().draining()) {
            return Standing.DRAINING;
        }
        return state.isPresent() && !state.get().health().up() ? Standing.DOWN : Standing.UP;
    }
}
