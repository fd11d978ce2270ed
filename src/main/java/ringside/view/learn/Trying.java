package ringside.view.learn;

import javafx.concurrent.Task;
import ringside.lesson.Attempt;

/** A trial that is gone through away from the screen. */
final class Trying extends Task<Attempt> {
    private final Attempt attempt;

    Trying(Attempt attempt) {
        this.attempt = attempt;
    }

    void begin() {
        Thread.ofVirtual().name("trial").start(this);
    }

    @Override
    protected Attempt call() {
        attempt.go(share -> {
            updateProgress(share, 1);
            return !isCancelled();
        });
        return attempt;
    }
}
