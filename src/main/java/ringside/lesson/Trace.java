package ringside.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import ringside.engine.ServerId;

/** Which servers were chosen, one after the other; the last thousand of them are held. */
final class Trace {
    private static final int HELD = 1000;

    private final Deque<ServerId> last = new ArrayDeque<>();
    private long count;

    void chosen(ServerId server) {
        last.addLast(server);
        count++;
        if (last.size() > HELD) {
            last.removeFirst();
        }
    }

    /** The last so many, the newest at the end, with a blank between two. */
    String last(int many) {
        return String.join(
                " ",
                last.stream()
                        .skip(Math.max(0, last.size() - Math.max(0, many)))
                        .map(ServerId::name)
                        .toList());
    }

    /** The one that was chosen so many choices after the beginning, counted from 1, if that is still held. */
    Optional<ServerId> at(long number) {
        long skipped = number - 1 - (count - last.size());
        return number > count || skipped < 0
                ? Optional.empty()
                : last.stream().skip(skipped).findFirst();
    }
}
