package ringside.app.workshop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until something outside of this program is so: it can only be looked at again and again. */
final class Moments {
    private static final int BETWEEN_MILLIS = 50;

    private Moments() {}

    /** Looks again and again, for so many seconds at most: whether it holds. An interrupt ends it. */
    static boolean await(BooleanSupplier holds, int seconds) {
        long since = System.nanoTime();
        boolean so = holds.getAsBoolean();
        while (!so && System.nanoTime() - since < Duration.ofSeconds(seconds).toNanos() && rest()) {
            so = holds.getAsBoolean();
        }
        return so;
    }

    /** Lets a moment pass: false when it was cut short. */
    static boolean rest() {
        try {
            return !new Semaphore(0).tryAcquire(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
