package ringside.world;

import java.util.List;
import java.util.Map;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Happening.*;

/** The forms of what happens to every request, by hand: what {@link RecordForm} would do, in a third of the time. */
@SuppressWarnings("EnumOrdinal") // whoever reads it is the same program
final class FrequentForms {
    private static final Origin[] ORIGINS = Origin.values();

    private FrequentForms() {}

    /** By what they are the forms of. */
    static Map<Class<?>, Form<?>> all() {
        return Map.of(
                Arrived.class, new OfArrived(),
                Routed.class, new OfRouted(),
                Started.class, new OfStarted(),
                FirstByte.class, new OfFirstByte(),
                Completed.class, new OfCompleted(),
                Reason.InTurn.class, new OfInTurn());
    }

    private record OfArrived() implements Form<Arrived> {
        @Override
        public void write(Arrived value, Pen pen) {
            pen.request(value.request(), true);
            pen.octet(value.origin().ordinal());
            pen.word(value.client());
            pen.word(value.method());
            pen.word(value.path());
            pen.word(value.key());
        }

        @Override
        public Arrived read(Reading from) {
            return new Arrived(
                    from.request(true), ORIGINS[from.octet()], from.word(), from.word(), from.word(), from.word());
        }
    }

    private static final class OfRouted implements Form<Routed> {
        private final SealedForm<Reason> why = new SealedForm<>(Reason.class);

        @Override
        public void write(Routed value, Pen pen) {
            pen.request(value.request(), false);
            pen.server(value.server());
            pen.signed(value.attempt());
            why.write(value.why(), pen);
        }

        @Override
        public Routed read(Reading from) {
            return new Routed(from.request(false), from.server(), (int) from.signed(), why.read(from));
        }
    }

    private record OfStarted() implements Form<Started> {
        @Override
        public void write(Started value, Pen pen) {
            pen.request(value.request(), false);
            pen.server(value.server());
        }

        @Override
        public Started read(Reading from) {
            return new Started(from.request(false), from.server());
        }
    }

    private record OfFirstByte() implements Form<FirstByte> {
        @Override
        public void write(FirstByte value, Pen pen) {
            pen.request(value.request(), false);
            pen.server(value.server());
        }

        @Override
        public FirstByte read(Reading from) {
            return new FirstByte(from.request(false), from.server());
        }
    }

    private record OfCompleted() implements Form<Completed> {
        @Override
        public void write(Completed value, Pen pen) {
            pen.request(value.request(), false);
            pen.server(value.server());
            pen.signed(value.status());
        }

        @Override
        public Completed read(Reading from) {
            return new Completed(from.request(false), from.server(), (int) from.signed());
        }
    }

    private record OfInTurn() implements Form<Reason.InTurn> {
        @Override
        public void write(Reason.InTurn value, Pen pen) {
            pen.signed(value.turn());
            pen.signed(value.of());
            pen.number(value.skipped().size());
            for (var server : value.skipped()) {
                pen.server(server);
            }
        }

        @Override
        public Reason.InTurn read(Reading from) {
            int turn = (int) from.signed();
            int of = (int) from.signed();
            var skipped = new ServerId[from.count()];
            for (int i = 0; i < skipped.length; i++) {
                skipped[i] = from.server();
            }
            return new Reason.InTurn(turn, of, List.of(skipped));
        }
    }
}
