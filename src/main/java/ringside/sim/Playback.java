package ringside.sim;

import java.util.Optional;
import java.util.function.Consumer;
import ringside.world.Recording;

/** Lets those come again who were recorded, each at its instant and none twice. */
final class Playback {
    private final Agenda agenda;
    private final Recording recording;
    private final Consumer<Recording.Arrival> arrive;
    private int next;
    private Optional<Due> coming = Optional.empty();

    Playback(Agenda agenda, Recording recording, Consumer<Recording.Arrival> arrive) {
        this.agenda = agenda;
        this.recording = recording;
        this.arrive = arrive;
    }

    /** From now on they come; those whose instant is past do not. */
    void begin() {
        next = Math.max(next, recording.firstFrom(agenda.now()));
        expectNext();
    }

    private void expectNext() {
        coming = next < recording.size() ? Optional.of(agenda.at(recording.nanos(next), this::come)) : Optional.empty();
    }

    private void come() {
        var arrival = recording.arrival(next++);
        expectNext();
        arrive.accept(arrival);
    }

    /** Nobody comes any more, until it begins again. */
    void end() {
        coming.ifPresent(Due::cancel);
        coming = Optional.empty();
    }
}
