package ringside.view;

import static ringside.view.Texts.text;

import java.util.Optional;
import ringside.world.Recording;
import ringside.world.Tape;

/** What should be known of a story that is told again: nothing, unless it is that of a live world. */
final class ForkNotice {
    private ForkNotice() {}

    static Optional<String> of(Tape tape) {
        return tape.recording().map(ForkNotice::of);
    }

    private static String of(Recording recording) {
        var all = new StringBuilder(text("fork.recorded", Figures.count(recording.size())));
        if (recording.fromNanos() > 0) {
            all.append(' ').append(text("fork.from", ForkNames.seconds(recording.fromNanos())));
        }
        if (recording.missed() > 0) {
            all.append(' ').append(text("fork.missed", Figures.count(recording.missed())));
        }
        return all.toString();
    }
}
