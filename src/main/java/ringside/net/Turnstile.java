package ringside.net;

import java.util.concurrent.CountDownLatch;

/** Holds up everybody who comes while it is shut, as a stopped process holds up its threads. */
final class Turnstile {
    private volatile CountDownLatch way = new CountDownLatch(0);

    /** Holds up whoever comes from now on. */
    synchronized void shut() {
        if (way.getCount() == 0) {
            way = new CountDownLatch(1);
        }
    }

    /** Lets everybody through, those who wait included. */
    synchronized void open() {
        way.countDown();
    }

    /** Goes through, as soon as it is open. */
    void pass() {
        try {
            way.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
