package ringside.world;

/** How events are written one after the other: their sequence numbers follow, and their instants are near. */
final class EventForm {
    private static final SealedForm<Happening> HAPPENINGS = new SealedForm<>(Happening.class);

    private EventForm() {}

    /** Writes down the next. */
    static void write(Event event, Pen pen) {
        int kind = HAPPENINGS.kindOf(event.what());
        boolean later = event.nanos() > pen.nanos();
        pen.octet(kind << 1 | (later ? 1 : 0));
        if (later) {
            pen.passTo(event.nanos());
        }
        HAPPENINGS.form(kind).write(event.what(), pen);
    }

    /** Reads the next, which has this number. */
    static Event read(long sequence, Reading from) {
        int head = from.octet();
        if ((head & 1) == 1) {
            from.pass();
        }
        var what = (Happening) HAPPENINGS.form(head >>> 1).read(from);
        return new Event(sequence, from.nanos(), what);
    }
}
