package ringside.world;

import java.util.HashMap;
import java.util.Map;
import ringside.engine.ServerId;

/** Writes on a page, and on a larger one when that is full. For one thread. */
final class Pen {
    /*
     * Numbers take seven bits a byte, the lowest first; signed ones are folded so that small ones of either sign are
     * short. Instants and request numbers are written as differences. A word is written out once; from then on
     * its place in the page's list stands for it. Servers are kept as they are: there are few, and making one is dear.
     */
    private static final int LONGEST = 10;

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<ServerId, Integer> servers = new HashMap<>();
    private Page page = Page.blank(0);
    private byte[] bytes = page.bytes;
    private int length;
    private int kept;
    private long nanos;
    private long request;

    /** Begins a page at an instant, with room for this many bytes at first. */
    void begin(long at, int room) {
        nanos = at;
        request = 0;
        words.clear();
        servers.clear();
        take(Page.blank(Math.max(room, 64)));
        length = 0;
        kept = 0;
    }

    private void take(Page larger) {
        page = larger;
        bytes = larger.bytes;
    }

    /** Goes back to an instant, or forth, without a word. */
    void back(long at) {
        nanos = at;
    }

    /** The page as far as it is written. */
    Page page() {
        return page;
    }

    /** The page without what is free. */
    Page trimmed() {
        return page.bytes(length).words(words.size()).servers(servers.size()).kept(kept);
    }

    /** How many bytes are written. */
    int length() {
        return length;
    }

    /** The instant written last. */
    long nanos() {
        return nanos;
    }

    /** The request number that others are written as the difference to. */
    long request() {
        return request;
    }

    /** One byte. */
    void octet(int value) {
        if (length == bytes.length) {
            take(page.bytes(length + length / 2));
        }
        bytes[length++] = (byte) value;
    }

    /** A number that is small as a rule and not below 0. */
    void number(long value) {
        if (length + LONGEST > bytes.length) {
            take(page.bytes(bytes.length + bytes.length / 2));
        }
        long rest = value;
        int at = length;
        while ((rest & ~0x7F) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        length = at;
    }

    /** A number that is near 0 as a rule. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    /** Sixty-four bits. */
    void bits(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            octet((int) (value >>> shift));
        }
    }

    /** An instant that is near the one before. */
    void instant(long at) {
        signed(at - nanos);
        nanos = at;
    }

    /** An instant that is later than the one before. */
    void passTo(long at) {
        number(at - nanos);
        nanos = at;
    }

    /** The number of a request; {@code arrives} when it is the newest. */
    void request(long number, boolean arrives) {
        signed(number - request);
        request = arrives ? number : request;
    }

    /** A text. */
    void word(String text) {
        var known = words.get(text);
        if (known != null) {
            number(known + 1L);
            return;
        }
        number(0);
        int place = words.size();
        if (place == page.words.length) {
            take(page.words(2 * place));
        }
        page.words[place] = length;
        words.put(text, place);
        letters(text);
    }

    private void letters(String text) {
        boolean narrow = text.chars().allMatch(c -> c < 0x100);
        number(2L * text.length() + (narrow ? 0 : 1));
        for (int i = 0; i < text.length(); i++) {
            octet(text.charAt(i));
            if (!narrow) {
                octet(text.charAt(i) >>> Byte.SIZE);
            }
        }
    }

    /** A server. */
    void server(ServerId id) {
        var known = servers.get(id);
        if (known == null) {
            known = servers.size();
            if (known == page.servers.length) {
                take(page.servers(2 * known));
            }
            page.servers[known] = id;
            servers.put(id, known);
        }
        number(known);
    }

    /** Whatever is kept as it is. */
    void keep(Object rare) {
        if (kept == page.kept.length) {
            take(page.kept(2 * kept));
        }
        page.kept[kept] = rare;
        number(kept++);
    }
}
