package ringside.engine.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.Entry;
import ringside.engine.guard.PoolLines;
import ringside.engine.guard.WaitingLine;

/** The lines in front of one pool's servers, when requests may wait. For one thread at a time. */
final class Queues {
    private Optional<Capacity> capacity = Optional.empty();
    private Optional<PoolLines<Visit>> lines = Optional.empty();

    /** Goes by another capacity from now on; those who stood in line are called, to ask again. */
    void use(Optional<Capacity> other, Pool pool, long now) {
        if (!other.equals(capacity)) {
            var waited = new ArrayList<Visit>();
            pool.members().forEach(member -> waited.addAll(dissolved(member.id(), now)));
            lines.ifPresent(line -> drain(line, waited, now));
            capacity = other;
            lines = other.map(room -> new PoolLines<>(() -> new WaitingLine<>(room.queue(), room.patience())));
            waited.forEach(Visit::call);
        }
    }

    private static void drain(PoolLines<Visit> line, List<Visit> waited, long now) {
        var anybody = new ServerId("anybody");
        for (var next = line.next(anybody, now); next.isPresent(); next = line.next(anybody, now)) {
            waited.add(next.get());
        }
    }

    /** Whether there are any lines. */
    boolean open() {
        return lines.isPresent();
    }

    /** How many wait. */
    int waiting() {
        return lines.map(PoolLines::waiting).orElse(0);
    }

    /** How long each may wait; zero when nobody may. */
    Duration patience() {
        return capacity.map(Capacity::patience).orElse(Duration.ZERO);
    }

    /** A visit waits for any server. */
    Entry join(Visit visit, long now) {
        return lines.orElseThrow().join(visit, now);
    }

    /** A visit waits for this server alone. */
    Entry join(ServerId server, Visit visit, long now) {
        return lines.orElseThrow().join(server, visit, now);
    }

    /** A server has room for one: who of those that it may take has waited longest. */
    Optional<Visit> next(ServerId server, long now) {
        return lines.flatMap(line -> line.next(server, now));
    }

    /** A server is gone: those who waited for it alone are called, to ask again. */
    void dissolve(ServerId server, long now) {
        dissolved(server, now).forEach(Visit::call);
    }

    private List<Visit> dissolved(ServerId server, long now) {
        return lines.map(line -> line.dissolve(server, now)).orElse(List.of());
    }

    void withdraw(Visit visit) {
        lines.ifPresent(line -> line.withdraw(visit));
    }
}
