package ringside.config.run;

import java.util.List;
import java.util.Optional;
import ringside.world.Snapshot;
import ringside.world.Timeline;

/**
 * What was on the stage when a run was saved.
 *
 * @param nanos the instant, in nanoseconds since the world began
 * @param events how many events were told by then: several may share an instant
 * @param layout {@code ring}, {@code flow} or {@code both}
 * @param preview a small picture of it
 */
public record Picture(long nanos, long events, String layout, Preview preview) {
    /** How a stage may be laid out. */
    static final List<String> LAYOUTS = List.of("ring", "flow", "both");

    public Picture {
        if (nanos < 0 || events < 0) {
            throw new IllegalArgumentException(
                    "an instant and a number of events are 0 or more, not " + nanos + " ns and " + events);
        }
        if (!LAYOUTS.contains(layout)) {
            throw new IllegalArgumentException("a layout is one of " + LAYOUTS + ", not " + layout);
        }
    }

    /** It again, when its story was told again; empty when another story was told. */
    public Optional<Snapshot> in(Timeline timeline) {
        var then = timeline.at(nanos);
        if (then.sequence() == events) {
            return Optional.of(then);
        }
        var after = timeline.after(events - 1);
        return Optional.of(after).filter(s -> s.nanos() == nanos && s.sequence() == events);
    }
}
