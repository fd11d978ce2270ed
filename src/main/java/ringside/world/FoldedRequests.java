package ringside.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Requests in flight, the last that ended, and the last that somebody else made. */
final class FoldedRequests {
    private static final int ENDED = 1000;
    private static final int OUTSIDE = 20;

    private final Map<Long, RequestState> held = new LinkedHashMap<>();
    private final SequencedMap<Long, RequestState> outside = new LinkedHashMap<>();
    private final Deque<RequestState> ended = new ArrayDeque<>();

    /** Nobody yet. */
    FoldedRequests() {}

    /** Those of a picture, given the order in which some of them ended. */
    FoldedRequests(Snapshot picture, List<RequestState> ended) {
        picture.requests().forEach(r -> held.put(r.id(), r));
        picture.outside().forEach(r -> outside.put(r.id(), r));
        this.ended.addAll(ended);
    }

    void arrive(RequestState request) {
        held.put(request.id(), request);
        if (request.what().origin() == Happening.Origin.OUTSIDE) {
            outside.put(request.id(), request);
            if (outside.size() > OUTSIDE) {
                outside.pollFirstEntry();
            }
        }
    }

    /** A request that is in flight; empty when it ended, or arrived within a gap of the record. */
    Optional<RequestState> inFlight(long id) {
        return Optional.ofNullable(held.get(id)).filter(r -> r.end().isEmpty());
    }

    void replace(RequestState request) {
        held.put(request.id(), request);
        if (!outside.isEmpty()) {
            outside.replace(request.id(), request);
        }
        if (request.end().isPresent()) {
            ended.add(request);
            if (ended.size() > ENDED) {
                held.remove(ended.removeFirst().id());
            }
        }
    }

    /** After a gap nobody knows what became of those in flight. */
    void forgetInFlight() {
        held.values().removeIf(r -> r.end().isEmpty());
        outside.values().removeIf(r -> r.end().isEmpty());
    }

    List<RequestState> held() {
        return List.copyOf(held.values());
    }

    List<RequestState> outside() {
        return List.copyOf(outside.values());
    }

    List<RequestState> ended() {
        return List.copyOf(ended);
    }
}
