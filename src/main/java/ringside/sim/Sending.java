package ringside.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Answers that have begun and take their time. */
final class Sending {
    private final Agenda agenda;
    private final SequencedMap<Job, Due> jobs = new LinkedHashMap<>();

    Sending(Agenda agenda) {
        this.agenda = agenda;
    }

    /** An answer goes on for this many nanoseconds; then something comes of it. */
    void begin(Job job, long nanos, Runnable end) {
        jobs.put(job, agenda.in(nanos, () -> {
            jobs.remove(job);
            end.run();
        }));
    }

    /** An answer goes on no longer. */
    void stop(Job job) {
        Optional.ofNullable(jobs.remove(job)).ifPresent(Due::cancel);
    }

    /** All that are on their way, which are broken off. */
    List<Job> clear() {
        var all = List.copyOf(jobs.keySet());
        jobs.values().forEach(Due::cancel);
        jobs.clear();
        return all;
    }
}
