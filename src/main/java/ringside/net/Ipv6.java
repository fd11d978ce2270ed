package ringside.net;

/** The grammar of an IPv6 address, as it stands in brackets (RFC 3986 §3.2.2). */
final class Ipv6 {
    private static final int GROUPS = 8;

    private Ipv6() {}

    /** Whether a range of bytes is an IPv6 address: eight groups, or fewer with one {@code ::}; the last two may be IPv4. */
    static boolean is(byte[] bytes, int from, int to) {
        int groups = 0;
        boolean gap = false;
        int i = from;
        if (doubleColon(bytes, i, to)) {
            gap = true;
            i += 2;
        }
        while (i < to) {
            int end = digits(bytes, i, to);
            if (end < to && bytes[end] == '.') {
                return ipv4(bytes, i, to) && complete(groups + 2, gap);
            }
            if (end == i || end - i > 4) {
                return false;
            }
            groups++;
            i = end;
            if (i == to) {
                break;
            }
            if (doubleColon(bytes, i, to) && !gap) {
                gap = true;
                i += 2;
            } else if (bytes[i] != ':' || ++i == to) {
                return false;
            }
        }
        return complete(groups, gap);
    }

    private static boolean complete(int groups, boolean gap) {
        return gap ? groups < GROUPS : groups == GROUPS;
    }

    private static boolean doubleColon(byte[] bytes, int i, int to) {
        return i + 1 < to && bytes[i] == ':' && bytes[i + 1] == ':';
    }

    private static int digits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && Ascii.hex(bytes[i]) < 16) {
            i++;
        }
        return i;
    }

    /** Whether a range is four decimal numbers up to 255, without zeros in front. */
    static boolean ipv4(byte[] bytes, int from, int to) {
        int i = from;
        for (int part = 0; part < 4; part++) {
            int start = i;
            int value = 0;
            while (i < to && Ascii.digit(bytes[i]) && i - start < 3) {
                value = value * 10 + bytes[i++] - '0';
            }
            boolean good = i > start && value <= 255 && (i - start == 1 || bytes[start] != '0');
            boolean ended = part == 3 ? i == to : i < to && bytes[i] == '.';
            if (!good || !ended) {
                return false;
            }
            i++;
        }
        return true;
    }
}
