package ringside.engine;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Internet address's bytes, read from its text and from nowhere else. */
public final class Address {
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;
    private static final int GROUPS = 8;
    private static final byte[] OTHER = {};

    private Address() {}

    /**
     * The bytes of an address, the first first.
     *
     * @param text such as {@code 10.0.0.1} or {@code 2001:db8::1}
     * @return 4 bytes, or 16, or none for what is neither, such as {@code unix:}
     */
    public static byte[] bytesOf(String text) {
        return text.indexOf(':') < 0 ? dotted(text) : coloned(text);
    }

    private static byte[] dotted(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != IPV4 || !Stream.of(parts).allMatch(part -> isNumber(part, 10, 3))) {
            return OTHER;
        }
        var bytes = new byte[IPV4];
        for (int i = 0; i < IPV4; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet > 255) {
                return OTHER;
            }
            bytes[i] = (byte) octet;
        }
        return bytes;
    }

    private static byte[] coloned(String text) {
        int gap = text.indexOf("::");
        return grouped(gap < 0 ? text : filled(text.substring(0, gap), text.substring(gap + 2)));
    }

    /** Eight groups, those left out written as zeros; unreadable when none were left out. */
    private static String filled(String head, String tail) {
        int left = GROUPS - groupsIn(head) - groupsIn(tail);
        return left < 1
                ? ""
                : Stream.of(head, "0" + ":0".repeat(left - 1), tail)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(":"));
    }

    private static int groupsIn(String text) {
        return text.isEmpty() ? 0 : text.split(":", -1).length + (text.indexOf('.') < 0 ? 0 : 1);
    }

    /** The bytes of eight groups, the last two of which may be a dotted address. */
    private static byte[] grouped(String text) {
        var bytes = new byte[IPV6];
        var end = dotted(text.substring(text.lastIndexOf(':') + 1));
        var groups = end.length == 0 ? text : text.substring(0, text.lastIndexOf(':'));
        var parts = groups.split(":", -1);
        if (2 * parts.length + end.length != IPV6 || !Stream.of(parts).allMatch(part -> isNumber(part, 16, 4))) {
            return OTHER;
        }
        for (int i = 0; i < parts.length; i++) {
            int group = Integer.parseInt(parts[i], 16);
            bytes[2 * i] = (byte) (group >> 8);
            bytes[2 * i + 1] = (byte) group;
        }
        System.arraycopy(end, 0, bytes, IPV6 - end.length, end.length);
        return bytes;
    }

    private static boolean isNumber(String digits, int radix, int most) {
        return !digits.isEmpty()
                && digits.length() <= most
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    }
}
