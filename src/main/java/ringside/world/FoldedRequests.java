package ringside.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests in flight, the last that ended, and the last that somebody else made. */
final class FoldedRequests {
    private static final int ENDED = 1000;
    private static final int OUTSIDE = 20;

    private final Slots held = new Slots();
    private final Deque<FoldedRequest> ended = new ArrayDeque<>();
    private final Deque<FoldedRequest> outside = new ArrayDeque<>();
    private @Nullable FoldedRequest first;
    private @Nullable FoldedRequest last;
    private int count;

    void arrive(long nanos, Happening.Arrived arrived) {
        var again = held.find(arrived.request());
        if (again != null) {
            drop(again);
            ended.remove(again);
        }
        var request = new FoldedRequest(nanos, arrived);
        hold(request);
        if (request.fromOutside()) {
            outside.add(request);
            if (outside.size() > OUTSIDE) {
                outside.removeFirst();
            }
        }
    }

    private void hold(FoldedRequest request) {
        held.put(request);
        request.previous = last;
        if (last == null) {
            first = request;
        } else {
            last.next = request;
        }
        last = request;
        count++;
    }

    private void drop(FoldedRequest request) {
        held.remove(request);
        var before = request.previous;
        var after = request.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        request.previous = null;
        request.next = null;
        count--;
    }

    /** A request that is in flight; none when it ended, or arrived within a gap of the record. */
    @Nullable
    FoldedRequest inFlight(long id) {
        var request = held.find(id);
        return request == null || request.ended() ? null : request;
    }

    /** One that was in flight has ended. */
    void ended(FoldedRequest request) {
        ended.add(request);
        if (ended.size() > ENDED) {
            var oldest = ended.removeFirst();
            if (held.find(oldest.id()) == oldest) {
                drop(oldest);
            }
        }
    }

    /** After a gap nobody knows what became of those in flight. */
    void forgetInFlight() {
        for (var request = first; request != null; ) {
            var next = request.next;
            if (!request.ended()) {
                drop(request);
            }
            request = next;
        }
        outside.removeIf(Predicate.not(FoldedRequest::ended));
    }

    List<RequestState> held() {
        var states = new RequestState[count];
        int i = 0;
        for (var request = first; request != null; request = request.next) {
            states[i++] = request.freeze();
        }
        return List.of(states);
    }

    List<RequestState> outside() {
        return outside.stream().map(FoldedRequest::freeze).toList();
    }

    /** Writes all down: those held in order of arrival, the other ones from outside, and then who ended in what order. */
    void write(Pen pen) {
        pen.number(count);
        int place = 0;
        for (var request = first; request != null; request = request.next) {
            RequestForm.INSTANCE.write(request.freeze(), pen);
            request.place = place++;
        }
        pen.number(ended.size());
        int expected = 0;
        for (var request : ended) {
            pen.signed(request.place - expected);
            expected = request.place + 1;
        }
        pen.number(outside.size());
        for (var request : outside) {
            boolean there = held.find(request.id()) == request;
            pen.number(there ? request.place + 1L : 0);
            if (!there) {
                RequestForm.INSTANCE.write(request.freeze(), pen);
            }
        }
    }

    /** Those that were written down. */
    void read(Reading from) {
        int size = from.count();
        var all = new ArrayList<FoldedRequest>(size);
        for (int i = 0; i < size; i++) {
            var request = new FoldedRequest(RequestForm.INSTANCE.read(from));
            all.add(request);
            hold(request);
        }
        int expected = 0;
        for (int left = from.count(); left > 0; left--) {
            int place = expected + (int) from.signed();
            ended.add(all.get(place));
            expected = place + 1;
        }
        for (int left = from.count(); left > 0; left--) {
            int place = from.count() - 1;
            outside.add(place < 0 ? new FoldedRequest(RequestForm.INSTANCE.read(from)) : all.get(place));
        }
    }
}
