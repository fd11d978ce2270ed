package ringside.lesson;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.world.Happening;

/** Which servers were chosen for first attempts, in order: the first since the last command, and the last of all. */
final class Trace {
    /** How many of either it knows. */
    static final int MOST = 1000;

    private final List<ServerId> first = new ArrayList<>();
    private final Deque<ServerId> last = new ArrayDeque<>();
    private long count;

    void read(Happening.OfRequest what) {
        if (what instanceof Happening.Routed(long _, var server, int attempt, var _) && attempt == 1) {
            count++;
            if (first.size() < MOST) {
                first.add(server);
            }
            last.add(server);
            if (last.size() > MOST) {
                last.remove();
            }
        }
    }

    /** A command was carried out. */
    void beginAfresh() {
        first.clear();
    }

    /** The first so many since the last command, as text with blanks; fewer when there were not so many. */
    String first(int many) {
        return text(first.stream().limit(many));
    }

    /** The last so many, oldest first. */
    String last(int many) {
        return text(last.stream().skip(Math.max(0, last.size() - many)));
    }

    /** The one that was chosen so many choices after the beginning, counted from 1, if that is still held. */
    Optional<ServerId> at(long number) {
        long skipped = number - 1 - (count - last.size());
        return number > count || skipped < 0
                ? Optional.empty()
                : last.stream().skip(skipped).findFirst();
    }

    private static String text(Stream<ServerId> servers) {
        return servers.map(ServerId::name).collect(Collectors.joining(" "));
    }
}
