package ringside.net;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import ringside.engine.gate.Step;
import ringside.engine.gate.Visit;
import ringside.world.Happening;

/** Where a request waits for as long as the gate says, until that names a server or refuses. */
final class Threshold {
    private final Site site;
    private final long number;
    private final Visit visit;

    Threshold(Site site, long number, Visit visit) {
        this.site = site;
        this.number = number;
        this.visit = visit;
    }

    /** Waits on this thread: either a server or a refusal. */
    Step pass() {
        boolean lined = false;
        while (true) {
            switch (site.gate().next(visit)) {
                case Step.Pause(var pause) -> {
                    site.tell(new Happening.HeldBack(number, pause.toNanos()));
                    rest(pause);
                }
                case Step.Wait(var patience) -> {
                    if (!lined) {
                        site.tell(new Happening.InLine(number));
                    }
                    lined = true;
                    LockSupport.parkNanos(this, patience.toNanos());
                }
                case Step end -> {
                    return end;
                }
            }
        }
    }

    /** Lets time pass, whoever calls meanwhile. */
    private void rest(Duration pause) {
        long until = site.now() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = until - site.now()) {
            LockSupport.parkNanos(this, left);
        }
    }
}
