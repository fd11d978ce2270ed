package ringside.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import ringside.world.Caching;

/** What is behind the servers' caches: so many workers, and so many places to wait. */
final class Origin {
    private final Setting setting;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Caching.Origin spec;
    private int working;

    Origin(Setting setting, Caching.Origin spec) {
        this.setting = setting;
        this.spec = spec;
    }

    /** Is so from now on; what it works on takes as long as it was to. */
    void use(Caching.Origin other) {
        spec = other;
        takeUpWork();
    }

    /** Takes a fetch, unless too many wait: something is done when it has been answered. */
    boolean take(Runnable answered) {
        if (working >= spec.workers() && waiting.size() >= spec.queue()) {
            return false;
        }
        waiting.add(answered);
        takeUpWork();
        return true;
    }

    private void takeUpWork() {
        while (working < spec.workers() && !waiting.isEmpty()) {
            var answered = waiting.remove();
            working++;
            long nanos = spec.latency().nanos(setting.chance().origin().roll());
            setting.agenda().in(nanos, () -> {
                working--;
                answered.run();
                takeUpWork();
            });
        }
    }
}
