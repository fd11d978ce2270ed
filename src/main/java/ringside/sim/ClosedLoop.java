package ringside.sim;

import java.util.Optional;
import java.util.function.BiConsumer;
import ringside.world.Arrivals;
import ringside.world.Traffic;

/** Clients of whom each asks, waits for its answer or until it has had enough, thinks, and asks again. */
final class ClosedLoop {
    private final Setting setting;
    private final Arrivals.Closed arrivals;
    private final long patienceNanos;
    private final BiConsumer<Integer, Runnable> ask;
    private boolean over;

    /**
     * Clients who begin to ask within the first think time, one after the other.
     *
     * @param ask makes a client's next request, given its number from 0 and what to do when it is over
     */
    ClosedLoop(Setting setting, Arrivals.Closed arrivals, long patienceNanos, BiConsumer<Integer, Runnable> ask) {
        this.setting = setting;
        this.arrivals = arrivals;
        this.patienceNanos = patienceNanos;
        this.ask = ask;
        for (int i = 0; i < arrivals.clients(); i++) {
            int client = i;
            long first = arrivals.think().toNanos() * i / arrivals.clients();
            setting.agenda().in(first, () -> ask(client));
        }
    }

    private void ask(int client) {
        if (!over) {
            var turn = new Turn(client);
            if (patienceNanos < Traffic.MOST_PATIENCE.toNanos()) {
                turn.enough = Optional.of(setting.agenda().unless(patienceNanos, turn::end));
            }
            ask.accept(client, turn::end);
        }
    }

    /** One request of one client, which ends with its answer or when the client gives up. */
    private final class Turn {
        private final int client;
        private Optional<Due> enough = Optional.empty();
        private boolean ended;

        private Turn(int client) {
            this.client = client;
        }

        private void end() {
            if (!ended) {
                ended = true;
                enough.ifPresent(Due::cancel);
                setting.agenda().in(arrivals.think().toNanos(), () -> ask(client));
            }
        }
    }

    /** Nobody asks again. */
    void end() {
        over = true;
    }
}
