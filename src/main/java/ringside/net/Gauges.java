package ringside.net;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import ringside.engine.gate.Gate;
import ringside.world.Scenario;

/** Reads how the servers of a live world stand, while nobody changes anything. */
record Gauges(Lock lock, Supplier<Scenario> scenario, Doctor doctor, Gate gate) {
    /** How each stands at this moment. */
    List<Gauge> read() {
        lock.lock();
        try {
            return scenario.get().servers().stream()
                    .map(s -> new Gauge(s.id(), s.weight(), doctor.up(s.id()) && !s.down(), gate.inFlight(s.id())))
                    .toList();
        } finally {
            lock.unlock();
        }
    }
}
