package ringside.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringside.engine.ServerId;

/** Reads what a {@link Pen} wrote, in the same order. For one thread. */
final class Reading {
    private final Page page;
    private final byte[] bytes;
    private @Nullable String[] known = {};
    private int at;
    private long nanos;
    private long request;

    /** Begins at a place in the bytes, where these were the last instant and request number. */
    Reading(Page page, int at, long nanos, long request) {
        this.page = page;
        this.bytes = page.bytes;
        this.at = at;
        this.nanos = nanos;
        this.request = request;
    }

    int octet() {
        return bytes[at++] & 0xFF;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return value | (long) next << shift;
    }

    long signed() {
        long folded = number();
        return folded >>> 1 ^ -(folded & 1);
    }

    int count() {
        return (int) number();
    }

    long bits() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    /** The instant read last. */
    long nanos() {
        return nanos;
    }

    long instant() {
        nanos += signed();
        return nanos;
    }

    void pass() {
        nanos += number();
    }

    long request(boolean arrives) {
        long number = request + signed();
        request = arrives ? number : request;
        return number;
    }

    String word() {
        int place = count() - 1;
        return place < 0 ? letters() : known(place);
    }

    private String known(int place) {
        if (place >= known.length) {
            known = Arrays.copyOf(known, page.words.length);
        }
        var word = known[place];
        if (word == null) {
            int here = at;
            at = page.words[place];
            word = letters();
            at = here;
            known[place] = word;
        }
        return word;
    }

    private String letters() {
        int head = count();
        int length = head >>> 1;
        int from = at;
        if ((head & 1) == 0) {
            at += length;
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        var letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (char) (octet() | octet() << Byte.SIZE);
        }
        return new String(letters);
    }

    ServerId server() {
        return page.servers[count()];
    }

    Object kept() {
        return page.kept[count()];
    }
}
