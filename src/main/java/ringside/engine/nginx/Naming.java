package ringside.engine.nginx;

import java.util.Optional;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/**
 * A method that names one server after another until one can take the request; when it has missed too often, round robin
 * decides.
 */
abstract sealed class Naming extends Upstream permits IpHash, Hash, ConsistentHash, Random, RandomTwo {
    Naming(Ticks ticks) {
        super(ticks);
    }

    /** Names servers until one can take the request, or until there were too many misses. */
    abstract Optional<Pick> name(Visit visit);

    @Override
    final Pick find(Visit visit) {
        return Optional.of(visit)
                .filter(v -> !v.missedTooOften())
                .flatMap(this::name)
                .orElseGet(() -> RoundRobin.insteadOf(visit, Reason.Because.TOO_MANY_MISSES));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also when there is a backup, as in nginx
     */
    @Override
    public void use(Pool pool) {
        pool.members().stream()
                .filter(m -> m.terms().backup())
                .map(Member::id)
                .findFirst()
                .ifPresent(backup -> {
                    throw new IllegalArgumentException(
                            "nginx has backups with round robin and least_conn only, and " + backup + " is one");
                });
        super.use(pool);
    }
}
