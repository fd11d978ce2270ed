package ringside.lesson;

import java.util.Optional;
import ringside.world.Happening;

/** What the checks of one server did, and how long that took. */
final class Checkup {
    private static final double NANOS_A_SECOND = 1e9;

    private long disturbedNanos;
    private Optional<Long> ejectedNanos = Optional.empty();
    private Optional<Long> readmittedNanos = Optional.empty();
    private long failed;
    private long passed;
    private long changes;

    void read(Happening.OfServer what, long nanos) {
        switch (what) {
            case Happening.ProbeFailed _ -> failed++;
            case Happening.ProbePassed _ -> passed++;
            case Happening.Ejected _ -> {
                changes++;
                ejectedNanos = Optional.of(nanos);
                readmittedNanos = Optional.empty();
            }
            case Happening.Readmitted _ -> {
                changes++;
                readmittedNanos = Optional.of(nanos);
            }
            default -> {}
        }
    }

    /** The server was made to behave otherwise, or its checks were changed. */
    void disturbed(long nanos) {
        disturbedNanos = nanos;
        failed = 0;
        passed = 0;
        changes = 0;
    }

    /** Failed checks since it was disturbed. */
    long failures() {
        return failed;
    }

    /** Passed checks since it was disturbed. */
    long passes() {
        return passed;
    }

    /** How often its checks took it out or brought it back since it was disturbed. */
    long changes() {
        return changes;
    }

    /** Whether its checks took it out and have not brought it back. */
    boolean out() {
        return ejectedNanos.isPresent() && readmittedNanos.isEmpty();
    }

    /** Whether its checks ever took it out. */
    boolean everEjected() {
        return ejectedNanos.isPresent();
    }

    /** Whether its checks brought it back after they had last taken it out. */
    boolean readmitted() {
        return readmittedNanos.isPresent();
    }

    /** Seconds from the disturbance to being taken out after it; 0 when that has not happened. */
    double secondsToEject() {
        return seconds(ejectedNanos);
    }

    /** Seconds from the disturbance to being brought back after it; 0 when that has not happened. */
    double secondsToReadmit() {
        return seconds(readmittedNanos);
    }

    private double seconds(Optional<Long> nanos) {
        return nanos.filter(n -> n > disturbedNanos)
                .map(n -> (n - disturbedNanos) / NANOS_A_SECOND)
                .orElse(0.0);
    }
}
