package ringside.net;

/** What a head's Connection fields say: close, keep-alive, upgrade, and which fields are for this connection alone. */
final class Options {
    private static final int MOST = 32;
    private static final byte[] CLOSE = Ascii.bytes("close");
    private static final byte[] KEEP_ALIVE = Ascii.bytes("keep-alive");
    private static final byte[] UPGRADE = Ascii.bytes("upgrade");
    private static final byte[] TE = Ascii.bytes("te");

    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private int nominated;
    private boolean close;
    private boolean keepAlive;
    private boolean upgrade;
    private boolean te;

    void read(Fields fields) throws BadMessage {
        nominated = 0;
        close = false;
        keepAlive = false;
        upgrade = false;
        te = false;
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == FieldName.CONNECTION) {
                readList(fields.bytes(), fields.valueFrom(i), fields.valueTo(i));
            }
        }
    }

    private void readList(byte[] bytes, int first, int end) throws BadMessage {
        int i = first;
        while (i < end) {
            int start = i;
            while (i < end && Ascii.token(bytes[i])) {
                i++;
            }
            if (i > start) {
                take(bytes, start, i);
            }
            while (i < end && Ascii.blank(bytes[i])) {
                i++;
            }
            if (i < end && bytes[i++] != ',') {
                throw BadMessage.malformed("Connection is a list of names");
            }
            while (i < end && Ascii.blank(bytes[i])) {
                i++;
            }
        }
    }

    private void take(byte[] bytes, int start, int end) throws BadMessage {
        if (Ascii.same(bytes, start, end, CLOSE)) {
            close = true;
        } else if (Ascii.same(bytes, start, end, KEEP_ALIVE)) {
            keepAlive = true;
        } else if (Ascii.same(bytes, start, end, UPGRADE)) {
            upgrade = true;
        } else if (Ascii.same(bytes, start, end, TE)) {
            te = true;
        } else if (nominated == MOST) {
            throw new BadMessage(431, "Connection names " + MOST + " fields at most");
        } else {
            from[nominated] = start;
            to[nominated++] = end;
        }
    }

    boolean close() {
        return close;
    }

    boolean keepAlive() {
        return keepAlive;
    }

    /** Whether the Upgrade field is meant for this connection, as it must be to count. */
    boolean upgrade() {
        return upgrade;
    }

    /** Whether the TE field is meant for this connection, as it must be to count. */
    boolean te() {
        return te;
    }

    /** Whether a field is named here, and so not passed on. */
    boolean nominates(Fields fields, int place) {
        for (int i = 0; i < nominated; i++) {
            if (Ascii.same(fields.bytes(), from[i], to[i], fields.nameFrom(place), fields.nameTo(place))) {
                return true;
            }
        }
        return false;
    }
}
