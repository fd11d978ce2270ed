package ringside.world;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.member.Panic;

/**
 * Tells what a world's gate does to servers and pools.
 *
 * @param story is told
 * @param scenario how the world is set up now
 * @param writing writes down which keys changed hands, which takes its time
 * @param alarm is told when it will be worth the while to look whether somebody may come back, in nanoseconds
 */
public record GateStory(Consumer<Happening> story, Supplier<Scenario> scenario, Executor writing, LongConsumer alarm)
        implements Gate.Listener {
    @Override
    public void ejected(ServerId server, long until) {
        story.accept(new Happening.PassivelyEjected(server, until));
        alarm.accept(until);
    }

    @Override
    public void readmitted(ServerId server) {
        story.accept(new Happening.Returned(server));
    }

    @Override
    public void breaker(ServerId server, CircuitBreaker.State state) {
        story.accept(new Happening.BreakerTurned(
                server,
                switch (state) {
                    case CircuitBreaker.State.Closed _ -> Happening.Breaker.CLOSED;
                    case CircuitBreaker.State.Open _ -> Happening.Breaker.OPEN;
                    case CircuitBreaker.State.HalfOpen _ -> Happening.Breaker.HALF_OPEN;
                }));
    }

    @Override
    public void panic(String pool, Panic.Verdict verdict) {
        story.accept(
                switch (verdict) {
                    case Panic.Verdict.Calm _ -> new Happening.Calmed(pool);
                    case Panic.Verdict.Panicking(var _, int well, int of) -> new Happening.Panicked(pool, well, of);
                });
    }

    @Override
    public void repooled(Pool before, Pool after) {
        var now = scenario.get();
        writing.execute(
                () -> now.ledger(before, after).ifPresent(ledger -> story.accept(new Happening.Remapped(ledger))));
    }
}
