package ringside.view.learn;

import ringside.lesson.Block;
import ringside.world.Snapshot;
import ringside.world.World;

/**
 * Lets a simulated world come to rest once the lesson waits for the learner alone, and go on as soon as something is done.
 *
 * <p>A live world is never stopped: its time passes by itself. Whoever does something is shown what comes of it.
 */
final class Rest {
    private static final long LOOK_NANOS = 12_000_000_000L;

    private final Playing playing;
    private long since;
    private boolean due = true;
    private boolean resting;

    Rest(Playing playing) {
        this.playing = playing;
        since = playing.show().snapshot().nanos();
        playing.show().deedsProperty().subscribe((_, _) -> deed());
    }

    /**
     * Something new is shown: the world may go on for as long as it takes to look at it, and a world that rested while a
     * question was open does go on.
     */
    void stir() {
        since = playing.show().world().now();
        due = true;
        if (resting && !nothingElse()) {
            resting = false;
            playing.show().playingProperty().set(true);
        }
    }

    /** The learner goes on: so does the world. */
    void goOn() {
        stir();
        playing.show().playingProperty().set(true);
        toPresent();
        resting = false;
    }

    /** Leaves the past, where nothing is marked as done; a live world is looked at while it goes on. */
    void toPresent() {
        var show = playing.show();
        if (!simulated()) {
            show.playingProperty().set(true);
        }
        if (!show.atNowProperty().get()) {
            show.toNow();
        }
    }

    private void deed() {
        if (resting || !simulated()) {
            goOn();
        } else {
            stir();
        }
    }

    /** Looks whether it is time to rest. */
    void observe(Snapshot snapshot) {
        var show = playing.show();
        boolean on = show.playingProperty().get();
        resting &= !on;
        if (on && due && simulated() && snapshot.nanos() - since >= LOOK_NANOS && nothingElse()) {
            due = false;
            resting = true;
            show.playingProperty().set(false);
        }
    }

    private boolean simulated() {
        return playing.show().world().kind() == World.Kind.SIMULATED;
    }

    /* While something is to be done or is being found out, time is needed. */
    private boolean nothingElse() {
        var run = playing.run();
        return run.finished() || playing.asked().isPresent() || (playing.atTheFront() && complete());
    }

    private boolean complete() {
        var run = playing.run();
        return run.remaining().isEmpty()
                && run.step().blocks(Block.Predict.class).stream()
                        .allMatch(asked ->
                                run.prediction(asked).flatMap(p -> p.verdict()).isPresent());
    }
}
