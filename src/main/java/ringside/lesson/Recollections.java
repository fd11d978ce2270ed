package ringside.lesson;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ringside.world.Happening;
import ringside.world.Happening.Recollection;

/** What servers knew of the clients that came since the last command. */
final class Recollections {
    private final Map<Recollection, Integer> counts = new EnumMap<>(Recollection.class);
    private final Map<Long, String> underWay = new HashMap<>();
    private final Set<String> losers = new HashSet<>();

    void read(Happening.OfRequest what) {
        switch (what) {
            case Happening.Arrived arrived -> underWay.put(arrived.request(), arrived.client());
            case Happening.Recalled(long request, var _, var session) -> recall(request, session);
            case Happening.Completed(long request, var _, int _) -> underWay.remove(request);
            case Happening.Failed(long request, var _, int _) -> underWay.remove(request);
            case Happening.Refused(long request, var _, int _) -> underWay.remove(request);
            default -> {}
        }
    }

    private void recall(long request, Recollection session) {
        counts.merge(session, 1, Integer::sum);
        if (session == Recollection.LOST && underWay.containsKey(request)) {
            losers.add(underWay.get(request));
        }
    }

    /** How many clients lost a session. */
    int losers() {
        return losers.size();
    }

    /** How often that was so. */
    int count(Recollection what) {
        return counts.getOrDefault(what, 0);
    }
}
