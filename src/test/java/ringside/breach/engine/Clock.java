package ringside.breach.engine;

import java.util.Random;
import ringside.breach.world.Ledger;

final class Clock {
    long nanos(Ledger ledger) {
        return System.nanoTime() + (long) Math.exp(1) + new Random().nextInt() + ledger.lines();
    }
}
