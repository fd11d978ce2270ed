package ringside.engine.gate;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.Pick;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.ConnectionLimit;
import ringside.engine.guard.WaitingLine;

/** Where requests are while they are in hand, as many as there is room for; others wait before it. For one thread at a time. */
final class Hall {
    private final Optional<ConnectionLimit<Visit>> limit;
    private final Duration patience;

    /** An empty one; without a capacity it holds everybody. */
    Hall(Optional<Capacity> capacity) {
        limit = capacity.map(
                room -> new ConnectionLimit<>(room.most(), new WaitingLine<>(room.queue(), room.patience())));
        patience = capacity.map(Capacity::patience).orElse(Duration.ZERO);
    }

    /** A visit comes in, or is told what to do instead. */
    Optional<Step> enter(Visit visit, long now) {
        if (limit.isPresent()) {
            visit.hall = this;
            switch (limit.get().enter(visit, now)) {
                case ENTERED -> {}
                case QUEUED -> {
                    return Optional.of(visit.waitFor(patience, now));
                }
                case TURNED_AWAY -> {
                    visit.hall = null;
                    return Optional.of(new Step.Refused(Pick.Cause.LINE_FULL, Optional.empty()));
                }
            }
        }
        visit.stage = Visit.Stage.IN_HALL;
        return Optional.empty();
    }

    /** A visit goes that is in or was in line before: in its stead the first in line comes in. */
    void leave(Visit visit, long now) {
        boolean inside = visit.stage != Visit.Stage.LET_THROUGH;
        visit.hall = null;
        if (inside) {
            limit.flatMap(each -> each.leave(now)).ifPresent(next -> {
                next.stage = Visit.Stage.IN_HALL;
                next.call();
            });
        }
    }

    /** A visit stands in line no longer. */
    void withdraw(Visit visit) {
        limit.ifPresent(each -> each.withdraw(visit));
    }
}
