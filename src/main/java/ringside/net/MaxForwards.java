package ringside.net;

import java.io.IOException;

/** How many more proxies an OPTIONS request may pass (RFC 9110 §7.6.2); other methods carry the field along. */
final class MaxForwards {
    private static final int MOST_DIGITS = 9;
    private static final byte[] NAME = Ascii.bytes("Max-Forwards: ");

    private MaxForwards() {}

    /** Whether a request may go no further. */
    static boolean spent(RequestHead head) {
        var fields = head.fields();
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == FieldName.MAX_FORWARDS && counted(head, i) && number(fields, i) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Writes one such field for the next hop. */
    static void write(RequestHead head, int place, Outlet out) throws IOException {
        if (counted(head, place)) {
            out.put(NAME);
            out.put(number(head.fields(), place) - 1);
            out.endLine();
        } else {
            RequestWriter.copy(head.fields(), place, out);
        }
    }

    private static boolean counted(RequestHead head, int place) {
        var fields = head.fields();
        int from = fields.valueFrom(place);
        int to = fields.valueTo(place);
        boolean digits = from < to && to - from <= MOST_DIGITS;
        for (int i = from; i < to; i++) {
            digits &= Ascii.digit(fields.bytes()[i]);
        }
        return digits && head.method().equals("OPTIONS");
    }

    private static long number(Fields fields, int place) {
        return Long.parseLong(fields.value(place));
    }
}
