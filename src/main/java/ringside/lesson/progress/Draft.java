package ringside.lesson.progress;

import java.util.List;
import java.util.Optional;

/**
 * A configuration that a learner is writing.
 *
 * @param text as it stands in the editor; empty while it is put together from pieces
 * @param laid the numbers of the pieces that were laid, in order
 * @param ports where its servers are, in the order in which the lesson names them
 * @param ours whether these servers are ours; otherwise the learner runs them
 */
public record Draft(Optional<String> text, List<Integer> laid, List<Integer> ports, boolean ours) {
    /** How many pieces can be laid, and how many servers there can be. */
    public static final int MOST = 200;

    /** How many characters a text may have to be kept. */
    public static final int LONGEST = 64 * 1024;

    public Draft {
        laid = List.copyOf(laid);
        ports = List.copyOf(ports);
    }

    /** Whether it is small enough to be kept. */
    boolean fits() {
        return text.filter(t -> t.length() > LONGEST).isEmpty() && laid.size() <= MOST && ports.size() <= MOST;
    }
}
