package ringside.net;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The field lines of one head, as ranges of the bytes they came in; reused from message to message. */
final class Fields {
    private static final int MOST = 100;
    private static final byte[] NOTHING = {};

    private final FieldName[] names = new FieldName[MOST];
    private final int[] nameFrom = new int[MOST];
    private final int[] nameTo = new int[MOST];
    private final int[] valueFrom = new int[MOST];
    private final int[] valueTo = new int[MOST];
    private byte[] bytes = NOTHING;
    private int count;

    void clear() {
        count = 0;
    }

    /** The array that the ranges are of: a head's array may move while the head is still coming. */
    void in(byte[] array) {
        bytes = array;
    }

    /** Takes in one line without its line end: a token, a colon, and a value in optional blanks (RFC 9112 §5). */
    void add(byte[] line, int from, int to) throws BadMessage {
        int colon = from;
        while (colon < to && Ascii.token(line[colon])) {
            colon++;
        }
        if (colon == from || colon == to || line[colon] != ':') {
            throw BadMessage.malformed("a field line is a name, a colon and a value, with no blank before the colon");
        }
        if (count == MOST) {
            throw new BadMessage(431, "a head has " + MOST + " fields at most");
        }
        names[count] = FieldName.of(line, from, colon);
        nameFrom[count] = from;
        nameTo[count] = colon;
        int first = colon + 1;
        int last = to;
        while (first < last && Ascii.blank(line[first])) {
            first++;
        }
        while (last > first && Ascii.blank(line[last - 1])) {
            last--;
        }
        valueFrom[count] = first;
        valueTo[count] = last;
        count++;
    }

    int count() {
        return count;
    }

    /** How many fields have this name. */
    int count(FieldName name) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += names[i] == name ? 1 : 0;
        }
        return found;
    }

    /** The place of the first field of this name, which must be there. */
    int place(FieldName name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        throw new IllegalStateException("no " + name);
    }

    byte[] bytes() {
        return bytes;
    }

    FieldName name(int place) {
        return names[place];
    }

    int nameFrom(int place) {
        return nameFrom[place];
    }

    int nameTo(int place) {
        return nameTo[place];
    }

    int valueFrom(int place) {
        return valueFrom[place];
    }

    int valueTo(int place) {
        return valueTo[place];
    }

    String value(int place) {
        return Ascii.text(bytes, valueFrom[place], valueTo[place]);
    }

    /** The first field of each of these names, given in lower case, by its name. */
    Map<String, String> only(Set<String> some) {
        var found = new HashMap<String, String>();
        for (var name : some) {
            byte[] lower = Ascii.bytes(name);
            for (int i = 0; i < count; i++) {
                if (Ascii.same(bytes, nameFrom[i], nameTo[i], lower)) {
                    found.putIfAbsent(name, value(i));
                }
            }
        }
        return found;
    }

    /** The value of the first field of this name, given in lower case; nothing when there is none. */
    String first(String name) {
        byte[] lower = Ascii.bytes(name);
        for (int i = 0; i < count; i++) {
            if (Ascii.same(bytes, nameFrom[i], nameTo[i], lower)) {
                return value(i);
            }
        }
        return "";
    }

    /** Whether a value is this text, given in lower case, whatever its own case. */
    boolean valueIs(int place, byte[] lower) {
        return Ascii.same(bytes, valueFrom[place], valueTo[place], lower);
    }
}
