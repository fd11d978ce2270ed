package ringside.view;

import java.util.List;
import java.util.Optional;
import ringside.world.Snapshot;
import ringside.world.Stop;

/**
 * What a playhead shows, as it is handed to the screen.
 *
 * @param picture what is on the stage
 * @param nanos the instant shown
 * @param newest the newest instant of the world then
 * @param following whether the picture stays at the newest instant by itself
 * @param playing whether it moves on by itself
 * @param passed how much virtual time was played so far, in nanoseconds
 * @param ahead how far a run ahead has come, 0 to 1
 * @param stop what it stopped at
 * @param seconds each second that is over and still held, as far as they were read
 * @param asks how many asks were carried out before it
 */
record Frame(
        Snapshot picture,
        long nanos,
        long newest,
        boolean following,
        boolean playing,
        long passed,
        Optional<Double> ahead,
        Optional<Stop> stop,
        List<HeldSecond> seconds,
        long asks) {}
