package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Reason;

/** The form of a request as it is at one instant. */
@SuppressWarnings("EnumOrdinal") // whoever reads it is the same program
final class RequestForm implements Form<RequestState> {
    /** The only one there need be. */
    static final RequestForm INSTANCE = new RequestForm();

    private static final Form<Happening.Arrived> ARRIVED = Forms.of(Happening.Arrived.class);
    private static final Form<Reason> REASON = Forms.of(Reason.class);
    private static final Happening.Failure[] FAILURES = Happening.Failure.values();
    private static final RequestState.Ending[] ENDINGS = RequestState.Ending.values();

    private RequestForm() {}

    @Override
    public void write(RequestState value, Pen pen) {
        ARRIVED.write(value.what(), pen);
        pen.instant(value.arrivedNanos());
        pen.number(2L * value.attempts().size() + (value.end().isPresent() ? 1 : 0));
        for (var attempt : value.attempts()) {
            write(attempt, pen);
        }
        value.end().ifPresent(end -> {
            pen.instant(end.nanos());
            pen.number(end.ending().ordinal());
            pen.signed(end.status());
        });
    }

    private static void write(RequestState.Attempt attempt, Pen pen) {
        pen.server(attempt.server());
        REASON.write(attempt.why(), pen);
        pen.instant(attempt.routedNanos());
        pen.number(bit(attempt.connectedNanos(), 1)
                | bit(attempt.queuedNanos(), 2)
                | bit(attempt.startedNanos(), 4)
                | bit(attempt.firstByteNanos(), 8)
                | attempt.failure().map(f -> f.ordinal() + 1).orElse(0) << 4);
        attempt.connectedNanos().ifPresent(pen::instant);
        attempt.queuedNanos().ifPresent(pen::instant);
        attempt.startedNanos().ifPresent(pen::instant);
        attempt.firstByteNanos().ifPresent(pen::instant);
    }

    private static int bit(Optional<Long> nanos, int bit) {
        return nanos.isPresent() ? bit : 0;
    }

    @Override
    public RequestState read(Reading from) {
        var what = ARRIVED.read(from);
        long arrived = from.instant();
        int head = from.count();
        var attempts = new ArrayList<RequestState.Attempt>(head >>> 1);
        for (int i = 0; i < head >>> 1; i++) {
            attempts.add(attempt(from));
        }
        return new RequestState(what, arrived, List.copyOf(attempts), (head & 1) == 0 ? Optional.empty() : end(from));
    }

    private static Optional<RequestState.End> end(Reading from) {
        return Optional.of(new RequestState.End(from.instant(), ENDINGS[from.count()], (int) from.signed()));
    }

    private static RequestState.Attempt attempt(Reading from) {
        var server = from.server();
        var why = REASON.read(from);
        long routed = from.instant();
        int there = from.count();
        return new RequestState.Attempt(
                server,
                why,
                routed,
                nanos(there & 1, from),
                nanos(there & 2, from),
                nanos(there & 4, from),
                nanos(there & 8, from),
                there < 16 ? Optional.empty() : Optional.of(FAILURES[(there >>> 4) - 1]));
    }

    private static Optional<Long> nanos(int there, Reading from) {
        return there == 0 ? Optional.empty() : Optional.of(from.instant());
    }
}
